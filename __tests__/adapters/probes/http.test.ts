import { describe, expect, it } from '@jest/globals';
import { fakeHealth, type Health } from '../../../src/adapters/probes/http/fake';
import { adapter } from '../../../src/adapters/probes/http/index';
import type { Reading } from '../../../src/domain/contracts/probe';
import type { FakeResponse } from '../../../src/kits/fake/fake';
import type { Fault } from '../../../src/sandbox/faults';
import { probeContract, type ProbeWorld } from '../../contracts/probe';
import { testPorts } from '../../support/ports';
import { VirtualClock } from '../../support/virtualClock';

const ORIGIN = 'https://health.example.com';
const URL_OF = `${ORIGIN}/payments`;

function settings(changes: object = {}) {
  const parsed = adapter.settings.safeParse({ url: URL_OF, ...changes });
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join('\n'));
  return parsed.data;
}

function worldOf(changes: object): ProbeWorld {
  const clock = new VirtualClock();
  let health: Health = { status: 200, keyId: 'key_0001' };
  let fault: Fault | undefined;
  const { ports, calls } = testPorts({
    clock,
    routes: { [ORIGIN]: fakeHealth('/payments', () => health) },
    faults: () => fault,
  });
  return {
    open: () => adapter.open(settings(changes), ports),
    run: (work) => clock.run(work),
    makeIll: () => {
      health = { status: 503 };
    },
    ...('key_id' in changes && {
      use: (keyId: string) => {
        health = { ...health, keyId };
      },
    }),
    failAlways: (wanted) => {
      fault = wanted;
    },
    calls: () => calls.length,
  };
}

probeContract('http', () => worldOf({}));
probeContract('http, with the key in a header', () => worldOf({ key_id: { header: 'X-Key-Id' } }));
probeContract('http, with the key in the body', () =>
  worldOf({ key_id: { pointer: '/key' }, expect: { body: { pointer: '/state', equals: 'well' } } }),
);

describe('http probe', () => {
  const answering = async (
    answer: Partial<FakeResponse>,
    changes: object = {},
    faults?: () => Fault | undefined,
  ): Promise<{ reading: Reading; calls: number }> => {
    const clock = new VirtualClock();
    const { ports, calls } = testPorts({
      clock,
      routes: { [ORIGIN]: () => ({ status: 200, body: '{}', ...answer }) },
      ...(faults && { faults }),
    });
    const reading = await clock.run(() => adapter.open(settings(changes), ports).check());
    return { reading, calls: calls.length };
  };

  it('looks once, so that a fault between two good answers is seen', async () => {
    const { reading, calls } = await answering({}, {}, () => ({ kind: 'status', status: 503 }));
    expect(reading).toMatchObject({ verdict: 'fail', numbers: { status: 503 } });
    expect(reading.sentence).toBe('503 in 0 ms, expected 200');
    expect(calls).toBe(1);
  });

  it('takes any status that is listed', async () => {
    const expectation = { expect: { status: [200, 204] } };
    expect((await answering({ status: 204, body: '' }, expectation)).reading.verdict).toBe('pass');
    expect((await answering({ status: 201 }, expectation)).reading.sentence).toContain('expected 200 or 204');
  });

  it.each([
    [{ pointer: '/checks/key', equals: true }, '{"checks":{"key":true}}', 'pass'],
    [{ pointer: '/checks/key', equals: true }, '{"checks":{"key":"true"}}', 'fail'],
    [{ pointer: '/checks', contains: 'ok' }, '{"checks":"all ok"}', 'pass'],
    [{ contains: 'healthy' }, 'I am healthy', 'pass'],
    [{ contains: 'healthy' }, 'I am ill', 'fail'],
    [{ pointer: '/checks/key', equals: true }, '<html>Sign in</html>', 'fail'],
  ])('compares the body: %j', async (body, text, verdict) => {
    expect((await answering({ body: text }, { expect: { body } })).reading.verdict).toBe(verdict);
  });

  it('fails an answer that is slower than allowed, by the monotonic clock', async () => {
    const clock = new VirtualClock();
    const { ports } = testPorts({ clock, routes: { [ORIGIN]: () => ({ status: 200, body: '' }) } });
    const slow = { send: async (request: never) => (await clock.sleep(700), ports.http.send(request)) };
    const check = (allowed: string): Promise<Reading> =>
      clock.run(() =>
        adapter.open(settings({ expect: { max_latency: allowed } }), { ...ports, http: slow }).check(),
      );
    expect(await check('500ms')).toMatchObject({ verdict: 'fail', numbers: { latency_ms: 700 } });
    expect((await check('1s')).verdict).toBe('pass');
  });

  it('has no data when it is sent to another host, and repeats nothing strange as a key id', async () => {
    const moved = { status: 302, headers: { location: 'https://login.example.net/' } };
    expect((await answering(moved)).reading.verdict).toBe('no data');
    const strange = { headers: { 'x-key-id': 'a b::warning' } };
    expect((await answering(strange, { key_id: { header: 'x-key-id' } })).reading.keyId).toBeUndefined();
  });

  it('is an error, not a reading, when the address is not allowed', async () => {
    const { ports } = testPorts({ routes: {}, origins: [] });
    await expect(adapter.open(settings(), ports).check()).rejects.toMatchObject({ kind: 'denied' });
  });

  it.each([
    { url: 'http://health.example.com/' },
    { url: 'https://user:word@health.example.com/' },
    { expect: { body: { equals: 'x' } } },
    { passes: 0 },
    { interval: '10' },
    { method: 'DELETE' },
  ])('refuses %j', (changes) => {
    expect(adapter.settings.safeParse({ url: URL_OF, ...changes }).success).toBe(false);
  });
});
