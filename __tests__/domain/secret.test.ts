import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { bindParts, samePartsTrimmed } from '../../src/domain/credential';
import { SecretText, SecretValue } from '../../src/domain/secret';

const CLEAR = 'sk_live_0123456789';
const ORIGIN = 'https://api.example.com';
const secret = SecretValue.of(CLEAR, [ORIGIN]);

describe.each([
  ['a value', secret],
  ['a text around it', new SecretText(['Bearer ', secret])],
  ['an object that holds it', { deep: [secret] }],
  ['an error that holds it', Object.assign(new Error('no'), { secret })],
])('%s', (_name, holder) => {
  it.each<[string, (value: unknown) => string]>([
    ['printed', (value) => String(value)],
    ['in a template', (value) => `${value as string}`],
    ['joined', (value) => [value].join()],
    ['as JSON', (value) => JSON.stringify(value) ?? ''],
    ['inspected', (value) => inspect(value, { depth: 9, showHidden: true, showProxy: true })],
    [
      'inspected without our hook',
      (value) => inspect(value, { depth: 9, showHidden: true, customInspect: false }),
    ],
    ['listed', (value) => JSON.stringify(Object.entries(value as object))],
    ['copied', (value) => JSON.stringify({ ...(value as object) })],
  ])('shows nothing when %s', (_way, show) => {
    expect(show(holder)).not.toContain('0123456789');
  });
});

it('a structured clone does not carry the value', () => {
  expect(JSON.stringify(structuredClone({ secret }))).not.toContain('0123456789');
});

describe('travel', () => {
  it('is allowed to the origins that were named, letter by letter', () => {
    expect(secret.mayTravelTo(ORIGIN)).toBe(true);
    for (const other of [
      'http://api.example.com',
      `${ORIGIN}:8443`,
      'https://example.com',
      `${ORIGIN}/`,
      '',
    ]) {
      expect(secret.mayTravelTo(other)).toBe(false);
    }
  });

  it('is rebound by a copy, the original stays as it was', () => {
    const bound = secret.boundTo(['https://other.example.com']);
    expect(bound.equals(secret)).toBe(true);
    expect(bound.mayTravelTo(ORIGIN)).toBe(false);
    expect(secret.mayTravelTo('https://other.example.com')).toBe(false);
  });

  it('is rebound for all parts of a credential', () => {
    const parts = bindParts({ id: secret, value: SecretValue.of('b', []) }, ['https://vault.example.com']);
    expect(Object.values(parts).every((part) => part.mayTravelTo('https://vault.example.com'))).toBe(true);
    expect(parts['id']?.mayTravelTo(ORIGIN)).toBe(false);
  });
});

describe('comparison', () => {
  it('may overlook white space at the ends', () => {
    const pasted = SecretValue.of(`${CLEAR}\n`, []);
    expect([pasted.equals(secret), pasted.equalsTrimmed(secret)]).toEqual([false, true]);
  });

  it('of credentials looks at each part by name', () => {
    const of = (parts: Record<string, string>) =>
      Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, SecretValue.of(value, [])]));
    const one = of({ id: 'a', secret: 'b' });
    expect(samePartsTrimmed(one, of({ secret: 'b\n', id: 'a' }))).toBe(true);
    expect(samePartsTrimmed(one, of({ id: 'a', secret: 'c' }))).toBe(false);
    expect(samePartsTrimmed(one, of({ id: 'a' }))).toBe(false);
    expect(samePartsTrimmed(of({ id: 'a' }), one)).toBe(false);
    expect(samePartsTrimmed(one, of({ id: 'a', other: 'b' }))).toBe(false);
  });
});

it.each([
  ['sk_live~!é', true],
  ['', true],
  ['a\nb', false],
  ['a\u0000', false],
  ['a\u007f', false],
  ['a€', false],
])('%j fits in a header: %s', (value, fits) => {
  expect(SecretValue.of(value, []).fitsInHeader).toBe(fits);
});

describe('the public id inside a value', () => {
  const id = (value: string, after: string, before: string) =>
    SecretValue.of(value, []).publicId(after, before);

  it('is what stands between two marks', () => {
    expect(id('SG.public.0123456789abcdef', 'SG.', '.')).toBe('public');
  });

  it('is never more than half of the value, for then it is the secret', () => {
    expect(id('SG.0123456789abcdef.x', 'SG.', '.')).toBeUndefined();
  });

  it.each([
    ['XX.public.0123456789', 'SG.', '.'],
    ['SG.public', 'SG.', '.'],
    ['SG..0123456789', 'SG.', '.'],
  ])('is not there in %s', (value, after, before) => {
    expect(id(value, after, before)).toBeUndefined();
  });
});

it('a listener that was taken away hears nothing', () => {
  const heard: SecretValue[] = [];
  const stop = SecretValue.onCreate((value) => heard.push(value));
  SecretValue.of('one', []);
  stop();
  SecretValue.of('two', []);
  expect(heard).toHaveLength(1);
});
