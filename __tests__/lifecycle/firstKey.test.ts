import { describe, expect, it } from '@jest/globals';
import { Stage } from '../support/stage';
import { HEALTH } from '../support/stageSettings';

const BACK = { rank: 'rollback', undo: 'customers complain' } as const;

describe('a first key', () => {
  it('is made, served and checked; nothing has to die', async () => {
    const stage = await new Stage().begin({ first: true });
    const { stop } = await stage.playOut();
    expect(stop.rotation?.closed).toBe('done');
    expect(stage.live.map(({ id }) => id)).toEqual([stage.served('api_key_id')]);
    expect(stop.rotation?.rows['forward/revoke']).toBeUndefined();
    expect(stop.key.currentId).toBe(stage.served('api_key_id'));
    expect(stage.slotIsHeld).toBe(false);
  });

  it('is taken away again when a workload is unhealthy with it', async () => {
    const stage = await new Stage().begin({ first: true });
    stage.service('billing-service').illWith = (id) => id !== undefined;
    const { stop } = await stage.playOut();
    expect(stop.error?.line).toBeUndefined();
    expect(stop.rotation?.closed).toBe('undone');
    expect(stage.served()).toBeUndefined();
    expect(stage.live).toEqual([]);
    expect(stage.refusals).toEqual([]);
  });

  it('is not called done when it is no longer what the store serves', async () => {
    const stage = await new Stage().begin({ first: true });
    const checks = stage.key.usedBy.length * 2;
    let probes = 0;
    stage.watch = (_job, origin) => {
      if (origin === HEALTH && (probes += 1) === checks)
        stage.edit({ api_key: undefined, api_key_id: undefined });
    };
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK7008']);
  });

  it.each([1, 2, 3, 4, 5, 6, 7])(
    'stays served when the journal is set back by %d commits and somebody orders a rollback',
    async (commits) => {
      const stage = await new Stage().begin({ first: true });
      await stage.playOut();
      const served = stage.served();
      stage.disk.setBack(commits);
      stage.over.add('job-1');
      await stage.play('rotate', { request: BACK });
      expect(stage.served()).toBe(served);
      expect(stage.live.map(({ value }) => value)).toEqual([served]);
    },
  );

  it('cannot be taken back once the end is being written down', async () => {
    const stage = await new Stage().begin({ first: true });
    await stage.playOut();
    stage.disk.setBack(1);
    stage.over.add('job-1');
    const { stop } = await stage.play('rotate', { request: BACK });
    expect(stop.error?.line).toContain('its rotation has come to its end, so there is nothing to go back to');
    const { stop: next } = await stage.playOut();
    expect(next.rotation?.closed).toBe('done');
  });
});
