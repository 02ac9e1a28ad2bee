import { describe, expect, it } from '@jest/globals';
import { clockAt, readSpeed, systemClock, writeSpeed } from '../../src/runtime/clock';
import { readEnvironment } from '../../src/runtime/environment';

describe('the clock', () => {
  it("is the machine's", () => {
    const before = Date.now();
    const now = systemClock.now();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
    const began = performance.now();
    const monotonic = systemClock.monotonic();
    expect(monotonic).toBeGreaterThanOrEqual(began);
    expect(monotonic).toBeLessThanOrEqual(performance.now());
  });

  it('runs faster from a moment on, and sleeps for less', async () => {
    const since = Date.now() - 1000;
    const clock = clockAt({ factor: 100, since });
    const ahead = clock.now() - since;
    expect(ahead).toBeGreaterThanOrEqual(100_000);
    expect(ahead).toBeLessThanOrEqual((Date.now() - since) * 100);
    const [began, monotonic] = [performance.now(), clock.monotonic()];
    await clock.sleep(10_000);
    const real = performance.now() - began;
    expect(real).toBeGreaterThanOrEqual(99);
    expect(real).toBeLessThan(10_000);
    expect(clock.monotonic() - monotonic).toBeGreaterThanOrEqual(9900);
  });

  it('wakes who sleeps when the signal is aborted', async () => {
    const cancel = new AbortController();
    const sleeping = systemClock.sleep(60_000, cancel.signal);
    cancel.abort();
    await sleeping;
    await systemClock.sleep(60_000, cancel.signal);
  });

  it('reads a speed as it was written, and nothing else', () => {
    const speed = { factor: 20, since: 1763633618000 };
    expect(readSpeed(writeSpeed(speed))).toEqual(speed);
    for (const wrong of ['', '20', '0@1763633618000', '2.5@1763633618000', '20@17636', '-1@1763633618000'])
      expect(readSpeed(wrong)).toBeUndefined();
    expect(readSpeed(undefined)).toBeUndefined();
  });

  it('cannot be hurried outside the sandbox', () => {
    const hurried = { REKEY_SANDBOX_SPEED: '20@1763633618000' };
    expect(readEnvironment(hurried, []).speed).toBeUndefined();
    expect(readEnvironment({ ...hurried, REKEY_SANDBOX: 'true' }, []).speed).toBeUndefined();
    expect(readEnvironment({ ...hurried, REKEY_SANDBOX: '1' }, []).speed).toEqual({
      factor: 20,
      since: 1763633618000,
    });
  });
});
