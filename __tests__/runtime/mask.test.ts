import { describe, expect, it } from '@jest/globals';
import { SecretValue } from '../../src/domain/secret';
import { createMasker, formsOf } from '../../src/runtime/mask';

const value = 'pässword & "quoted"/+';
const bytes = Buffer.from(value);

function masker() {
  const told: string[] = [];
  const made = createMasker((form) => told.push(form));
  return { told, ...made };
}

describe('a value is hidden', () => {
  it.each([
    ['as it is', value],
    ['as base64', bytes.toString('base64')],
    ['as base64 of a line', Buffer.from(`${value}\n`).toString('base64')],
    ['as base64url', bytes.toString('base64url')],
    ['as hex', bytes.toString('hex')],
    ['as upper-case hex', bytes.toString('hex').toUpperCase()],
    ['percent-encoded', encodeURIComponent(value)],
    [
      'percent-encoded in lower case',
      encodeURIComponent(value).replace(/%../g, (code) => code.toLowerCase()),
    ],
    ['in a form', new URLSearchParams({ v: value }).toString().slice(2)],
    ['in JSON', JSON.stringify(value).slice(1, -1)],
    ['in JSON inside JSON', JSON.stringify(JSON.stringify(value)).slice(3, -3)],
  ])('%s', (_form, seen) => {
    const { hide, redact, told } = masker();
    hide(SecretValue.of(value, []));
    expect(redact(`before ${seen} after`)).toBe('before *** after');
    expect(told).toContain(seen);
  });

  it('also with half a character in it, as each server may write it', () => {
    const half = 'key_\ud83d_0123';
    const { hide, redact } = masker();
    hide(SecretValue.of(half, []));
    expect(redact(`got ${half}, ${encodeURIComponent('key_\ufffd_0123')}`)).toBe('got ***, ***');
  });

  it('line by line, but for lines that are too short to hide', () => {
    const { hide, redact } = masker();
    hide(SecretValue.of('-----BEGIN KEY-----\n  MIIEvQIBADANBg\n}\nabcd\n', []));
    expect(redact('got MIIEvQIBADANBg here')).toBe('got *** here');
    expect(redact('a } and abcd')).toBe('a } and abcd');
  });
});

describe('the masker', () => {
  it('hides nothing shorter than five characters', () => {
    const { hide, told } = masker();
    for (const short of ['', ' ', 'abcd', '\n\n']) hide(SecretValue.of(short, []));
    expect(told).toEqual([]);
  });

  it('tells each form once', () => {
    const { hide, told } = masker();
    hide(SecretValue.of('abcdefgh', []));
    const once = told.length;
    hide(SecretValue.of('abcdefgh', []));
    expect(told).toHaveLength(once);
    expect(new Set(told).size).toBe(once);
  });

  it('hides the longer value first, so that no end of it is left', () => {
    const { hide, redact } = masker();
    hide(SecretValue.of('abcdef', []));
    hide(SecretValue.of('abcdefghi', []));
    expect(redact('abcdefghi')).toBe('***');
  });

  it('leaves nothing of two values that overlap', () => {
    const { hide, redact } = masker();
    hide(SecretValue.of('abcdefgh', []));
    hide(SecretValue.of('fghijklm', []));
    expect(redact('-abcdefghijklm-abcdefghabcdefgh-')).toBe('-***-******-');
  });

  it('redacts with a thousand values known', () => {
    const { hide, redact } = masker();
    for (let count = 0; count < 1000; count += 1) hide(SecretValue.of(`${count}-sk_live_0123456789`, []));
    const line = `${'a line of some length '.repeat(5)}777-sk_live_0123456789`;
    expect(redact(line)).not.toContain('sk_live');
  });

  it('knows a value as soon as it exists, until it stops listening', () => {
    const { hide, redact } = masker();
    const stop = SecretValue.onCreate(hide);
    SecretValue.of('made-while-listening', []);
    stop();
    SecretValue.of('made-afterwards', []);
    expect(redact('made-while-listening made-afterwards')).toBe('*** made-afterwards');
  });
});

it('all forms are at least five characters long', () => {
  expect(formsOf('ab\ncd\nefghi').every((form) => form.length >= 5)).toBe(true);
});
