import ms from 'ms';
import type { Millis } from '../domain/tools/time';

export const DURATION = /^\d+(\.\d+)? ?(ms|s|m|h|d|w|y)$/;
export const durationRule = 'must be a duration with its unit, such as "30d", "24h" or "10m"';

/** Text such as `24h` to milliseconds. Undefined: not a duration. */
export function parseDuration(text: string): Millis | undefined {
  return DURATION.test(text) ? ms(text as ms.StringValue) : undefined;
}
