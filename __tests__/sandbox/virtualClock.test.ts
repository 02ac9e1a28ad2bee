import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { HOUR, SECOND } from '../../src/domain/tools/time';
import { systemClock } from '../../src/runtime/clock';
import { VirtualClock } from '../support/virtualClock';

describe('virtual time', () => {
  it('stands still until it is told', async () => {
    const clock = new VirtualClock('2026-03-02T02:00:00.000Z');
    let over = false;
    void clock.sleep(SECOND).then(() => (over = true));
    await clock.advance(999);
    expect(over).toBe(false);
    await clock.advance(1);
    expect(over).toBe(true);
    expect(new Date(clock.now()).toISOString()).toBe('2026-03-02T02:00:01.000Z');
    expect(clock.monotonic()).toBe(SECOND);
  });

  it('wakes sleepers in the order of their time, then of their coming', async () => {
    const clock = new VirtualClock();
    const order: string[] = [];
    const sleeper = async (name: string, duration: number): Promise<void> => {
      await clock.sleep(duration);
      order.push(`${name}@${clock.monotonic()}`);
    };
    await clock.run(() => Promise.all([sleeper('c', 30), sleeper('a', 10), sleeper('b', 10)]));
    expect(order).toEqual(['a@10', 'b@10', 'c@30']);
  });

  it.each([
    ['virtual', new VirtualClock()],
    ['real', systemClock],
  ])('leaves nothing on the signal once a sleep is over, if %s', async (_name, clock) => {
    const { signal } = new AbortController();
    const sleep = (): Promise<void> => clock.sleep(1, signal);
    if (clock instanceof VirtualClock) await clock.run(sleep);
    else await sleep();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('jumps when nothing else can run, so an hour takes no time', async () => {
    const clock = new VirtualClock();
    const began = Date.now();
    const answer = await clock.run(async () => {
      for (let hour = 0; hour < 24; hour += 1) await clock.sleep(HOUR);
      return 'done';
    });
    expect([answer, clock.monotonic()]).toEqual(['done', 24 * HOUR]);
    expect(Date.now() - began).toBeLessThan(HOUR);
  });

  it('hands on what the body throws', async () => {
    await expect(new VirtualClock().run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});

describe.each([
  ['virtual', () => new VirtualClock()],
  ['real', () => systemClock],
])('a sleep on the %s clock', (_name, make) => {
  it('ends early and without an error when it is cancelled', async () => {
    const clock = make();
    const controller = new AbortController();
    const sleep = clock.sleep(HOUR, controller.signal);
    controller.abort();
    await sleep;
    await clock.sleep(HOUR, controller.signal);
    expect(clock.monotonic()).toBeLessThan(HOUR);
  });
});

it('the real clock sleeps at least as long as asked', async () => {
  const began = systemClock.monotonic();
  await systemClock.sleep(20);
  expect(systemClock.monotonic() - began).toBeGreaterThan(18);
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(SECOND);
});
