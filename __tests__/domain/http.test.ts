import { describe, expect, it } from '@jest/globals';
import { endpoint } from '../../src/domain/tools/endpoint';
import { CODES } from '../../src/domain/errorCodes';
import { RekeyError } from '../../src/domain/errors';
import { httpError } from '../../src/domain/httpError';
import { retryAfterOf } from '../../src/domain/tools/retryAfter';

const ORIGIN = 'https://api.example.com';

describe('an endpoint', () => {
  it.each([
    ['key_1', '/v1/keys/key_1'],
    ['a/../b', '/v1/keys/a%2F..%2Fb'],
    ['a?b=c#d', '/v1/keys/a%3Fb%3Dc%23d'],
    ['a\\b', '/v1/keys/a%5Cb'],
    ['%2e%2e', '/v1/keys/%252e%252e'],
    ['//evil.example.com', '/v1/keys/%2F%2Fevil.example.com'],
    ['@evil.example.com', '/v1/keys/%40evil.example.com'],
    ['é \n', '/v1/keys/%C3%A9%20%0A'],
  ])('holds the id %j as one segment', (id, path) => {
    expect(endpoint(ORIGIN, '/v1/keys/{id}', { id })).toBe(ORIGIN + path);
  });

  it.each(['', '.', '..', 'half \ud83d'])('refuses the id %j, which no path can hold', (id) => {
    expect(() => endpoint(ORIGIN, '/v1/keys/{id}', { id })).toThrow(
      expect.objectContaining({ code: 'RK9006' }),
    );
  });

  it.each(['a//b', '../sys', 'a/./b', '/a', 'a/'])('refuses the path %j', (path) => {
    expect(() => endpoint(ORIGIN, '/v1/{+path}', { path })).toThrow(RekeyError);
  });

  it('keeps the segments of a path apart and encodes each', () => {
    expect(endpoint(ORIGIN, '/v1/secret/data/{+path}', { path: 'prod/gate way' })).toBe(
      `${ORIGIN}/v1/secret/data/prod/gate%20way`,
    );
  });

  it('stays under the path of its base', () => {
    expect(endpoint(`${ORIGIN}/vault/`, '/v1/{id}', { id: 'a' })).toBe(`${ORIGIN}/vault/v1/a`);
  });

  it('encodes its query and leaves out what is undefined', () => {
    expect(endpoint(ORIGIN, '/k', {}, { page: 2, q: 'a&b', none: undefined, all: true })).toBe(
      `${ORIGIN}/k?page=2&q=a%26b&all=true`,
    );
  });

  it('names an id that has no value', () => {
    expect(() => endpoint(ORIGIN, '/{id}', {})).toThrow('{id}');
  });
});

describe('a status as an error', () => {
  const answer = (status: number, headers: Record<string, string> = {}) => ({ status, headers });
  const kind = (status: number, write: boolean) =>
    CODES[httpError(answer(status), { what: 'X', write }).code].kind;

  it.each([
    [400, 'broken', 'broken'],
    [401, 'denied', 'denied'],
    [403, 'denied', 'denied'],
    [404, 'gone', 'gone'],
    [408, 'transient', 'unknown'],
    [409, 'conflict', 'conflict'],
    [410, 'gone', 'gone'],
    [412, 'conflict', 'conflict'],
    [422, 'broken', 'broken'],
    [429, 'throttled', 'throttled'],
    [500, 'transient', 'unknown'],
    [503, 'transient', 'unknown'],
  ])('%i is %s for a read and %s for a write', (status, read, write) => {
    expect([kind(status, false), kind(status, true)]).toEqual([read, write]);
  });

  it('names the status and who was asked, and takes telling codes', () => {
    const error = httpError(answer(404), {
      what: 'SendGrid, revoke key_1',
      write: true,
      gone: 'RK5004',
      next: 'Look.',
    });
    expect(error.line).toBe('RK5004 SendGrid, revoke key_1: status 404. Next: Look.');
  });

  it('says how long the server asks to wait', () => {
    expect(httpError(answer(429, { 'retry-after': '12' }), { what: 'X', write: true }).retryAfter).toBe(
      12_000,
    );
    expect(httpError(answer(429), { what: 'X', write: true }).retryAfter).toBeUndefined();
  });
});

describe('Retry-After', () => {
  const date = 'Mon, 02 Mar 2026 02:00:00 GMT';
  it.each([
    ['seconds', { 'retry-after': '7' }, 7000],
    ['a date, by the server’s own clock', { 'retry-after': 'Mon, 02 Mar 2026 02:01:00 GMT', date }, 60_000],
    ['a date that has passed', { 'retry-after': 'Mon, 02 Mar 2026 01:00:00 GMT', date }, 1000],
    ['no time at all', { 'retry-after': '0' }, 1000],
    ['a negative number', { 'retry-after': '-5', date }, undefined],
    ['a number beyond all time', { 'retry-after': '9'.repeat(40) }, 86_400_000],
    ['a number with an exponent', { 'retry-after': '1e300', date }, undefined],
    ['a year from now', { 'retry-after': 'Tue, 02 Mar 2027 02:00:00 GMT', date }, 86_400_000],
    ['a date without a clock to compare', { 'retry-after': 'Mon, 02 Mar 2026 02:01:00 GMT' }, undefined],
    ['nonsense', { 'retry-after': 'soon', date }, undefined],
    ['nothing', {}, undefined],
  ])('as %s', (_name, headers, wait) => {
    expect(retryAfterOf({ headers })).toBe(wait);
  });
});
