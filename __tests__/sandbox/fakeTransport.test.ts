import { describe, expect, it } from '@jest/globals';
import { fakeJson, type FakeHandler } from '../../src/kits/fake/fake';
import type { HttpRequest } from '../../src/domain/ports';
import { SECOND } from '../../src/domain/tools/time';
import type { WireRequest } from '../../src/runtime/http/wire';
import type { Fault, FaultPlan } from '../../src/sandbox/faults';
import { fakeTransport } from '../support/fakeTransport';
import { VirtualClock } from '../support/virtualClock';

const API = 'https://api.example.com';

const request = (path = '/v1', method: HttpRequest['method'] = 'POST'): WireRequest => ({
  method,
  safe: false,
  url: new URL(API + path),
  headers: { 'x-key': 'k' },
  body: '{}',
  timeout: 30 * SECOND,
  maxBytes: 1000,
});

function world(options: { faults?: FaultPlan; latency?: number; handlers?: FakeHandler[] } = {}) {
  const clock = new VirtualClock();
  let effects = 0;
  const effect: FakeHandler = ({ path }) => {
    if (path !== '/v1') return undefined;
    effects += 1;
    return fakeJson(200, { effects });
  };
  const { handlers = [effect], ...more } = options;
  const { transport, calls } = fakeTransport({ [API]: handlers }, { clock, ...more });
  const send = (wire = request()) => clock.run(() => transport(wire));
  const outcome = (wire = request()) =>
    send(wire).then(
      ({ status }) => status,
      (thrown: { name: string; sent?: string; reason?: string }) => [thrown.name, thrown.sent, thrown.reason],
    );
  return { clock, calls, transport, send, outcome, effects: () => effects };
}
const always = (fault: Fault): { faults: FaultPlan } => ({ faults: () => fault });

describe('an answer', () => {
  it('comes from the first fake that knows the path, and tells the time', async () => {
    const other: FakeHandler = ({ path }) => (path === '/v2' ? { status: 204, body: '' } : undefined);
    const { send, clock } = world({ handlers: [() => undefined, other] });
    const answer = await send(request('/v2'));
    expect(answer.status).toBe(204);
    expect(Date.parse(answer.headers['date'] ?? '')).toBe(clock.now());
    expect((await send(request('/v3'))).status).toBe(404);
  });

  it('to a HEAD has no body', async () => {
    expect((await world().send(request('/v1', 'HEAD'))).body).toBe('');
  });

  it('takes as long as the latency says, with the effect in the middle', async () => {
    const { clock, transport, effects } = world({ latency: 200 });
    const answer = transport(request());
    await clock.advance(99);
    expect(effects()).toBe(0);
    await clock.advance(1);
    expect(effects()).toBe(1);
    await clock.advance(100);
    expect((await answer).status).toBe(200);
  });

  it('is recorded with its place in time', async () => {
    const { send, calls, clock } = world();
    const sentAt = clock.now();
    await send();
    await send(request('/nowhere', 'GET'));
    expect(calls).toEqual([
      { n: 1, origin: API, method: 'POST', path: '/v1', status: 200, sentAt },
      { n: 2, origin: API, method: 'GET', path: '/nowhere', status: 404, sentAt },
    ]);
  });
});

describe('faults', () => {
  it.each<[Fault, unknown, number]>([
    [{ kind: 'refused' }, ['TransportFailure', 'no', 'refused'], 0],
    [{ kind: 'lost' }, ['TransportFailure', 'maybe', 'timeout'], 1],
    [{ kind: 'lost', after: 5 }, ['TransportFailure', 'maybe', 'connection lost'], 1],
    [{ kind: 'timeout' }, ['TransportFailure', 'maybe', 'timeout'], 0],
    [{ kind: 'status', status: 503 }, 503, 0],
    [{ kind: 'truncated' }, 200, 1],
    [{ kind: 'html' }, 200, 0],
    [{ kind: 'kill', when: 'before' }, ['ProcessKilled', undefined, undefined], 0],
    [{ kind: 'kill', when: 'after' }, ['ProcessKilled', undefined, undefined], 1],
  ])('%j', async (fault, expected, effects) => {
    const made = world(always(fault));
    expect(await made.outcome()).toEqual(expected);
    expect(made.effects()).toBe(effects);
    expect(made.calls).toHaveLength(1);
  });

  it('nobody at an origin is no connection', async () => {
    const { outcome } = world();
    expect(await outcome({ ...request(), url: new URL('https://nowhere.example.com/') })).toEqual([
      'TransportFailure',
      'no',
      'unknown host',
    ]);
  });

  it('Retry-After is sent in seconds', async () => {
    const { send } = world(always({ kind: 'status', status: 429, retryAfter: 7 }));
    expect((await send()).headers['retry-after']).toBe('7');
  });

  it('a late effect lands after the client has given up', async () => {
    const { outcome, effects, clock } = world(always({ kind: 'late', delay: 45 * SECOND }));
    expect(await outcome()).toEqual(['TransportFailure', 'maybe', 'timeout']);
    expect(effects()).toBe(0);
    await clock.advance(15 * SECOND);
    expect(effects()).toBe(1);
  });

  it('a stalled process sends when it continues', async () => {
    let goOn = (): void => {};
    const hold = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { transport, effects, clock } = world(always({ kind: 'stall', hold }));
    const answer = transport(request());
    await clock.advance(3600 * SECOND);
    expect(effects()).toBe(0);
    goOn();
    expect((await answer).status).toBe(200);
    expect(effects()).toBe(1);
  });

  it('a suspended machine sends late, or looks late at its answer', async () => {
    for (const when of ['before', 'after'] as const) {
      const made = world(always({ kind: 'suspended', when, duration: 60 * SECOND }));
      const answer = made.transport(request());
      await made.clock.advance(59 * SECOND);
      expect(made.effects()).toBe(when === 'before' ? 0 : 1);
      expect(await Promise.race([answer, 'nothing yet'])).toBe('nothing yet');
      await made.clock.advance(SECOND);
      expect((await answer).status).toBe(200);
    }
  });

  it('a killed process never sends again, not even what it held', async () => {
    let goOn = (): void => {};
    const hold = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const made = world({
      faults: ({ n }) =>
        n === 1 ? { kind: 'stall', hold } : n === 2 ? { kind: 'kill', when: 'before' } : undefined,
    });
    const held = made.transport(request()).catch((thrown: Error) => thrown.name);
    expect(await made.outcome()).toEqual(['ProcessKilled', undefined, undefined]);
    goOn();
    expect(await held).toBe('ProcessKilled');
    expect(await made.outcome()).toEqual(['ProcessKilled', undefined, undefined]);
    expect(made.effects()).toBe(0);
  });
});
