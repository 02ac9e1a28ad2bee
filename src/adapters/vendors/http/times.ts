import { RekeyError } from '../../../domain/errors';
import { readOffset, readTimeText, type ForeignTime } from '../../../domain/tools/foreignTime';
import { DAY, instant, MINUTE, type Instant, type Millis } from '../../../domain/tools/time';
import { at } from '../../../kits/adapter/answer';
import type { HttpVendorSettings } from './description';

export type Times = HttpVendorSettings['times'];

/** Which end of a day is meant by a date alone: the later one of a use, because what was used then may have been used until midnight. */
type Edge = 'begin' | 'end';

/** In seconds, the year 1973; in milliseconds, in microseconds and in nanoseconds the same year begins each next row. */
const UNITS: readonly (readonly [from: number, milliseconds: number])[] = [
  [1e8, 1000],
  [1e11, 1],
  [1e14, 1e-3],
  [1e17, 1e-6],
];
const BEYOND = 1e19;
/** What Go, .NET and databases write for no time: the year 1, 1601, 1970. */
const NEVER_BEFORE = Date.UTC(1971, 0, 1);

/** A time, null when the vendor says none, RK5005 when it is anything else: a misread date must not look like silence. */
export function readTime(
  body: unknown,
  pointer: string,
  what: string,
  { zone, never }: Times,
  edge: Edge = 'begin',
): Instant | null {
  const found = at(body, pointer);
  if (found === undefined || found === null || found === '') return null;
  if (!isScalar(found)) throw noTime(what, pointer);
  const text = String(found).trim();
  if (never.some((word) => word.toLowerCase() === text.toLowerCase())) return null;
  if (typeof found === 'boolean') throw noTime(what, pointer);
  const time = /^-?\d+(\.\d{1,9})?$/.test(text) ? fromEpoch(Number(text)) : readTimeText(text);
  if (time === undefined) throw noTime(what, pointer);
  if (time === null || time.at < NEVER_BEFORE) return null;
  return instant(time.is === 'time' ? time.at : inZone(time, zone, edge, () => noZone(what, pointer)));
}

const isScalar = (found: unknown): found is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof found);

/** Undefined: a number that is no time, such as 20261130. null: never. */
function fromEpoch(number: number): Extract<ForeignTime, { is: 'time' }> | null | undefined {
  if (number === 0 || number === -1 || number === GO_ZERO || number === GO_ZERO * 1000) return null;
  const unit = UNITS.findLast(([from]) => number >= from);
  return unit === undefined || number >= BEYOND
    ? undefined
    : { is: 'time', at: Math.floor(number * unit[1]) };
}

/** The year 1, in seconds. */
const GO_ZERO = -62_135_596_800;

function inZone(
  { at: inUtc, isDay }: Extract<ForeignTime, { is: 'without zone' }>,
  zone: Times['zone'],
  edge: Edge,
  unknown: () => RekeyError,
): Millis {
  const offset = zone === undefined ? undefined : readOffset(zone);
  if (offset === undefined) throw unknown();
  return inUtc - offset * MINUTE + (isDay && edge === 'end' ? DAY - 1 : 0);
}

const noTime = (what: string, pointer: string): RekeyError =>
  new RekeyError('RK5005', `${what}: what is at ${pointer} is no time.`, {
    next: 'Point at an ISO 8601 time or at seconds or milliseconds since 1970; a word for never goes into never: under times: of the vendor.',
  });

const noZone = (what: string, pointer: string): RekeyError =>
  new RekeyError('RK5005', `${what}: the time at ${pointer} has no zone.`, {
    next: 'See in the documentation of the vendor which zone is meant, and say it: times: { zone: utc } in the description of the vendor.',
  });
