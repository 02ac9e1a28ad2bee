import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, MINUTE } from '../../src/domain/tools/time';
import type { FaultPlan } from '../../src/sandbox/faults';
import { Stage } from '../support/stage';

describe('failures', () => {
  it('back off for 1, 6 and 24 hours, and the third in a row blocks the key', async () => {
    const stage = await new Stage({ vendor: { lags: { propagation: DAY } } }).begin();
    const backOff: number[] = [];
    for (let failures = 1; failures <= 3; failures += 1) {
      const { stop } = await stage.playOut();
      expect([stop.rotation?.closed, stop.key.failures]).toEqual(['undone', failures]);
      backOff.push(Date.parse(stop.key.notBefore ?? '') - Date.parse(stop.key.last?.at ?? ''));
    }
    expect(backOff).toEqual([HOUR, 6 * HOUR, DAY]);
    expect((await stage.keyState()).blocked).toMatchObject({ code: 'RK8003' });
    expect(stage.live).toHaveLength(1);
  });

  it('of a preflight change nothing, not even the journal', async () => {
    const stage = await new Stage().begin();
    stage.service('billing-service').illWith = () => true;
    const { stop } = await stage.play();
    expect([stop.status, stop.error?.code]).toEqual(['failed', 'RK6005']);
    expect(stage.disk.facts).toEqual([]);
  });

  it('that pass are waited out for a day: an outage of hours undoes nothing', async () => {
    const stage = await new Stage().begin();
    await stage.play();
    stage.clock.beat(MINUTE, () => {});
    const until = stage.clock.now() + 20 * HOUR;
    const faults: FaultPlan = ({ origin }) =>
      origin.includes('gateway') && stage.clock.now() < until ? { kind: 'status', status: 503 } : undefined;
    const { stop } = await stage.clock.run(() => stage.processes('rotate', { faults }, 200));
    expect(stop.rotation?.closed).toBe('done');
    expect(stage.clock.now()).toBeGreaterThan(until);
  });

  it('of two days far apart are no long outage', async () => {
    const stage = await new Stage({ key: { grace: 3 * DAY } }).begin();
    await stage.play();
    stage.clock.beat(HOUR, () => {});
    const failing = (from: number, to: number) => (): boolean => {
      const now = stage.clock.monotonic();
      return now >= from && now < to;
    };
    const ill = [failing(0, HOUR), failing(3 * DAY - HOUR, 3 * DAY + HOUR)];
    const { stop } = await stage.playOut('rotate', {
      faults: ({ origin }) =>
        origin.includes('vault') && ill.some((is) => is()) ? { kind: 'status', status: 503 } : undefined,
    });
    expect(stop.error?.line).toBeUndefined();
    expect(stop.rotation?.closed).toBe('done');
  });

  it('of a probe that sees nothing hold the rotation for an hour, then a person looks', async () => {
    const stage = await new Stage().begin();
    const dark = stage.service('billing-service');
    stage.watch = (_job, origin) => {
      if (origin.includes('deploy')) dark.isDark = true;
    };
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK6007']);
    expect(stage.clock.monotonic()).toBeGreaterThan(HOUR);
    expect(stage.live).toHaveLength(2);
    expect(stage.refusals).toEqual([]);
  });
});
