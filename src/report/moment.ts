import { instant, millis, spoken, type Instant, type Millis } from '../domain/tools/time';

/** `2026-11-20 02:14 UTC` */
export function moment(at: Instant): string {
  return `${minute(at)} UTC`;
}

/** `2026-11-20 02:14` */
export function minute(at: Instant): string {
  return second(at).slice(0, 16);
}

/** `2026-11-20 02:14:09`; what is no time is said to be none, since a journal may be forged. */
export function second(at: Instant): string {
  const time = millis(at);
  if (Number.isNaN(time)) return 'no time';
  return (AS_WE_WRITE.test(at) ? at : instant(time)).slice(0, 19).replace('T', ' ');
}

const AS_WE_WRITE = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d\.\d{3}Z$/;

export const day = (at: Instant): string => second(at).slice(0, 10);

/** `26h`, from one to the other. */
export function between(from: Instant, to: Instant): string {
  const length = millis(to) - millis(from);
  if (Number.isNaN(length)) return '–';
  return length <= 0 ? '0s' : spoken(length);
}

/** A journal may be forged: what is no time, or none of a year with four digits, is not drawn. */
export function timeOf(at: unknown): Millis | undefined {
  const time = typeof at === 'string' ? millis(at) : Number.NaN;
  return Number.isNaN(time) || !/^\d{4}-/.test(instant(time)) ? undefined : time;
}
