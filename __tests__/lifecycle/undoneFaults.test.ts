import { describe, expect, it } from '@jest/globals';
import { everyFault } from '../support/everyFault';
import { rollback, stepBack } from '../support/stories';

/** As in singleFaults, for rotations that go back after the switch. */
describe('one fault anywhere', () => {
  it.each([stepBack, rollback])(
    'in a $name loses no key and changes no end',
    async (story) => {
      const { cases, stories } = await everyFault(story);
      expect(stories).toEqual([]);
      expect(cases).toBeGreaterThan(600);
    },
    900_000,
  );
});
