import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { standStill } from './guard';
import { play } from './play';
import { preload } from './runner/preload';
import { START } from './world/world';

/** Worlds that broke a promise once, with what it takes of their troubles. */
const KNOWN: readonly (readonly [number, string, readonly string[] | undefined])[] = [
  [433_095, 'a removal is proved by a vendor that refuses everybody for a minute', ['i3', 'i2']],
  [77_001_388, 'a key is enabled again by a request that was on its way for five minutes', undefined],
  [1860, 'a death that somebody forged in the name of a run is told by that run', ['j1']],
  [1972, 'a run that is cancelled while it creates gives its rotation up', ['i4']],
  [3691, 'a run that is cancelled while it revokes calls that a bug', undefined],
  [4180, 'a rotation that cannot even look is blocked while its old key is disabled', ['p2.1', 'i1']],
  [
    4387,
    'a switch that somebody forged is believed, and a first key is done that nobody has',
    ['p1.21', 'j1'],
  ],
  [20_003_105, 'what was swept in words only is not looked at again', ['j1', 'i2', 'i1']],
  [31_415_929_552, 'a journal that was set back within a rotation makes a third key', ['j1', 'i1']],
  [
    123_463_151,
    'the end of an earlier attempt is taken for the end of one that was answered unreadably',
    ['j2', 'i4', 'j1'],
  ],
  [
    1_764_554_980,
    'a key that is written back while the vendor takes its time is disabled by what was read before',
    ['p2.21', 'i1'],
  ],
  [1_764_547_201_833, 'a fault of hours ago ends the patience with one of now', undefined],
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
    expect(effects).toBeGreaterThan(1);
  });
});
