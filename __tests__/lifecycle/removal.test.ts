import { describe, expect, it } from '@jest/globals';
import { Stage } from '../support/stage';

describe('removal', () => {
  it('of a key that nobody uses is the tail alone, with proof', async () => {
    const stage = await new Stage({ key: { usedBy: [] } }).begin();
    const { stop } = await stage.playOut('remove');
    expect([stop.status, stop.rotation?.closed]).toEqual(['done', 'removed']);
    expect(stage.live).toEqual([]);
    expect(stop.rotation?.rows['forward/prove']?.result?.data['grade']).toBe('refused');
  });

  it('changes nothing while the reviewed config says that somebody uses the key', async () => {
    const stage = await new Stage().begin();
    const { stop } = await stage.play('remove');
    expect([stop.status, stop.error?.code]).toEqual(['failed', 'RK2005']);
    expect(stage.disk.facts).toEqual([]);
  });

  it('stops when somebody is listed again on the way', async () => {
    const stage = await new Stage({ key: { usedBy: [] } }).begin();
    await stage.play('remove');
    stage.key = { ...stage.key, usedBy: ['payment-service'] };
    const { stop } = await stage.playOut();
    expect(stage.live).toHaveLength(1);
    expect(stop.status).not.toBe('done');
  });

  it('asks a person when somebody who is not listed still uses the key', async () => {
    const stage = await new Stage({ key: { usedBy: [] } }).begin();
    const [key] = stage.live;
    stage.clock.beat(1000, () => void (key && stage.vendor.keys.use(key)));
    const { stop } = await stage.playOut('remove');
    expect(stop.status).toBe('person');
    expect([key?.disabled, key?.revoked]).toEqual([undefined, undefined]);
  });
});
