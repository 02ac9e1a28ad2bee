import { describe, expect, it } from '@jest/globals';
import { everyFault } from '../support/everyFault';
import { overlap, unlabelled } from '../support/stories';

/**
 * One fault at every call of a rotation to the outside, the journal's disk included, and then the rotation is played to its end
 * by later processes. After every request: what is served is alive, what any instance holds is alive, nothing of another team
 * changed. No customer's request was ever refused. At the end one key lives, and the evidence says no more than is true.
 */
describe('one fault anywhere', () => {
  it.each([overlap, unlabelled])(
    'in an $name loses no key and changes no end',
    async (story) => {
      const { cases, stories } = await everyFault(story);
      expect(stories).toEqual([]);
      expect(cases).toBeGreaterThan(240);
    },
    900_000,
  );
});
