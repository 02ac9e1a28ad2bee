import { describe, expect, it } from '@jest/globals';
import type { ClaimRequest } from '../../src/lifecycle/claiming';
import { HOUR } from '../../src/domain/tools/time';
import { Stage } from '../support/stage';

const BACK: Partial<ClaimRequest> = { rank: 'rollback', undo: 'customers complain' };

describe('a rollback by a person', () => {
  it('before promote discards what was made', async () => {
    const stage = await new Stage().begin();
    const old = stage.served();
    const paused = new AbortController();
    stage.watch = (_job, _origin, { path }) => void (path === '/v1/ping' && paused.abort());
    await stage.play('rotate', { signal: paused.signal });
    expect(stage.live).toHaveLength(2);
    const { stop } = await stage.playOut('rotate', { request: BACK });
    expect(stop.rotation?.closed).toBe('undone');
    expect(stop.rotation?.turns).toMatchObject([{ to: 'discard', why: 'customers complain' }]);
    expect(stage.live.map(({ value }) => value)).toEqual([old]);
    expect(stage.slotIsHeld).toBe(false);
  });

  it('in the grace period goes back through the same tail', async () => {
    const stage = await new Stage().begin();
    const old = stage.served();
    await stage.play();
    expect(stage.served()).not.toBe(old);
    const { stop } = await stage.play('rotate', { request: BACK });
    expect(stop.status).toBe('waiting');
    expect(stage.served()).toBe(old);
    const end = await stage.playOut();
    expect(end.stop.rotation?.closed).toBe('undone');
    expect(stage.live.map(({ value }) => value)).toEqual([old]);
    expect(stage.refusals).toEqual([]);
  });

  it('takes the key from a run that is at work, which then makes no further call', async () => {
    const stage = await new Stage().begin();
    const old = stage.served();
    const first = await stage.clock.run(async () => {
      const working = stage.process('rotate', { patience: HOUR });
      await stage.clock.sleep(2000);
      await stage.processes('rotate', { request: BACK });
      return working;
    });
    expect(first.stop.status).toBe('superseded');
    expect(stage.served()).toBe(old);
    expect(stage.live.map(({ value }) => value)).toEqual([old]);
    expect(stage.refusals).toEqual([]);
  });

  it('is refused after the line', async () => {
    const stage = await new Stage().begin();
    await stage.play();
    const stopped = new AbortController();
    stage.watch = (_job, _origin, { method }) => void (method === 'DELETE' && stopped.abort());
    const { stop: line } = await stage.playOut('rotate', { signal: stopped.signal });
    expect(line.rotation?.condemned).toHaveLength(1);
    const { stop } = await stage.play('rotate', { request: BACK });
    expect([stop.status, stop.error?.code]).toEqual(['failed', 'RK1003']);
    const end = await stage.playOut();
    expect(end.stop.rotation?.closed).toBe('done');
  });
});
