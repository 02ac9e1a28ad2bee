import { readHttpDate } from './foreignTime';
import { DAY, SECOND, type Millis } from './time';

/** Shorter than a second is no wait, and a server that says so would be asked without a pause. */
const SHORTEST: Millis = SECOND;
/** After a day a server is asked again, whatever it said: a number without bounds would make a time that no calendar has. */
const LONGEST: Millis = DAY;

/**
 * How long a server asks us to wait: `Retry-After` as seconds or as a date, the date taken by the server's own clock; from a second
 * to a day. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterOf(response: {
  readonly headers: Readonly<Record<string, string>>;
}): Millis | undefined {
  const asked = response.headers['retry-after']?.trim().slice(0, 64);
  if (asked === undefined || asked === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(asked)) return withinBounds(Number(asked) * SECOND);
  const until = readHttpDate(asked);
  const server = readHttpDate(response.headers['date']);
  return until === undefined || server === undefined ? undefined : withinBounds(until - server);
}

/** Also for what a server says in another header. */
export const withinBounds = (wait: Millis): Millis => Math.min(LONGEST, Math.max(SHORTEST, wait));
