import { RekeyError } from '../../domain/errors';
import type { HttpRequest } from '../../domain/ports';
import { SecretText, SecretValue } from '../../domain/secret';
import { SecretJsonText, type SecretJson } from '../../domain/secretJson';

/** Opens the secrets of a request, each one only when it may travel to the origin of this request. */
export interface Opener {
  text(value: string | SecretValue | SecretText | SecretJsonText): string;
  json(value: SecretJson): unknown;
}

export function openerFor(origin: string): Opener {
  const text: Opener['text'] = (value) => {
    if (typeof value === 'string') return value;
    if (value instanceof SecretText) return joined(value, value.pieces.map(text).join(''));
    if (value instanceof SecretJsonText) return learned(JSON.stringify(json(value.json)));
    if (!value.mayTravelTo(origin)) throw new RekeyError('RK4007', `A secret value may not go to ${origin}.`);
    return value.reveal();
  };
  const json: Opener['json'] = (value) => {
    if (value instanceof SecretValue || value instanceof SecretText || value instanceof SecretJsonText)
      return text(value);
    if (isList(value)) return value.map(json);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, json(inner)]));
  };
  return { text, json };
}

function joined({ encoding }: SecretText, clear: string): string {
  if (encoding === 'plain') return clear;
  return learned(Buffer.from(clear, 'utf8').toString('base64'));
}

/** A value of its own, made only so that the masker learns it: no mask of the parts covers their common encoding. */
function learned(text: string): string {
  return SecretValue.of(text, []).reveal();
}

const isList = (value: SecretJson): value is readonly SecretJson[] => Array.isArray(value);

/** The body in clear and its content type. */
export function openBody(
  request: HttpRequest,
  open: Opener,
): { readonly body: string; readonly type?: string } | undefined {
  if (request.json !== undefined) {
    return { body: JSON.stringify(open.json(request.json)), type: 'application/json' };
  }
  if (request.form !== undefined) {
    const pairs = Object.entries(request.form).map(([name, value]): [string, string] => [
      name,
      open.text(value),
    ]);
    return { body: new URLSearchParams(pairs).toString(), type: 'application/x-www-form-urlencoded' };
  }
  return request.text === undefined ? undefined : { body: request.text };
}

/** Headers in clear, names in lower case. A value that cannot be a header is refused here, where no library can print it. */
export function openHeaders(request: HttpRequest, open: Opener): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    const clear = open.text(value);
    if (!SecretValue.fitsInHeader(clear)) {
      throw new RekeyError(
        'RK4008',
        `The value for the header ${name} holds a character no header may hold.`,
      );
    }
    headers[name.toLowerCase()] = clear;
  }
  return headers;
}
