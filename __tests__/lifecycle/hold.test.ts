import { describe, expect, it } from '@jest/globals';
import { HOUR } from '../../src/domain/tools/time';
import { writeFacts } from '../support/writeFacts';
import { Stage } from '../support/stage';

const hold = { type: 'hold', actor: 'ada', reason: 'freeze' } as const;
const release = { type: 'unhold', actor: 'ada', reason: 'over' } as const;

async function later(stage: Stage): ReturnType<Stage['play']> {
  return stage.clock.run(async () => {
    await stage.clock.sleep(HOUR);
    return stage.processes();
  });
}

describe('a hold', () => {
  it('stops before the line, keeps both alive, and its release lets the rotation go on', async () => {
    const stage = await new Stage().begin();
    await stage.play();
    await writeFacts(stage, hold);
    const held = await later(stage);
    expect(held.stop.status).toBe('held');
    expect(held.stop.rotation?.condemned).toEqual([]);
    expect(stage.live).toHaveLength(2);
    await writeFacts(stage, release);
    expect((await later(stage)).stop.rotation?.closed).toBe('done');
  });

  it('lets somebody add a workload that was forgotten: it is rolled, checked, and the grace period starts over', async () => {
    const stage = await new Stage({ key: { usedBy: ['payment-service'] } }).begin();
    stage.employ('billing-service', { replicas: 1 });
    await stage.play();
    await writeFacts(stage, hold);
    await later(stage);
    stage.key = { ...stage.key, usedBy: ['payment-service', 'billing-service'] };
    await writeFacts(stage, release);
    const rolled = await stage.play();
    expect(rolled.stop.status).toBe('waiting');
    expect(stage.service('billing-service').rolls).toBe(1);
    expect(stage.live).toHaveLength(2);
    expect((await later(stage)).stop.rotation?.closed).toBe('done');
    expect(stage.refusals).toEqual([]);
  });
});

describe('a release', () => {
  it('lets a blocked rotation go on once what blocked it is fixed', async () => {
    const stage = await new Stage().begin();
    await stage.play();
    const stranger = stage.service('billing-service');
    stage.watch = (_job, _origin, { body }) => {
      if (body.includes('"active":false')) stranger.illWith = () => true;
    };
    const blocked = await later(stage);
    expect([blocked.stop.status, blocked.stop.error?.code]).toEqual(['blocked', 'RK6005']);
    expect(stage.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined]);
    stage.watch = undefined;
    stranger.illWith = () => false;
    expect((await later(stage)).stop.status).toBe('blocked');
    await writeFacts(stage, release);
    expect((await later(stage)).stop.rotation?.closed).toBe('done');
  });
});
