import { describe, expect, it } from '@jest/globals';
import { Stage } from '../support/stage';

describe('an overlap rotation', () => {
  it('replaces the key, waits out the grace period, and proves the old one dead', async () => {
    const stage = await new Stage().begin();
    const [old] = stage.live;
    const first = await stage.play();
    expect(first.stop.error?.line).toBeUndefined();
    expect(first.stop.status).toBe('waiting');
    expect(stage.served('api_key_id')).not.toBe(old?.id);
    expect(stage.live).toHaveLength(2);

    const { stop } = await stage.playOut();
    expect(stop.error?.line).toBeUndefined();
    expect([stop.status, stop.rotation?.closed]).toEqual(['done', 'done']);
    expect(stage.live.map(({ id }) => id)).toEqual([stage.served('api_key_id')]);
    expect(stage.served('other')).toBe('kept');
    expect(stage.refusals).toEqual([]);
  });
});
