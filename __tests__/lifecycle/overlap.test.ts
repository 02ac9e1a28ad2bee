import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE } from '../../src/domain/tools/time';
import { Stage } from '../support/stage';

describe('an overlap rotation', () => {
  it('replaces the key, waits out the grace period, and proves the old one dead', async () => {
    const stage = await new Stage().begin();
    const [old] = stage.live;
    const first = await stage.play();
    expect(first.stop.error?.line).toBeUndefined();
    expect(first.stop.status).toBe('waiting');
    expect(stage.served('api_key_id')).not.toBe(old?.id);
    expect(stage.live).toHaveLength(2);

    const { stop } = await stage.playOut();
    expect(stop.error?.line).toBeUndefined();
    expect([stop.status, stop.rotation?.closed]).toEqual(['done', 'done']);
    expect(stage.live.map(({ id }) => id)).toEqual([stage.served('api_key_id')]);
    expect(stage.served('other')).toBe('kept');
    expect(stage.refusals).toEqual([]);
  });

  it('rolls the first workload, checks it, and only then rolls the second', async () => {
    const stage = await new Stage().begin();
    await stage.playOut();
    const rows = stage.disk.facts.flatMap((fact) => (fact.type === 'result' ? [fact.row] : []));
    const rollout = rows.filter((row) => /deploy|check/.test(row)).map((row) => row.slice('forward/'.length));
    expect(rollout).toEqual([
      'deploy:payment-service',
      'check:payment-service',
      'deploy:billing-service',
      'check:billing-service',
    ]);
  });

  it('refuses nobody: neither a replica that restarts, nor a cache, nor a job that holds on to the old key', async () => {
    const services = { 'billing-service': { cache: 4 * MINUTE }, 'payment-service': { batch: 9 * MINUTE } };
    const stage = await new Stage({ services }).begin();
    const { stop } = await stage.playOut();
    expect([stop.status, stop.rotation?.closed]).toEqual(['done', 'done']);
    expect(stage.service('billing-service').rolls).toBe(0);
    expect(stage.refusals).toEqual([]);
  });

  it('waits as long as any workload may hold the key, although the grace period is shorter', async () => {
    const services = { 'payment-service': { batch: 30 * MINUTE } };
    const stage = await new Stage({ services, key: { grace: MINUTE } }).begin();
    const begun = stage.clock.now();
    const { stop } = await stage.playOut();
    expect(stop.rotation?.closed).toBe('done');
    expect(stage.clock.now() - begun).toBeGreaterThan(30 * MINUTE);
    expect(stage.refusals).toEqual([]);
  });

  it('does not kill an old key that somebody who is not listed still uses', async () => {
    const stage = await new Stage().begin();
    const [old] = stage.live;
    const unlisted = { isWorking: true };
    stage.clock.beat(1000, () => {
      for (const service of stage.services) service.tick();
      if (unlisted.isWorking && old) stage.vendor.keys.use(old);
    });
    const { stop } = await stage.playOut();
    expect(stop.status).toBe('person');
    expect(stop.key.open?.reason).toContain('something that is not listed still holds it');
    expect(stage.live).toHaveLength(2);
    expect(stage.clock.monotonic()).toBeGreaterThan(HOUR);

    unlisted.isWorking = false;
    const later = await stage.clock.run(async () => {
      await stage.clock.sleep(25 * HOUR);
      return stage.processes();
    });
    expect(later.stop.rotation?.closed).toBe('done');
  });
});
