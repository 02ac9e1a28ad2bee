import { describe, expect, it } from '@jest/globals';
import { SECOND, type Millis } from '../../../src/domain/tools/time';
import { paced } from '../../../src/runtime/http/pace';
import type { Transport, WireRequest } from '../../../src/runtime/http/wire';
import { VirtualClock } from '../../support/virtualClock';

const ASKED = 'https://api.example.com/v1';

interface Sent {
  readonly request: WireRequest;
  readonly at: Millis;
  readonly status: number;
}

/** A server that bears so many requests in any second, and a transport that keeps its pace. */
function world(rate: number, retryAfter = 1) {
  const clock = new VirtualClock();
  const sent: Sent[] = [];
  const transport: Transport = async (request) => {
    const at = clock.monotonic();
    const borne = sent.filter((other) => other.at > at - SECOND && other.status === 200).length;
    const status = borne < rate ? 200 : 429;
    sent.push({ request, at, status });
    await clock.sleep(50);
    return { status, headers: status === 429 ? { 'retry-after': String(retryAfter) } : {}, body: '' };
  };
  return { clock, sent, transport: paced(clock)(transport), bare: transport };
}

const request = (change: Partial<WireRequest> = {}): WireRequest => ({
  method: 'GET',
  safe: true,
  url: new URL(ASKED),
  headers: {},
  timeout: 30 * SECOND,
  maxBytes: 1000,
  ...change,
});
const effect = request({ method: 'POST', safe: false });
const many = (count: number, one: () => Promise<unknown>): Promise<unknown> =>
  Promise.all(Array.from({ length: count }, one));
const refused = (sent: readonly Sent[]): number => sent.filter(({ status }) => status === 429).length;

describe('the pace of requests', () => {
  it('is free until the server refuses one', async () => {
    const { clock, sent, transport } = world(100);
    await clock.run(() => many(100, () => transport(request())));
    expect(sent.every(({ at }) => at === 0)).toBe(true);
  });

  it('is the one the server bore, from then on', async () => {
    const { clock, sent, transport } = world(10);
    await clock.run(() => many(11, () => transport(request())));
    expect(refused(sent)).toBe(1);
    const began = clock.monotonic();
    await clock.run(() => many(50, () => transport(request())));
    expect(refused(sent)).toBe(1);
    expect(clock.monotonic() - began).toBeLessThan(7 * SECOND);
  });

  it('lets effects go first, and takes what they waited from their time', async () => {
    const { clock, sent, transport } = world(10);
    await clock.run(() => many(11, () => transport(request())));
    await clock.run(() => Promise.all([many(20, () => transport(request())), transport(effect)]));
    const [first, ...others] = sent.slice(11);
    expect(first?.request.method).toBe('POST');
    expect(first?.request.timeout).toBeCloseTo(30 * SECOND - ((first?.at ?? 0) - 50), 0);
    expect(others.every((one) => one.request.timeout === 30 * SECOND)).toBe(true);
  });

  it('gives an effect whole milliseconds, for a real clock counts fractions', async () => {
    const { clock, sent, bare } = world(1);
    const fractions = { monotonic: () => clock.monotonic() + 0.37, sleep: clock.sleep };
    const transport = paced(fractions)(bare);
    await clock.run(() => many(2, () => transport(request())));
    await clock.run(() => many(3, () => transport({ ...effect, timeout: 2.5 })));
    await clock.run(() => many(3, () => transport(effect)));
    for (const { timeout } of sent.slice(2).map((one) => one.request)) {
      expect(Number.isInteger(timeout) || timeout === 2.5).toBe(true);
      expect(timeout).toBeGreaterThanOrEqual(1);
    }
    expect(sent.slice(2).some(({ request: { timeout } }) => timeout < 30 * SECOND)).toBe(true);
  });

  it('lets a read go before older ones, so that what has begun continues, but keeps none back for long by that', async () => {
    const { clock, sent, transport } = world(2);
    const named = (name: number) => transport(request({ headers: { name: String(name) } }));
    await clock.run(() => many(3, () => transport(request())));
    const before = sent.length;
    await clock.run(() => Promise.all(Array.from({ length: 30 }, (_, name) => named(name))));
    const order = sent.slice(before).map((one) => Number(one.request.headers['name']));
    expect(order[0]).toBe(29);
    const oldest = order.indexOf(0);
    expect(order.slice(oldest, oldest + 4)).toEqual([0, 1, 2, 3]);
    expect(sent[before + oldest]?.at).toBeLessThan(12 * SECOND);
  });

  it('never holds an effect for longer than five seconds, nor a read for longer than thirty', async () => {
    const { clock, sent, transport } = world(1, 20);
    await clock.run(() => many(2, () => transport(request())));
    await clock.run(() => Promise.all([transport(effect), many(40, () => transport(request()))]));
    expect(sent[2]?.request.method).toBe('POST');
    expect(sent[2]?.at).toBeCloseTo(50 + 5 * SECOND, -2);
    expect(Math.max(...sent.map(({ at }) => at))).toBeLessThanOrEqual(50 + 30 * SECOND);
  });

  it('does not wait for a server that asks for very long', async () => {
    const { clock, sent, transport } = world(1, 3600);
    await clock.run(() => many(2, () => transport(request())));
    await clock.run(() => transport(request()));
    expect(clock.monotonic()).toBe(100);
    expect(sent).toHaveLength(3);
  });

  it('becomes faster again after a while, a step at a time', async () => {
    const { clock, sent, transport } = world(10);
    await clock.run(() => many(11, () => transport(request())));
    await clock.advance(31 * SECOND);
    const began = clock.monotonic();
    await clock.run(() => many(50, () => transport(request())));
    expect(clock.monotonic() - began).toBeLessThan(8 * SECOND);
    expect(refused(sent)).toBeLessThan(8);
  });

  it('is of one server only, and shared by all ports', async () => {
    const { clock, sent, bare } = world(10);
    const pace = paced(clock);
    await clock.run(() => many(11, () => pace(bare)(request())));
    const before = clock.monotonic();
    await clock.run(() => pace(bare)(request({ url: new URL('https://other.example.com/') })));
    expect(sent.at(-1)?.at).toBe(before);
    await clock.run(() => pace(bare)(request()));
    expect(sent.at(-1)?.at).toBeGreaterThan(before + SECOND / 2);
  });
});
