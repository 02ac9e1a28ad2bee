import { describe, expect, it } from '@jest/globals';
import { MINUTE, SECOND, type Millis } from '../../src/domain/tools/time';
import { Stage, type StageOptions } from '../support/stage';

/** billing-service is never rolled: it reads the store again when its copy is so old, and no instance dies before. */
async function begin(cache: Millis, options: StageOptions = {}, idBeside = true): Promise<Stage> {
  const stage = await new Stage({ ...options, services: { 'billing-service': { cache } } }).begin({
    idBeside,
  });
  const service = stage.service('billing-service');
  let readAt = stage.clock.now();
  service.tick = () => {
    if (stage.clock.now() - readAt < cache) return;
    readAt = stage.clock.now();
    service.start();
  };
  return stage;
}

describe('a workload that reads the key again by itself', () => {
  it.each([20 * SECOND, 3 * MINUTE])('is checked once it uses the new key, after %d ms', async (cache) => {
    const stage = await begin(cache);
    const { stop } = await stage.playOut();
    expect(stop.status).toBe('done');
    const checked = stop.rotation?.rows['forward/check:billing-service']?.result;
    expect(checked?.data['keyId']).toBe(stage.served('api_key_id'));
    expect(stage.refusals).toEqual([]);
  });

  it('is not done going back while it tells the new key, also where nobody knows the id of the old one', async () => {
    const stage = await begin(5 * MINUTE, { without: ['whoami'] }, false);
    const [old] = stage.live;
    const first = await stage.playOut();
    expect(first.stop.status).toBe('person');
    const fresh = stage.served('api_key_id');
    const undo = { rank: 'rollback', undo: 'customers complain' } as const;
    const { stop } = await stage.playOut('rotate', { request: undo });
    expect([stop.status, stage.served()]).toEqual(['undone', old?.value]);
    const checked = stop.rotation?.rows['back/check:billing-service']?.result?.data['keyId'];
    expect([fresh === undefined, checked === fresh]).toEqual([false, false]);
    expect(stage.refusals).toEqual([]);
  });

  it.each([20 * SECOND, 3 * MINUTE])(
    'becomes unhealthy with it after %d ms, and all goes back',
    async (cache) => {
      const stage = await begin(cache);
      const [old, id] = [stage.served(), stage.served('api_key_id')];
      stage.service('billing-service').illWith = (one) => one !== id;
      const { stop } = await stage.playOut();
      expect([stop.status, stop.rotation?.closed]).toEqual(['undone', 'undone']);
      expect(stop.rotation?.turns).toMatchObject([{ to: 'back' }]);
      expect(stage.served()).toBe(old);
      expect(stage.live.map(({ value }) => value)).toEqual([old]);
      expect(stage.refusals).toEqual([]);
    },
  );
});
