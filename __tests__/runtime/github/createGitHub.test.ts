import { describe, expect, it } from '@jest/globals';
import { fakeJson, type FakeHandler, type FakeRequest, type FakeResponse } from '../../../src/kits/fake/fake';
import { RekeyError } from '../../../src/domain/errors';
import type { GitHub } from '../../../src/domain/ports';
import { SecretValue } from '../../../src/domain/secret';
import { MINUTE, SECOND } from '../../../src/domain/tools/time';
import { createGitHub } from '../../../src/runtime/github/createGitHub';
import { createHttp } from '../../../src/runtime/http/createHttp';
import type { Fault } from '../../../src/sandbox/faults';
import { fakeTransport } from '../../support/fakeTransport';
import { recordingLog, seededRandom } from '../../support/ports';
import { VirtualClock } from '../../support/virtualClock';

const TOKEN = 'ghs_0123456789abcdefghij';

function world(handler: FakeHandler, options: { api?: string; fault?: Fault } = {}) {
  const api = options.api ?? 'https://api.github.com';
  const { origin } = new URL(api);
  const clock = new VirtualClock();
  const seen: FakeRequest[] = [];
  const spy: FakeHandler = (request) => {
    seen.push(request);
    return handler(request);
  };
  const { fault } = options;
  const { transport, calls } = fakeTransport({ [origin]: spy }, { clock, faults: () => fault });
  const log = recordingLog();
  const boundary = { origins: [origin], allowPrivateHosts: [], allowLoopbackHttp: false };
  const http = createHttp({
    transport,
    clock,
    random: seededRandom(),
    log,
    userAgent: 'rekey-test',
    ...boundary,
  });
  const github = createGitHub({
    http,
    clock,
    log,
    api,
    token: SecretValue.of(TOKEN, [origin]),
    repository: 'acme/shop',
  });
  const failure = (call: (github: GitHub) => Promise<unknown>): Promise<RekeyError> =>
    clock.run(async () => {
      const error: unknown = await call(github).catch((thrown: unknown) => thrown);
      if (error instanceof RekeyError) return error;
      throw error instanceof Error ? error : new Error('it did not fail');
    });
  return { github, clock, seen, calls, log, failure };
}

const read = (github: GitHub) =>
  github.request('GET /repos/{owner}/{repo}/issues', { owner: 'acme', repo: 'shop' }, 'issues: read');
const write = (github: GitHub) =>
  github.request(
    'POST /repos/{owner}/{repo}/issues',
    { owner: 'acme', repo: 'shop', title: 'Hi' },
    'issues: write',
  );
const query = (github: GitHub) =>
  github.graphql('query Keys($n: Int!) { a(n: $n) }', { n: 1 }, 'contents: read');
const mutation = (github: GitHub) => github.graphql('mutation Commit { c }', {}, 'contents: write');

describe('calls', () => {
  it('send the token as a header and the parameters encoded', async () => {
    const { github, clock, seen } = world(() => fakeJson(200, [{ number: 7 }]));
    const route = 'GET /repos/{owner}/{repo}/issues/{number}';
    const answer = await clock.run(() =>
      github.request(route, { owner: 'acme', repo: 'a/../b', number: 7, per_page: 5 }, 'issues: read'),
    );
    expect(answer.data).toEqual([{ number: 7 }]);
    expect(seen[0]?.path).toBe('/repos/acme/a%2F..%2Fb/issues/7');
    expect(seen[0]?.query.get('per_page')).toBe('5');
    expect(seen[0]?.headers['authorization']).toBe(`Bearer ${TOKEN}`);
  });

  it.each(['', '.', '..'])('refuse %p as a part of the path', async (repo) => {
    const { failure, calls } = world(() => fakeJson(200, {}));
    const error = await failure((github) =>
      github.request('GET /repos/{owner}/{repo}', { owner: 'acme', repo }, 'x'),
    );
    expect(error.code).toBe('RK9006');
    expect(calls).toHaveLength(0);
  });

  it('find GraphQL of GitHub Enterprise Server beside its REST address', async () => {
    const { github, clock, seen } = world(() => fakeJson(200, { data: { a: 1 } }), {
      api: 'https://ghes.example.com/api/v3',
    });
    expect(await clock.run(() => query(github))).toEqual({ a: 1 });
    expect(seen[0]?.path).toBe('/api/graphql');
    expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({ variables: { n: 1 } });
  });
});

