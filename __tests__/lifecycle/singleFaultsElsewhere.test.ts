import { describe, expect, it } from '@jest/globals';
import { everyFault } from '../support/everyFault';
import { forgotten, lagging } from '../support/stories';

/** As in singleFaults, where the vendor lags or somebody is not listed: a file of its own, so that two workers share the time. */
describe('one fault anywhere', () => {
  it.each([lagging, forgotten])(
    'in an $name loses no key and changes no end',
    async (story) => {
      const { cases, stories } = await everyFault(story);
      expect(stories).toEqual([]);
      expect(cases).toBeGreaterThan(240);
    },
    900_000,
  );
});
