import { Cron } from 'croner';
import { z } from 'zod';
import { parseWindow } from '../domain/tools/window';
import { DURATION, durationRule, parseDuration } from './duration';
import { isPrintable } from '../domain/tools/text';
import { isInherited, NAME, nameRule } from './names';

/** The small values of rekey.yml. Each says in its own words what it must be; see `check.ts` for the rest. */

export const name = z
  .string()
  .regex(NAME, `must be ${nameRule}`)
  .refine((text) => !isInherited(text), 'is reserved by JavaScript; choose another name');

/** Owner or environment: any short text on one line. */
export const label = z
  .string()
  .regex(/^[^\u0000-\u001f\u007f]{1,100}$/, 'must be text on one line, at most 100 characters')
  .refine(isPrintable, 'must not hold invisible characters');

/** Milliseconds. Zero is allowed only where waiting not at all makes sense. */
const anyDuration = z.string(durationRule).regex(DURATION, durationRule).transform(toMillis);
export const durationOrNone = anyDuration;
export const duration = anyDuration.refine((value) => value > 0, 'must be longer than nothing');

function toMillis(text: string): number {
  return parseDuration(text) ?? 0;
}

/** Five fields, UTC. */
export const cron = z
  .string()
  .refine(isCron, 'must be a cron expression of five fields that comes true, such as "0 2 1 * *" (UTC)');

function isCron(text: string): boolean {
  if (text.trim().split(/\s+/).length !== 5) return false;
  try {
    return new Cron(text, { mode: '5-part', timezone: 'UTC' }).nextRun() !== null;
  } catch {
    return false;
  }
}

export const windowTimes = z
  .string()
  .refine((text) => parseWindow(text) !== undefined, 'must be days and times, such as "Mon-Thu 02:00-05:00"');

export const timezone = z
  .string()
  .refine(isTimezone, 'must be a time zone of the IANA list, such as "Europe/Amsterdam" or "UTC"');

function isTimezone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
