import { describe, expect, it } from '@jest/globals';
import { Stage } from '../support/stage';

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

  it('is taken away again when a workload is unwell with it', async () => {
    const stage = await new Stage().begin({ first: true });
    stage.service('billing-service').illWith = (id) => id !== undefined;
    const { stop } = await stage.playOut();
    expect(stop.error?.line).toBeUndefined();
    expect(stop.rotation?.closed).toBe('undone');
    expect(stage.served()).toBeUndefined();
    expect(stage.live).toEqual([]);
    expect(stage.refusals).toEqual([]);
  });
});
