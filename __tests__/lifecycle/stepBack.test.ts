import { describe, expect, it } from '@jest/globals';
import { Stage } from '../support/stage';

async function unhealthyWithNew(workload: string): Promise<Stage> {
  const stage = await new Stage().begin();
  const old = stage.served('api_key_id');
  stage.service(workload).illWith = (id) => id !== old;
  return stage;
}

describe('a step back', () => {
  it('makes the previous key current again when the second workload is unhealthy, and proves the new one dead', async () => {
    const stage = await unhealthyWithNew('billing-service');
    const old = stage.served();
    const first = await stage.play();
    expect(first.stop.status).toBe('waiting');
    expect(stage.served()).toBe(old);
    expect(stage.live).toHaveLength(2);

    const { stop } = await stage.playOut();
    expect([stop.status, stop.rotation?.closed]).toEqual(['undone', 'undone']);
    expect(stage.live.map(({ value }) => value)).toEqual([old]);
    expect(stop.rotation?.turns).toMatchObject([{ to: 'back' }]);
    expect(stop.rotation?.rows['back/prove']?.result?.data['grade']).toBe('refused');
    expect(stage.refusals).toEqual([]);
  });

  it('lets the new key die only after a grace period of its own: somebody may have taken it', async () => {
    const stage = await unhealthyWithNew('payment-service');
    const { stop } = await stage.play();
    const fresh = stage.live.find(({ value }) => value !== stage.served());
    expect(fresh?.disabled).toBeUndefined();
    expect(stop.key.open).toMatchObject({ pass: 'back', status: 'waiting' });
  });

  it('rolls every workload back, also one that was not rolled yet', async () => {
    const stage = await unhealthyWithNew('payment-service');
    await stage.playOut();
    expect(stage.services.map(({ rolls }) => rolls)).toEqual([2, 1]);
    const held = stage.services.flatMap(({ idsInUse }) => idsInUse);
    expect(new Set(held)).toEqual(new Set([stage.served('api_key_id')]));
  });

  it('keeps both alive when the vendor refuses the previous key by now', async () => {
    const stage = await unhealthyWithNew('payment-service');
    const old = stage.live[0];
    const onPromote = stage.deploys.onOrder;
    stage.deploys.onOrder = (rollout) => {
      if (old) old.revoked ??= stage.clock.now();
      onPromote(rollout);
    };
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK5016']);
    expect(stage.served('api_key_id')).not.toBe(old?.id);
  });
});
