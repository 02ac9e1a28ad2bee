import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, instant, millis, MINUTE, SECOND, spoken } from '../../../src/domain/tools/time';

describe('a duration, spoken', () => {
  it.each([
    [-5, '0ms'],
    [0, '0ms'],
    [999, '999ms'],
    [SECOND, '1s'],
    [90 * SECOND, '1m 30s'],
    [26 * HOUR, '1d 2h'],
    [DAY + 5 * MINUTE, '1d'],
    [30 * DAY, '30d'],
    [2 * HOUR + 59 * SECOND, '2h'],
  ])('%i is %s', (duration, words) => {
    expect(spoken(duration)).toBe(words);
  });
});

it('instants and milliseconds are the same thing', () => {
  expect(instant(millis('2026-03-01T02:00:00.000Z'))).toBe('2026-03-01T02:00:00.000Z');
});
