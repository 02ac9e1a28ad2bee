import { describe, expect, it } from '@jest/globals';
import { Stage } from '../support/stage';

/** Its creates are answered by nothing, and of the first revokes it says that they are done. */
async function deafFor(times: number): Promise<{ stage: Stage; revokes: () => number }> {
  const stage = await new Stage().begin();
  const handle = stage.vendor.handle;
  let revokes = 0;
  Object.assign(stage.vendor, {
    handle: (request: Parameters<typeof handle>[0]) => {
      if (request.method === 'DELETE' && (revokes += 1) <= times) return { status: 204, body: '' };
      const answer = handle(request);
      return answer && request.method === 'POST' ? { ...answer, body: '' } : answer;
    },
  });
  return { stage, revokes: () => revokes };
}

describe('a revoke of what a create left behind, to which the vendor says yes and does nothing', () => {
  it('is seen in the list, and asked for once more', async () => {
    const { stage, revokes } = await deafFor(1);
    const { stop } = await stage.playOut();
    expect(stop.rotation?.closed).toBe('undone');
    expect([revokes(), stage.live.length]).toEqual([2, 1]);
    expect(stage.evidence().warnings.join()).toContain("is still in the vendor's list");
  });

  it('is named for a person, where that does nothing either', async () => {
    const { stage, revokes } = await deafFor(Infinity);
    await stage.playOut();
    const [left] = stage.live.filter(({ value }) => value !== stage.served());
    expect([revokes(), stage.live.length]).toEqual([2, 2]);
    expect(stage.evidence().warnings.join()).toContain(left?.id);
  });

  it('that is done is not asked for again', async () => {
    const { stage, revokes } = await deafFor(0);
    await stage.playOut();
    expect([revokes(), stage.live.length]).toEqual([1, 1]);
    expect(stage.evidence().warnings).toEqual([]);
  });
});
