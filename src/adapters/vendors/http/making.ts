import type { CreateRequest } from '../../../domain/contracts/vendor';
import type { Credential, Parts } from '../../../domain/credential';
import { RekeyError } from '../../../domain/errors';
import type { HttpResponse, Permit } from '../../../domain/ports';
import { SecretValue } from '../../../domain/secret';
import { instant } from '../../../domain/time';
import type { Admin } from './admin';
import { at, isOneOf, isSuccess, matches, parsed, readOwnId, readTime } from './answer';
import type { CreateCall } from './calls';
import { millisOf } from './capabilities';
import type { Fill } from './fill';
import { vendorError } from './wire';

interface World {
  readonly now: number;
  readonly origins: readonly string[];
  /** The part that is the id, where there is one. */
  readonly idPart: string | undefined;
  readonly permit: Permit | undefined;
}

/** Creates one key: one request, never repeated. */
export async function make(
  admin: Admin,
  call: CreateCall,
  wanted: CreateRequest,
  world: World,
  what: string,
): Promise<Credential> {
  if (call.needs_scopes && wanted.scopes.length === 0) {
    const next = 'Write scopes: under the key; without them this vendor gives every right.';
    throw new RekeyError('RK2005', `${what}: no scopes are given.`, { next });
  }
  const answer = await admin.write(call, fillFor(call, wanted, world.now), what, world.permit);
  if (call.full && isOneOf(answer.status, call.full.status) && matches(answer, call.full.body))
    throw new RekeyError(
      'RK5002',
      `${what}: status ${answer.status}, which this vendor gives at its limit of keys.`,
    );
  if (!isSuccess(answer)) throw vendorError(answer, what, true);
  return made(answer, call, world, what);
}

function fillFor(call: CreateCall, wanted: CreateRequest, now: number): Fill {
  const end = call.lifetime === undefined ? undefined : instant(now + millisOf(call.lifetime));
  return {
    label: wanted.label,
    scopes: wanted.scopes,
    like: wanted.like,
    ...(end !== undefined && { expires: end, expires_date: end.slice(0, 10) }),
  };
}

function made(answer: HttpResponse, call: CreateCall, world: World, what: string): Credential {
  const body = parsed(answer, what);
  const pointers = typeof call.value === 'string' ? { value: call.value } : call.value;
  const parts: Parts = Object.fromEntries(
    Object.entries(pointers).map(([part, pointer]) => [
      part,
      readPart(body, part, pointer, world.origins, what),
    ]),
  );
  const id = readOwnId(body, call.id, { parts, idPart: world.idPart }, what);
  const expires = call.expires === undefined ? null : readTime(body, call.expires, what);
  return { id, parts, ...(expires !== null && { expires }) };
}

function readPart(
  body: unknown,
  part: string,
  pointer: string,
  origins: readonly string[],
  what: string,
): SecretValue {
  const text = at(body, pointer);
  if (typeof text !== 'string' || text === '')
    throw new RekeyError('RK5005', `${what}: there is no ${part} at ${pointer}.`);
  const value = SecretValue.of(text, origins);
  if (!value.fitsInHeader) throw new RekeyError('RK4008', `${what}: ${part} holds control characters.`);
  return value;
}
