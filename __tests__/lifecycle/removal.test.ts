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

  describe('when the secret was changed by hand since it was asked for', () => {
    const begun = async (): Promise<Stage> => {
      const stage = await new Stage({ key: { usedBy: [] } }).begin();
      await stage.play('remove');
      return stage;
    };

    it('takes itself back before the line, because it would leave the new key behind and say removed', async () => {
      const stage = await begun();
      const byHand = stage.vendor.add('made by hand, again');
      stage.edit({ api_key: byHand.value, api_key_id: byHand.id });
      const { stop } = await stage.playOut();
      expect(stop.status).toBe('undone');
      expect(stop.rotation?.turns.at(-1)?.why).toContain('another key than the one whose removal');
      expect(stage.live).toHaveLength(2);
    });

    it.each([
      ['another field of it', { note: 'for the audit' }],
      ['the key, which is deleted from it', { api_key: undefined }],
    ])('continues when that was %s', async (_what, change) => {
      const stage = await begun();
      stage.edit(change);
      const { stop } = await stage.playOut();
      expect([stop.status, stop.rotation?.closed]).toEqual(['done', 'removed']);
    });
  });

  it('is not called proved when nobody knows the id, for a person may only have disabled it', async () => {
    const stage = await new Stage({ key: { usedBy: [] }, without: ['whoami', 'last used'] }).begin({
      idBeside: false,
    });
    const { stop } = await stage.playOut('remove');
    expect(stop.status).toBe('person');
    const [old] = stage.live;
    if (old) old.disabled = stage.clock.now();
    const { stop: after } = await stage.playOut();
    expect([after.rotation?.closed, after.key.removed?.proved]).toEqual(['unproven', false]);
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
