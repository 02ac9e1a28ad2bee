import type { Masker, Values } from '../domain/ports';
import type { SecretValue } from '../domain/secret';

/** Shorter texts are left alone: hiding them would hide half the log. */
const SHORTEST = 5;
/** Bytes; fewer are found in innocent texts. */
const SHORTEST_IN_BASE64 = 9;
const MASK = '***';

/** A masker that can also take known values out of a text, on every platform. */
export interface RedactingMasker extends Masker, Values {}

/**
 * Hides values in all the forms in which they may appear.
 * @param register tells the runner about one form; on a laptop nobody listens, and `redact` alone does the work
 */
export function createMasker(register: (form: string) => void): RedactingMasker {
  // By their first characters, the longest first, so that a thousand values cost a line no more than one does.
  const byStart = new Map<string, readonly string[]>();
  const shown = new Set<string>();
  const startOf = (text: string, at = 0): string => text.slice(at, at + SHORTEST);
  return {
    hide(value: SecretValue) {
      const clear = value.reveal();
      if (shown.has(clear)) return;
      for (const form of formsOf(clear)) {
        const known = byStart.get(startOf(form)) ?? [];
        if (known.includes(form)) continue;
        byStart.set(
          startOf(form),
          [...known, form].sort((one, other) => other.length - one.length),
        );
        register(form);
      }
    },
    show(text) {
      shown.add(text);
      for (const form of formsOf(text)) {
        const rest = byStart.get(startOf(form))?.filter((one) => one !== form) ?? [];
        if (rest.length > 0) byStart.set(startOf(form), rest);
        else byStart.delete(startOf(form));
      }
    },
    redact(text) {
      if (byStart.size === 0) return text;
      let clean = '';
      // Copied or hidden up to here.
      let done = 0;
      for (let at = 0; at < text.length; at += 1) {
        const form = byStart.get(startOf(text, at))?.find((one) => text.startsWith(one, at));
        if (form === undefined) continue;
        if (at >= done) clean += text.slice(done, at) + MASK;
        done = Math.max(done, at + form.length);
      }
      return clean + text.slice(done);
    },
  };
}

/**
 * The value as it is, each of its lines, and the encodings that the runner does not derive by itself.
 * https://github.com/actions/runner/blob/main/src/Sdk/DTLogging/Logging/ValueEncoders.cs
 */
export function formsOf(value: string): string[] {
  const lines = value.split(/\r?\n/).map((line) => line.trim());
  const texts = new Set([value, value.trim(), ...lines]);
  const forms = [...texts]
    .filter((text) => text.length >= SHORTEST)
    .flatMap((text) => [text, ...encodings(text)]);
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}

function encodings(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8');
  const withNewline = Buffer.from(`${text}\n`, 'utf8');
  const json = JSON.stringify(text).slice(1, -1);
  const percent = encodeURIComponent(bytes.toString('utf8'));
  return [
    bytes.toString('base64'),
    withNewline.toString('base64'),
    bytes.toString('base64url'),
    withNewline.toString('base64url'),
    ...[0, 1, 2].flatMap((offset) => inBase64(bytes, offset)),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    percent.replaceAll('%20', '+'),
    json,
    JSON.stringify(json).slice(1, -1),
    html(text),
  ];
}

/** What base64 of a longer text has of the value, whatever stands before and after it: the bytes that make whole groups of three. */
function inBase64(bytes: Buffer, offset: number): readonly string[] {
  const groups = bytes.subarray(offset, offset + Math.floor((bytes.length - offset) / 3) * 3);
  return groups.length < SHORTEST_IN_BASE64 ? [] : [groups.toString('base64'), groups.toString('base64url')];
}

/** As the report's page writes it. */
const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
