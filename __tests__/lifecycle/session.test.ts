import { describe, expect, it } from '@jest/globals';
import { Stage } from '../support/stage';
import { GATEWAY, VAULT } from '../support/stageSettings';

/** Somebody revokes the session of Vault after the nth call to that place. */
async function endedAfter(origin: string, nth: number, mayLogIn: boolean): Promise<Stage> {
  const stage = await new Stage().begin();
  let calls = 0;
  stage.watch = (_job, to) => {
    if (to === origin && (calls += 1) === nth) stage.endSessions({ mayLogIn });
  };
  return stage;
}

describe('a session that ends in the middle of a run', () => {
  it('after any call to the store is replaced in the same process: nothing is given up', async () => {
    for (let nth = 1; nth <= 24; nth += 1) {
      const stage = await endedAfter(VAULT, nth, true);
      const { stop } = await stage.playOut();
      expect([nth, stop.rotation?.closed, stop.error?.line]).toEqual([nth, 'done', undefined]);
      expect(stage.vendor.keys.all.filter(({ label }) => label.startsWith('rekey-'))).toHaveLength(1);
    }
  });

  it('between the create and the stage loses no value: that is in memory only', async () => {
    const stage = await new Stage().begin();
    stage.watch = (_job, origin, { method }) => {
      if (origin === GATEWAY && method === 'POST') stage.endSessions({ mayLogIn: true });
    };
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, stop.rotation?.turns]).toEqual(['done', []]);
  });

  it('cannot be replaced on a laptop: it waits, and says what to do', async () => {
    const stage = await endedAfter(GATEWAY, 3, false);
    const { stop } = await stage.play();
    expect(stop.status).toBe('waiting');
    const { reason } = stop.key.open ?? {};
    expect(reason).toContain('a new one was not to be had: Vault does not accept VAULT_TOKEN');
    expect(stage.live.length).toBeGreaterThan(0);
  });
});
