import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { readHttpDate, readInstant, readTimeText } from '../../../src/domain/tools/foreignTime';

const AT = Date.UTC(2026, 10, 30, 21, 57, 28);

describe('a time that others wrote', () => {
  it.each([
    ['2026-11-30T21:57:28Z', AT],
    ['2026-11-30t21:57:28z', AT],
    ['2026-11-30 21:57:28 UTC', AT],
    ['2026-11-30 21:57:28 +0000 UTC', AT],
    ['2026-11-30T21:57:28.123456789Z', AT + 123],
    ['2026-11-30T21:57:28,5Z', AT + 500],
    ['2026-12-01T06:57:28+09:00', AT],
    ['2026-12-01T06:57:28+0900', AT],
    ['2026-12-01T06:57:28+09', AT],
    ['2026-11-30T14:27:28-07:30', AT],
    ['2026-11-30T21:57Z', AT - 28_000],
    ['2016-12-31T23:59:60Z', Date.UTC(2016, 11, 31, 23, 59, 59)],
    ['0001-01-01T00:00:00Z', -62_135_596_800_000],
    ['Mon, 30 Nov 2026 21:57:28 GMT', AT],
    ['30 Nov 2026 22:57:28 +0100', AT],
  ])('%s is read', (text, at) => {
    expect(readTimeText(text)).toEqual({ is: 'time', at });
  });

  it.each([
    ['2026-11-30T21:57:28', AT, false],
    ['2026-11-30 21:57:28', AT, false],
    ['2026-11-30', Date.UTC(2026, 10, 30), true],
  ])('%s has no zone', (text, at, isDay) => {
    expect(readTimeText(text)).toEqual({ is: 'without zone', at, isDay });
    expect(readInstant(text)).toBeUndefined();
  });

  it.each([
    '05.11.2026',
    '11/05/2026',
    'key-7',
    '-5',
    '2026',
    '2026-11',
    '2026-02-30T00:00:00Z',
    '2026-11-30T24:00:00Z',
    '2026-11-30T21:57:61Z',
    '2026-11-30T21:57:28+99:00',
    '2026-13-01',
    'Nov 30, 2026',
    'yesterday',
    ' 2026-11-30T21:57:28Z',
    '2026-11-30T21:57:28ZZ',
    `2026-11-30T21:57:28.${'1'.repeat(100_000)}Z`,
    '',
  ])('%.40p is none', (text) => {
    expect(readTimeText(text)).toBeUndefined();
  });

  it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
    '%s is a date of HTTP',
    (text) => {
      expect(readHttpDate(text)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
    },
  );

  it.each(['-5', '2026', 'tomorrow', '', undefined])('%p is no date of HTTP', (text) => {
    expect(readHttpDate(text)).toBeUndefined();
  });
});

it.each([
  ['Asia/Tokyo', -540],
  ['America/Los_Angeles', 480],
  ['Europe/Amsterdam', -60],
  ['Asia/Kathmandu', -330],
])(
  'on a machine in %s a time is what it is elsewhere, and a key that is used does not die',
  async (TZ, offset) => {
    const program = ['.github/tooling/run.mjs', '__tests__/support/programs/zones.ts'];
    const { stdout } = await promisify(execFile)(process.execPath, program, { env: { ...process.env, TZ } });
    const http = Date.UTC(1994, 10, 6, 8, 49, 37);
    expect(JSON.parse(stdout)).toEqual({
      offset,
      texts: [
        { is: 'time', at: AT },
        { is: 'without zone', at: AT, isDay: false },
        { is: 'without zone', at: Date.UTC(2026, 10, 30), isDay: true },
        { is: 'time', at: AT - 9 * 3_600_000 },
      ],
      instants: [AT, null, null, AT - 9 * 3_600_000],
      dates: [http, http, http],
      said: [
        'waiting',
        'the old key was last used at a time: something that is not listed still holds it',
        2,
      ],
      unsaid: ['failed', 'RK5005', 1],
    });
  },
);
