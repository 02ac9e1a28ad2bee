import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { standStill } from './guard';
import { play } from './play';
import { preload } from './runner/preload';
import { LESSER_STORES } from './world/stores';
import { START } from './world/world';

/** Worlds that broke a promise once, and enough others to have each kind of store. */
const SEEDS = [11, 22, 68, 136, 5_000_068, ...Array.from({ length: 25 }, (_, index) => 433_000 + index)];

describe('worlds whose store promises less than Vault', () => {
  let putBack = (): void => undefined;
  beforeEach(async () => {
    await preload();
    putBack = standStill(START);
  });
  afterEach(() => putBack());

  it('break no promise', async () => {
    const met = new Set<string>();
    const broken: unknown[] = [];
    for (const seed of SEEDS) {
      const { violations } = await play(seed, { stores: true }, ({ setting }) => met.add(setting.store.use));
      broken.push(...violations);
    }
    expect(broken).toEqual([]);
    expect([...met].sort()).toEqual(LESSER_STORES.map(({ use }) => use).sort());
  }, 120_000);
});