describe('refusals', () => {
  const rest =
    (status: number, message: string, headers: Record<string, string> = {}): FakeHandler =>
    () =>
      fakeJson(status, { message }, headers);

  it.each([
    [403, 'Resource not accessible by integration', 'RK3004'],
    [401, 'Bad credentials', 'RK3004'],
    [404, 'Not Found', 'RK9009'],
    [410, 'Issues are disabled', 'RK9009'],
    [409, 'Conflict', 'RK9012'],
    [422, 'Reference already exists', 'RK9012'],
    [422, 'Validation Failed', 'RK9011'],
    [500, '', 'RK9002'],
  ])('a write that gets %i %s is %s', async (status, message, code) => {
    const { failure, calls } = world(rest(status, message));
    expect((await failure(write)).code).toBe(code);
    expect(calls).toHaveLength(1);
  });

  it('name the permission that is missing', async () => {
    const { failure } = world(rest(403, 'Resource not accessible by integration'));
    const error = await failure(write);
    expect(error.next).toContain('`issues: write`');
    expect(error.message).toContain('`Resource not accessible by integration`');
  });

  it('quote what GitHub says with 410 and 422, cut and harmless', async () => {
    for (const status of [410, 422]) {
      const { message } = await world(rest(status, `Issues are off. ${'x'.repeat(500)}`)).failure(write);
      expect(message).toMatch(/`Issues are off\. x+…`/);
      expect(message.length).toBeLessThan(220);
    }
  });

  it('make foreign words harmless', async () => {
    const { failure } = world(rest(422, '::error::@everyone `x`\n::set-output'));
    expect((await failure(write)).message).not.toMatch(/::|\n|`x`/);
  });

  it('of a read that gets 500 are transient', async () => {
    const { failure, calls } = world(rest(500, ''));
    expect((await failure(read)).code).toBe('RK9010');
    expect(calls).toHaveLength(3);
  });

  it.each([
    ['Retry-After', 403, { 'retry-after': '120' }, 120 * SECOND],
    ['nothing: a minute', 403, {}, MINUTE],
    ['429', 429, { 'retry-after': '45' }, 45 * SECOND],
  ])('by the rate limit say how long to wait: %s', async (_name, status, headers, wait) => {
    const { failure } = world(rest(status, 'You have exceeded a secondary rate limit.', headers));
    expect(await failure(write)).toMatchObject({ code: 'RK9007', retryAfter: wait });
  });

  it('by the primary rate limit last until its reset, by GitHub’s clock', async () => {
    const clock = new VirtualClock();
    const reset = String((clock.now() + 10 * MINUTE) / SECOND);
    const { failure } = world(
      rest(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }),
    );
    expect(await failure(write)).toMatchObject({ code: 'RK9007', retryAfter: 10 * MINUTE });
  });
});

describe('GraphQL errors', () => {
  const errors = (type: string, message = ''): FakeResponse =>
    fakeJson(200, { data: null, errors: [{ type, message }] });

  it.each([
    ['NOT_FOUND', '', 'RK9009'],
    ['FORBIDDEN', 'Resource not accessible by integration', 'RK3004'],
    ['INSUFFICIENT_SCOPES', '', 'RK3004'],
    ['STALE_DATA', 'Expected branch to point to', 'RK9012'],
    ['RATE_LIMITED', '', 'RK9007'],
    ['UNPROCESSABLE', 'Repository rule violations found', 'RK3004'],
    ['UNPROCESSABLE', 'A path was requested for deletion', 'RK9011'],
    ['', 'Something went wrong while executing your query', 'RK9002'],
  ])('%s %s is %s', async (type, message, code) => {
    const { failure } = world(() => errors(type, message));
    expect((await failure(mutation)).code).toBe(code);
  });

  it('a fault of a query is transient', async () => {
    const { failure } = world(() => errors('', 'Something went wrong while executing your query'));
    expect((await failure(query)).code).toBe('RK9010');
  });

  it('no GraphQL at all leaves a mutation unknown', async () => {
    const { failure } = world(() => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<html>',
    }));
    expect((await failure(mutation)).code).toBe('RK9002');
    expect((await failure(query)).code).toBe('RK9005');
  });
});

describe('lost answers', () => {
  it('leave writes and mutations unknown, and are not sent again', async () => {
    for (const call of [write, mutation]) {
      const { failure, calls } = world(() => fakeJson(200, { data: {} }), { fault: { kind: 'lost' } });
      expect((await failure(call)).code).toBe('RK9002');
      expect(calls).toHaveLength(1);
    }
  });

  it('of reads and queries are asked again, three times in all', async () => {
    for (const call of [read, query]) {
      const { failure, calls } = world(() => fakeJson(200, { data: {} }), { fault: { kind: 'timeout' } });
      expect((await failure(call)).code).toBe('RK9001');
      expect(calls).toHaveLength(3);
    }
  });

  it('a killed process stays killed', async () => {
    const { github, clock } = world(() => fakeJson(200, {}), { fault: { kind: 'kill', when: 'before' } });
    await expect(clock.run(() => write(github))).rejects.toMatchObject({ name: 'ProcessKilled' });
  });
});

it('the token is in no error and no log line', async () => {
  const { failure, log } = world(() => fakeJson(403, { message: `echo ${'x'.repeat(10)}` }));
  const error = await failure(write);
  expect(JSON.stringify([error, error.message, error.stack, error.cause, log.lines])).not.toContain(TOKEN);
});

it('now is GitHub’s clock, and continues by itself', async () => {
  const { github, clock } = world(() => fakeJson(200, [], { date: 'Mon, 02 Mar 2026 09:00:00 GMT' }));
  expect(github.now()).toBe(clock.now());
  await clock.run(() => read(github));
  expect(github.now()).toBe(Date.parse('2026-03-02T09:00:00Z'));
  await clock.advance(5 * MINUTE);
  expect(github.now()).toBe(Date.parse('2026-03-02T09:05:00Z'));
  await clock.run(() => read(github));
  expect(github.now()).toBe(Date.parse('2026-03-02T09:05:00Z'));
});
