import { describe, expect, it } from '@jest/globals';
import { everyFault } from '../support/everyFault';
import { adoption, discard, doubt, firstKey, rehearsal, removal } from '../support/stories';

/** As in singleFaults, for every other way a rotation may go. */
describe('one fault anywhere', () => {
  it.each([doubt, discard, firstKey, removal, adoption, rehearsal])(
    'in a $name loses no key and changes no end',
    async (story) => {
      const { cases, stories } = await everyFault(story);
      expect(stories).toEqual([]);
      expect(cases).toBeGreaterThan(90);
    },
    900_000,
  );
});
