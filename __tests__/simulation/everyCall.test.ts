import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everyCall, STORIES } from './everyCall';
import { standStill } from './guard';
import { preload } from './runner/preload';
import { START } from './world/world';

/** One case in so many; `npm run test:calls` plays them all. */
const SHARE = 7;

describe('one trouble at one call, at every call in turn', () => {
  let putBack = (): void => {};
  beforeAll(async () => {
    await preload();
    putBack = standStill(START);
  });
  afterAll(() => {
    putBack();
  });

  it.each(STORIES)(
    'breaks no promise: $name',
    async (story) => {
      const { cases, broken } = await everyCall(story, SHARE);
      expect(broken).toEqual([]);
      expect(cases).toBeGreaterThan(80);
    },
    900_000,
  );
});
