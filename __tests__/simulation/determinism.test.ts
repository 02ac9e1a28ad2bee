import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { playAll } from './workers';
import { standStill } from './guard';
import { play } from './play';
import { preload } from './runner/preload';
import { count, noTally } from './tally';
import { START } from './world/world';

const SEEDS = [1, 2, 3, 4, 5, 6];

describe('a seed', () => {
  let putBack = (): void => {};
  beforeEach(async () => {
    await preload();
    putBack = standStill(START);
  });
  afterEach(() => {
    putBack();
  });

  it('gives the same run, event by event, each time in one process', async () => {
    for (const seed of SEEDS) {
      const first = await play(seed);
      expect(await play(seed)).toEqual(first);
    }
  });

  it('gives another run than any other seed', async () => {
    const hashes = new Set<string>();
    for (const seed of SEEDS) hashes.add((await play(seed)).hash);
    expect(hashes.size).toBe(SEEDS.length);
  });

  it('gives the same run with all its troubles named, and another one without them', async () => {
    const played = await play(3);
    expect(played.troubles.length).toBeGreaterThan(0);
    expect((await play(3, { only: new Set(played.troubles) })).hash).toBe(played.hash);
    expect((await play(3, { only: new Set() })).hash).not.toBe(played.hash);
  });
});

describe('many seeds', () => {
  it('give the same runs in any process, however they are shared out', async () => {
    const seeds = { first: 1, runs: 12 };
    const [alone, shared] = [await playAll(seeds, 1, {}, () => {}), await playAll(seeds, 2, {}, () => {})];
    expect(shared).toEqual(alone);
    await preload();
    const putBack = standStill(START);
    const here = noTally();
    for (let seed = 1; seed <= seeds.runs; seed += 1) count(here, await play(seed));
    putBack();
    expect(here.digest).toBe(alone.digest);
  }, 900_000);
});
