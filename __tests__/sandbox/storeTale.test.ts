import { describe, expect, it } from '@jest/globals';
import { StoreTale } from '../../src/sandbox/stage/storeTale';
import type { Visit } from '../../src/sandbox/tap';

const visit = (method: string, path: string, body: object, status = 200): Visit => ({
  place: 'store',
  request: {
    method,
    path: `/v1/${path}`,
    query: new URLSearchParams(),
    headers: {},
    body: JSON.stringify(body),
  },
  response: { status, body: '{}' },
});
const tokenFor = (aud: string): string =>
  `h.${Buffer.from(JSON.stringify({ iss: 'i', aud })).toString('base64url')}.s`;
const login = (aud: string, status: number): Visit =>
  visit('POST', 'auth/jwt/login', { jwt: tokenFor(aud), role: 'rekey' }, status);
const SLOT = 'secret/data/prod/gateway.rekey.api_key';
const slot = (note: object): Visit => visit('POST', SLOT, { data: { rekey: JSON.stringify(note) } });
const tale = (): StoreTale =>
  new StoreTale((path, fields) => path === 'prod/gateway' && fields.includes('api_key'));

describe('the tale of the store', () => {
  it('says that the refused login of doctor is on purpose, and of no other', () => {
    const sentence = (it: Visit): string | undefined => tale().sentence(it);
    expect(sentence(login('https://vault.example.com', 200))).toBe('the workflow proved who it is');
    expect(sentence(login('https://rekey.invalid/wrong-audience', 400))).toMatch(/on purpose$/);
    expect(sentence(login('https://vault.example.com', 400))).toBe('a login is refused');
  });

  it('tells a slot that begins empty from one that is emptied', () => {
    const told = tale();
    const sentences = [
      slot({ rotation: 'r' }),
      slot({ rotation: 'r', staged: { version: 2, id: 'k' } }),
      slot({ rotation: 'r' }),
      visit('PUT', 'secret/destroy/prod/gateway.rekey.api_key', { versions: [1] }),
      visit('PUT', 'secret/destroy/prod/gateway', { versions: [1] }),
      slot({ rotation: 'next' }),
    ].map((one) => told.sentence(one)?.split(': ').slice(1).join(': '));
    expect(sentences).toEqual([
      'the staging slot is reserved for this rotation; it is empty',
      'the new value is staged; nobody reads it there',
      'the staged copy is taken out, because the value is served now or dead',
      'the staging slot is destroyed, so it is free for the next rotation',
      'the version with the dead key is destroyed',
      'the staging slot is reserved for this rotation; it is empty',
    ]);
  });

  it('does not take a question for a change', () => {
    const ask = visit('POST', 'sys/capabilities-self', { paths: ['secret/data/prod/gateway'] });
    expect(tale().sentence(ask)).toBeUndefined();
  });

  it('tells a switch from a note', () => {
    const change = (data: object): string | undefined =>
      tale().sentence(visit('PATCH', 'secret/data/prod/gateway', { data }));
    expect(change({ api_key: 'x' })).toContain('another value is served');
    expect(change({ api_key_id: 'k' })).toContain('the id is noted');
  });
});
