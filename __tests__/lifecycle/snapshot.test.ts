import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE } from '../../src/domain/tools/time';
import { Stage } from '../support/stage';

const later = (stage: Stage, wait: number): ReturnType<Stage['play']> =>
  stage.clock.run(async () => {
    await stage.clock.sleep(wait);
    return stage.process();
  });

describe('an edit of the config while a rotation is open', () => {
  it('makes the grace period longer', async () => {
    const stage = await new Stage().begin();
    await stage.play();
    stage.key = { ...stage.key, grace: HOUR };
    expect((await later(stage, 20 * MINUTE)).stop.status).toBe('waiting');
    expect(stage.live).toHaveLength(2);
    expect((await later(stage, HOUR)).stop.rotation?.closed).toBe('done');
  });

  it('never makes it shorter', async () => {
    const stage = await new Stage({ key: { grace: HOUR } }).begin();
    await stage.play();
    stage.key = { ...stage.key, grace: MINUTE };
    expect((await later(stage, 20 * MINUTE)).stop.status).toBe('waiting');
    expect(stage.live).toHaveLength(2);
  });

  it('that adds a workload has it rolled and checked before the old key dies', async () => {
    const stage = await new Stage({ key: { usedBy: ['payment-service'] } }).begin();
    stage.employ('billing-service');
    await stage.play();
    stage.key = { ...stage.key, usedBy: ['payment-service', 'billing-service'] };
    const rolled = await later(stage, MINUTE);
    expect(rolled.stop.status).toBe('waiting');
    expect(stage.service('billing-service').rolls).toBe(1);
    expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
    expect(stage.refusals).toEqual([]);
  });

  it('that takes a workload away blocks: nobody could roll it any more', async () => {
    const stage = await new Stage().begin();
    await stage.play();
    stage.dismiss('billing-service');
    const { stop } = await later(stage, HOUR);
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK2004']);
    expect(stage.live).toHaveLength(2);
  });
});
