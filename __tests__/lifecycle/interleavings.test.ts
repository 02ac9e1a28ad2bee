import { describe, expect, it } from '@jest/globals';
import { furtherSwitches, interleave } from '../support/interleaved';
import { STARTS, type Start } from '../support/startingWorlds';
import type { Switch } from '../support/turns';

/** One in so many places of the first switch; `npm run test:interleavings` has all of them, and all places of the second. */
const EVERY = 3;

async function unbroken(
  start: Start,
  switches: readonly Switch[],
): Promise<Awaited<ReturnType<typeof interleave>>> {
  const played = await interleave(start, switches);
  expect({ switches, broken: played.broken }).toEqual({ switches, broken: [] });
  return played;
}

const isOver = (end: string): boolean => end === 'done' || end === 'undone';

/** Exactly one process makes its next call at a time; it is interrupted once or twice, in front of any of its calls. */
describe('processes that take turns', () => {
  it.each(STARTS)(
    'lose no key: $name',
    async (start) => {
      const { turns, ends } = await unbroken(start, []);
      expect(ends.filter(isOver)).not.toEqual([]);
      const firsts = furtherSwitches(start, turns, []).filter((_, index) => index % EVERY === 0);
      expect(firsts.length).toBeGreaterThan(10);
      let over = 0;
      for (const [index, first] of firsts.entries()) {
        const once = await unbroken(start, [first]);
        over += once.ends.some(isOver) ? 1 : 0;
        const seconds = furtherSwitches(start, once.turns, [first]);
        const second = seconds[(index * 7) % seconds.length];
        if (second) await unbroken(start, [first, second]);
      }
      // To stop and ask a person is safe, and no way to end most of them.
      expect(over).toBeGreaterThan(firsts.length / 2);
    },
    900_000,
  );
});
