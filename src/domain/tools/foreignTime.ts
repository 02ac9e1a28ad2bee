import { MINUTE, type Millis } from './time';

/**
 * The one place where a time is read that others wrote. Never by Date.parse: it takes `05.11.2026` and `key-7` for times, and reads what
 * has no zone in the zone of this machine.
 */

/** A time that says which day, but not in which zone, has no place in the world until somebody says the zone. */
export type ForeignTime =
  | { readonly is: 'time'; readonly at: Millis }
  /** `at` is what it would be in UTC; `isDay`: only a date, and `at` its first millisecond. */
  | { readonly is: 'without zone'; readonly at: Millis; readonly isDay: boolean };

/** https://www.rfc-editor.org/rfc/rfc3339, and what is written in its place: a space for T, `UTC`, `+0100`, `+01`, a comma, a date alone. */
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?(?: UTC)?))?)?$/;
/** https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 and https://www.rfc-editor.org/rfc/rfc5322#section-3.3 */
const MAIL =
  /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? (GMT|UTC|Z|[+-]\d{4})$/;
/** The two old forms of HTTP, which are in GMT. */
const RFC850 = /^[A-Z][a-z]{5,8}, (\d\d)-([A-Z][a-z]{2})-(\d\d) (\d\d):(\d\d):(\d\d) GMT$/;
const ASCTIME = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\d{4})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Undefined: it is no time. A text in ISO 8601, or as HTTP and mail write it. */
export function readTimeText(text: string): ForeignTime | undefined {
  if (text.length > LONGEST) return undefined;
  const iso = ISO.exec(text);
  if (iso) return fromIso(iso);
  const at = fromMail(text);
  return at === undefined ? undefined : { is: 'time', at };
}

/** A header of HTTP that is a date: `Date`, `Retry-After`. Undefined: it is none. */
export function readHttpDate(text: string | undefined): Millis | undefined {
  if (text === undefined || text.length > LONGEST) return undefined;
  return fromMail(text) ?? fromOld(text);
}

/** A time with a zone, as servers of ours write it; undefined for anything else. */
export function readInstant(text: string): Millis | undefined {
  const time = readTimeText(text);
  return time?.is === 'time' ? time.at : undefined;
}

/** Minutes east of UTC of `Z`, `UTC`, `GMT`, `+01`, `+01:00` or `-0730`; undefined where there is no such zone. */
export function readOffset(zone: string): number | undefined {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?(?: UTC)?$/.exec(zone) ?? [];
  if (sign === undefined) return /^(Z|UTC|GMT)$/i.test(zone) ? 0 : undefined;
  const east = Number(hours) * 60 + Number(minutes);
  if (Number(hours) > 18 || Number(minutes) > 59) return undefined;
  return sign === '-' ? -east : east;
}

const LONGEST = 64;

function fromIso(found: RegExpExecArray): ForeignTime | undefined {
  const [, year, month, day, hour, minute, second, fraction = '', zone] = found;
  const date = [year, Number(month) - 1, day] as const;
  const at = utc([...date, hour ?? 0, minute ?? 0, second ?? 0], Number(`0.${fraction || '0'}`));
  if (at === undefined) return undefined;
  if (zone === undefined) return { is: 'without zone', at, isDay: hour === undefined };
  const offset = readOffset(zone);
  return offset === undefined ? undefined : { is: 'time', at: at - offset * MINUTE };
}

function fromMail(text: string): Millis | undefined {
  const [, day, month, year, hour, minute, second = 0, zone = ''] = MAIL.exec(text) ?? [];
  const at = utc([year, MONTHS.indexOf(month ?? ''), day, hour, minute, second]);
  const offset = readOffset(zone);
  return at === undefined || offset === undefined ? undefined : at - offset * MINUTE;
}

function fromOld(text: string): Millis | undefined {
  const [, day, month, short, hour, minute, second] = RFC850.exec(text) ?? [];
  if (day !== undefined)
    // Two digits: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7-13
    return utc([
      Number(short) + (Number(short) < 70 ? 2000 : 1900),
      MONTHS.indexOf(month ?? ''),
      day,
      hour,
      minute,
      second,
    ]);
  const [, name, date, ...rest] = ASCTIME.exec(text) ?? [];
  const [hours, minutes, seconds, year] = rest;
  return utc([year, MONTHS.indexOf(name ?? ''), date, hours, minutes, seconds]);
}

type Field = string | number | undefined;

/** Undefined for what no calendar has, such as February 30 or 25:00. Second 60 is a leap second. */
function utc(fields: readonly [Field, Field, Field, Field, Field, Field], fraction = 0): Millis | undefined {
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN] = fields.map(Number);
  const date = new Date(
    Date.UTC(2000, month, day, hour, minute, Math.min(second, 59), Math.floor(fraction * 1000)),
  );
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(year, month, day);
  const isReal =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    second <= 60;
  return isReal ? date.getTime() : undefined;
}
