import { describe, expect, it } from '@jest/globals';
import { lostSwitch } from '../support/lostSwitch';
import { Stage, type Played } from '../support/stage';

async function blocked(): Promise<{ stage: Stage; theirs: string }> {
  const { stage, theirs, stop } = await lostSwitch();
  expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK4003']);
  return { stage, theirs };
}

const givenUp = (stage: Stage): Promise<Played> =>
  stage.playOut('rotate', { request: { abandon: 'alice asked for it' } });

describe('a blocked rotation that a person gives up', () => {
  it('is closed, frees its slot, and touches no key', async () => {
    const { stage } = await blocked();
    const before = stage.live.map(({ id, disabled }) => ({ id, disabled }));
    const served = stage.served();
    expect(stage.slotIsHeld).toBe(true);
    const { stop } = await givenUp(stage);
    expect([stop.status, stop.rotation?.closed, stop.error?.line]).toEqual([
      'undone',
      'abandoned',
      undefined,
    ]);
    expect(stage.live.map(({ id, disabled }) => ({ id, disabled }))).toEqual(before);
    expect([stage.served(), stage.slotIsHeld]).toEqual([served, false]);
    expect([stop.key.blocked, stop.key.open]).toEqual([undefined, undefined]);
    expect(stage.evidence()).toMatchObject({ outcome: 'abandoned' });
    expect(stage.refusals).toEqual([]);
  });

  it('leaves its new key alone in later rotations too, for somebody may hold it', async () => {
    const { stage, theirs } = await blocked();
    const mine = stage.live.find(({ label }) => label.startsWith('rekey-'))?.id ?? 'none';
    await givenUp(stage);
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, stop.error?.line]).toEqual(['done', undefined]);
    const live = stage.live.map(({ id }) => id);
    expect(live).toContain(mine);
    expect(live).not.toContain(theirs);
    expect(stage.refusals).toEqual([]);
  });

  it('before its switch: a promote that may be on its way is fenced first', async () => {
    const stage = await new Stage().begin();
    const job = stage.nextJob;
    await expect(
      stage.play('rotate', {
        faults: ({ method }) => (method === 'PATCH' ? { kind: 'kill', when: 'before' } : undefined),
      }),
    ).rejects.toThrow('killed');
    stage.over.add(job);
    const served = stage.served();
    const { stop } = await givenUp(stage);
    expect(stop.rotation?.closed).toBe('abandoned');
    expect(stop.rotation?.rows['abandon/fence']?.result?.how).toBe('did');
    expect([stage.served(), stage.live.length]).toEqual([served, 2]);
  });
});
