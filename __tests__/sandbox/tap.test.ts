import { describe, expect, it } from '@jest/globals';
import type { FakeRequest } from '../../src/kits/fake/fake';
import { FLEET_AGENT, Tap } from '../../src/sandbox/tap';

const request = (path: string, headers: FakeRequest['headers'] = {}): FakeRequest => ({
  method: 'GET',
  path,
  query: new URLSearchParams(),
  headers,
  body: '',
});
const answer = { status: 200, body: 'yes' };

describe('the tap', () => {
  it('counts what Rekey asks, and neither the fleet nor paths that nobody serves', () => {
    const tap = new Tap();
    const handler = tap.wrap('vendor', ({ path }) => (path === '/here' ? answer : undefined));
    expect(handler(request('/here'))).toBe(answer);
    expect(handler(request('/here', { 'user-agent': FLEET_AGENT }))).toBe(answer);
    expect(handler(request('/elsewhere'))).toBeUndefined();
    expect(tap.counts).toEqual({ vendor: 1, store: 0, github: 0, health: 0 });
  });

  it('acts on the next visit that fits before its answer is sent, and only on that one', async () => {
    const tap = new Tap();
    const handler = tap.wrap('store', () => answer);
    const acted: string[] = [];
    const next = tap.next(
      ({ request: { path } }) => path === '/b',
      (visit) => acted.push(visit.request.path),
    );
    handler(request('/a'));
    expect(acted).toEqual([]);
    handler(request('/b'));
    handler(request('/b'));
    expect(acted).toEqual(['/b']);
    expect((await next).response).toBe(answer);
  });

  it('disturbs one place until it is calm again', () => {
    const tap = new Tap();
    const call = { n: 1, origin: '', method: 'GET', path: '/admin/keys' };
    tap.disturb('vendor', ({ path }) =>
      path.startsWith('/admin') ? { kind: 'status', status: 503 } : undefined,
    );
    expect(tap.plan('vendor')(call)).toEqual({ kind: 'status', status: 503 });
    expect(tap.plan('vendor')({ ...call, path: '/v1/ping' })).toBeUndefined();
    expect(tap.plan('store')(call)).toBeUndefined();
    tap.calm('vendor');
    expect(tap.plan('vendor')(call)).toBeUndefined();
  });

  it('leads what Rekey asks through the guard, and the fleet past it', async () => {
    const tap = new Tap();
    const gate = tap.gate('store');
    const act = () => answer;
    expect(await gate(request('/a'), act)).toBe(answer);
    tap.guard(async (place, { path }) => ({ status: 418, body: `${place}${path}` }));
    expect(await gate(request('/a'), act)).toEqual({ status: 418, body: 'store/a' });
    expect(await gate(request('/a', { 'user-agent': FLEET_AGENT }), act)).toBe(answer);
  });
});
