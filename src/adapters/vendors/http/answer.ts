import type { Parts } from '../../../domain/credential';
import { RekeyError } from '../../../domain/errors';
import type { HttpResponse } from '../../../domain/ports';
import { isIdLike } from '../../../domain/tools/publicId';
import { at } from '../../../kits/adapter/answer';
import { matches, type Match } from '../../../kits/adapter/match';
import { listOf } from './fields';

/** Reads from an answer what a description points at. Nothing of a body ever goes into an error. */

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

/** What the vendor says in words is compared in any letter case. */
export const says = (answer: HttpResponse, condition: Match | undefined): boolean =>
  condition === undefined || matches(answer, condition, 'any');

export const isOneOf = (status: number, statuses: number | readonly number[]): boolean =>
  listOf(statuses).includes(status);

/** A page for people, from a proxy, a firewall or a login; never an API's answer. */
export const isWebPage = (answer: HttpResponse): boolean =>
  (answer.headers['content-type'] ?? '').toLowerCase().startsWith('text/html');
