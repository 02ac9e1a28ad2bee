import { get } from '@sagold/json-pointer';
import type { Parts } from '../../../domain/credential';
import { RekeyError } from '../../../domain/errors';
import type { HttpResponse } from '../../../domain/ports';
import { isIdLike } from '../../../domain/publicId';
import { instant, millis, type Instant } from '../../../domain/time';
import { listOf, type Match } from './fields';

/** Reads from an answer what a description points at. Nothing of a body ever goes into an error. */

/** In milliseconds, this is the year 1973; in seconds, the year 5138. */
const FIRST_MILLISECONDS = 100_000_000_000;
/** Vendors write "never" as the year 1 or as 1970. */
const NEVER_BEFORE = millis('1971-01-01T00:00:00Z');

export function at(body: unknown, pointer: string): unknown {
  return get(body, pointer);
}

export function parsed(answer: HttpResponse, what: string): unknown {
  try {
    return answer.json();
  } catch {
    throw new RekeyError('RK5005', `${what}: the answer is not JSON (status ${answer.status}).`);
  }
}

/** An id: a text or a whole number, fit for an address, a log and a journal. */
export function readId(body: unknown, pointer: string, what: string): string {
  const found = at(body, pointer);
  const id = typeof found === 'number' && Number.isSafeInteger(found) ? String(found) : found;
  if (typeof id !== 'string' || id === '')
    throw new RekeyError('RK5005', `${what}: there is no id at ${pointer}.`);
  if (!isIdLike(id)) throw new RekeyError('RK5005', `${what}: what is at ${pointer} cannot be an id.`);
  return id;
}

/** The id of a credential, which is public: a pointer that leads to the secret instead is a mistake in the description. */
export function readOwnId(
  body: unknown,
  pointer: string,
  credential: { readonly parts: Parts; readonly idPart: string | undefined },
  what: string,
): string {
  const id = readId(body, pointer, what);
  const isSecret = Object.entries(credential.parts).some(
    ([name, part]) => name !== credential.idPart && (part.isText(id) || part.isWithin(id)),
  );
  if (isSecret)
    throw new RekeyError('RK5005', `${what}: what is at ${pointer} is, or holds, the secret and is no id.`);
  return id;
}

/** A time, null when the vendor says none, RK5005 when it is anything else: a misread date must not look like silence. */
export function readTime(body: unknown, pointer: string, what: string): Instant | null {
  const found = at(body, pointer);
  if (found === undefined || found === null || found === '' || found === 0) return null;
  const time =
    typeof found === 'number' ? fromNumber(found) : typeof found === 'string' ? millis(found) : NaN;
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15)
    throw new RekeyError('RK5005', `${what}: what is at ${pointer} is no time.`);
  return time < NEVER_BEFORE ? null : instant(time);
}

const fromNumber = (time: number): number => (time < FIRST_MILLISECONDS ? time * 1000 : time);

export function matches(answer: HttpResponse, condition: Match | undefined): boolean {
  if (!condition) return true;
  if (condition.pointer === undefined) return contains(answer.text, condition.contains);
  try {
    return matchesBody(answer.json(), condition);
  } catch {
    return false;
  }
}

export function matchesBody(body: unknown, condition: Match): boolean {
  const found = at(body, condition.pointer ?? '');
  return condition.equals === undefined ? contains(found, condition.contains) : found === condition.equals;
}

function contains(text: unknown, wanted: string | undefined): boolean {
  return (
    typeof text === 'string' && wanted !== undefined && text.toLowerCase().includes(wanted.toLowerCase())
  );
}

export const isOneOf = (status: number, statuses: number | readonly number[]): boolean =>
  listOf(statuses).includes(status);

export const isSuccess = (answer: HttpResponse): boolean => answer.status >= 200 && answer.status < 300;

/** A page for people, from a proxy, a firewall or a login; never an API's answer. */
export const isWebPage = (answer: HttpResponse): boolean =>
  (answer.headers['content-type'] ?? '').toLowerCase().startsWith('text/html');
