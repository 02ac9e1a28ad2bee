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

describe('a staging slot that is held already', () => {
  const hold = async (repository: string): Promise<string | undefined> => {
    const stage = await new Stage().begin();
    const note = { rotation: 'lost1', repository, fact: 'n.1', until: '2026-04-01T00:00:00.000Z', first: 1 };
    stage.vault.put('prod/gateway.rekey.api_key', { rekey: JSON.stringify(note) });
    const { stop } = await stage.play();
    expect(stage.vendor.keys.live.map(({ label }) => label)).toEqual(['payroll', 'made by hand']);
    return stop.error?.code;
  };

  it('by this repository shows a journal that was rewound', async () => {
    expect(await hold('acme/shop')).toBe('RK7003');
  });

  it('by another repository is theirs', async () => {
    expect(await hold('acme/other')).toBe('RK4004');
  });
});
