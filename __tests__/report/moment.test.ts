import { describe, expect, it } from '@jest/globals';
import { between, moment, second } from '../../src/report/moment';

describe('a time for people', () => {
  it('is told to the second, in UTC', () => {
    expect(second('2026-11-20T02:14:09.123Z')).toBe('2026-11-20 02:14:09');
    expect(moment('2026-11-20T02:14:09.123Z')).toBe('2026-11-20 02:14 UTC');
  });

  it('is told in UTC too when somebody wrote it down in another way', () => {
    expect(second('2026-11-20T02:14:09+05:30')).toBe('2026-11-19 20:44:09');
    expect(second('2026-11-20T24:00:00.000Z')).toBe('2026-11-21 00:00:00');
    expect(second('20 Nov 2026 02:14:09 GMT')).toBe('2026-11-20 02:14:09');
  });

  it('is said to be none when it is none', () => {
    expect(second('yesterday')).toBe('no time');
    expect(second('2026-13-20T02:14:09.123Z')).toBe('no time');
    expect(between('yesterday', '2026-11-20T02:14:09.123Z')).toBe('–');
  });
});
