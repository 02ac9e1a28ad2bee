import { afterEach, describe, expect, it } from '@jest/globals';
import { fakeJson, type FakeHandler } from '../../src/kits/fake/fake';
import type { Fault } from '../../src/sandbox/faults';
import { serveFakes, type FakeServer } from '../../src/sandbox/server';

let server: FakeServer;
let effects: number;
afterEach(() => server.close());

const handler: FakeHandler = ({ method, path, query, headers, body }) => {
  if (path === '/none') return undefined;
  effects += 1;
  return fakeJson(201, { method, path, q: query.get('q'), key: headers['x-key'], body });
};
async function serve(fault?: Fault, latency = 0, arrived = (): void => {}): Promise<string> {
  effects = 0;
  const faults = (): Fault | undefined => {
    arrived();
    return fault;
  };
  server = await serveFakes(handler, { latency, faults });
  return server.origin;
}

describe('the server of the sandbox', () => {
  it('listens on loopback and hands requests to its fakes', async () => {
    const origin = await serve();
    expect(new URL(origin).hostname).toBe('127.0.0.1');
    const answer = await fetch(`${origin}/a%2Fb?q=1`, {
      method: 'PUT',
      headers: { 'X-Key': 'k' },
      body: '€',
    });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ method: 'PUT', path: '/a%2Fb', q: '1', key: 'k', body: '€' });
    expect((await fetch(`${origin}/none`)).status).toBe(404);
  });

  it('is as slow as it is told', async () => {
    const origin = await serve(undefined, 60);
    const began = performance.now();
    await fetch(origin);
    expect(performance.now() - began).toBeGreaterThan(55);
  });

  it.each<[Fault, number | string, number]>([
    [{ kind: 'refused' }, 'no answer', 0],
    [{ kind: 'lost' }, 'no answer', 1],
    [{ kind: 'status', status: 503, retryAfter: 3 }, 503, 0],
    [{ kind: 'truncated' }, 201, 1],
    [{ kind: 'html' }, 200, 0],
    [{ kind: 'stall', hold: Promise.resolve() }, 201, 1],
  ])('shows the fault %j', async (fault, expected, count) => {
    const origin = await serve(fault);
    const status = await fetch(origin).then(
      (answer) => answer.status,
      () => 'no answer',
    );
    expect([status, effects]).toEqual([expected, count]);
  });

  it('lets a late effect land after the client has gone', async () => {
    const client = new AbortController();
    const effectsSoFar: number[] = [];
    // On a busy machine a client that left after some time could leave before its request arrives.
    const origin = await serve({ kind: 'late', delay: 200 }, 0, () => client.abort());
    await expect(
      fetch(origin, { signal: client.signal }).finally(() => effectsSoFar.push(effects)),
    ).rejects.toThrow();
    while (effects === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect([effectsSoFar, effects]).toEqual([[0], 1]);
  });

  it('closes although a client is still waiting', async () => {
    let waiting: Promise<unknown> = Promise.resolve();
    await new Promise<void>((arrived) => {
      void serve({ kind: 'timeout' }, 0, arrived).then((origin) => {
        waiting = fetch(origin).catch(() => 'hung up');
      });
    });
    await server.close().then(() => serve());
    expect(await waiting).toBe('hung up');
  });

  it('lets a gate hold a request before its effect, hold the answer after it, or cut the connection', async () => {
    effects = 0;
    const gates: string[] = [];
    server = await serveFakes(handler, {
      gate: async ({ path }, act) => {
        gates.push(path);
        if (path === '/cut') return undefined;
        const answer = act();
        return path === '/lost' ? undefined : answer;
      },
    });
    const ask = (path: string): Promise<number | string> =>
      fetch(`${server.origin}${path}`).then(
        ({ status }) => status,
        () => 'no answer',
      );
    expect([await ask('/passes'), effects]).toEqual([201, 1]);
    expect([await ask('/cut'), effects]).toEqual(['no answer', 1]);
    expect([await ask('/lost'), effects]).toEqual(['no answer', 2]);
    expect(gates).toEqual(['/passes', '/cut', '/lost']);
  });
});
