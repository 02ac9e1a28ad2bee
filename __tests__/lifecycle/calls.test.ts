import { describe, expect, it } from '@jest/globals';
import { countedCalls } from '../support/countedCalls';
import { CALLED_PLACES, fewestCalls } from '../support/fewestCalls';

describe('the calls of an overlap rotation', () => {
  const counted = countedCalls();

  it.each(CALLED_PLACES)('to the %s are the minimum', async (place) => {
    expect((await counted)(place)).toBe(fewestCalls(place));
  });
});
