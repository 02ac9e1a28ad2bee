import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { standStill } from './guard';
import { play } from './play';
import { preload } from './runner/preload';
import { START } from './world/world';

/** Worlds that broke a promise once, with what it takes of their troubles. */
const KNOWN: readonly (readonly [number, string, readonly string[] | undefined])[] = [
  [433_095, 'a removal is proved by a vendor that refuses everybody for a minute', ['i3', 'i2']],
  [77_001_388, 'a key is enabled again by a request that was on its way for five minutes', undefined],
];

describe('a world that broke a promise once', () => {
  let putBack = (): void => undefined;
  beforeEach(async () => {
    await preload();
    putBack = standStill(START);
  });
  afterEach(() => putBack());

  it.each(KNOWN)('%i keeps it: %s', async (seed, _what, only) => {
    const { violations, effects } = await play(seed, only ? { keys: 1, only: new Set(only) } : {});
    expect(violations).toEqual([]);
    expect(effects).toBeGreaterThan(10);
  });
});
