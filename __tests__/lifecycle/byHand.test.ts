import { describe, expect, it } from '@jest/globals';
import { Stage } from '../support/stage';

describe('a secret that a person changed between two rotations', () => {
  async function changedByHand(nullLastUsed = false): Promise<{ stage: Stage; first: string }> {
    const stage = await new Stage(nullLastUsed ? { without: ['last used'] } : {}).begin();
    await stage.playOut();
    const [first] = stage.live;
    const byHand = stage.vendor.add('made by hand, again');
    stage.edit({ api_key: byHand.value, api_key_id: byHand.id });
    return { stage, first: first?.id ?? '' };
  }

  it.each([[false], [true]])(
    'leaves alive the key of the rotation before, for somebody may hold it (no last use: %p)',
    async (nullLastUsed) => {
      const { stage, first } = await changedByHand(nullLastUsed);
      const { stop } = await stage.playOut();
      expect([stop.rotation?.closed, stop.error?.line]).toEqual(['done', undefined]);
      expect(stage.live.map(({ id }) => id)).toContain(first);
      expect(stage.live).toHaveLength(2);
      expect(stage.refusals).toEqual([]);
    },
  );

  it('says once which key is left, and in the evidence too', async () => {
    const { stage, first } = await changedByHand();
    await stage.playOut();
    expect(stage.evidence().warnings).toEqual([
      `${first} is alive and was in use before the secret was changed by hand. It is left alone: delete it at the vendor once nobody holds it`,
    ]);
  });
});
