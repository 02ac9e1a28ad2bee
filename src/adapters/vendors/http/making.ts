import type { CreateRequest } from '../../../domain/contracts/vendor';
import type { Credential, Parts } from '../../../domain/credential';
import { RekeyError } from '../../../domain/errors';
import type { HttpResponse, Permit } from '../../../domain/ports';
import { SecretValue } from '../../../domain/secret';
import { instant } from '../../../domain/tools/time';
import type { Admin } from './admin';
import { at, isSuccess } from '../../../kits/adapter/answer';
import { isOneOf, isWebPage, parsed, readOwnId, says } from './answer';
import type { CreateCall } from './calls';
import { millisOf } from '../../../kits/adapter/settings';
import type { Fill } from './fill';
import { membersOf } from './members';
import { readTime, type Times } from './times';
import { vendorError } from './api';

interface World {
  readonly now: number;
  readonly origins: readonly string[];
  /** The part that is the id, where there is one. */
  readonly idPart: string | undefined;
  readonly permit: Permit | undefined;
  readonly times: Times;
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
  if (call.full && isOneOf(answer.status, call.full.status) && says(answer, call.full.body))
    throw new RekeyError(
      'RK5002',
      `${what}: status ${answer.status}, which this vendor gives at its limit of keys.`,
    );
  if (!isSuccess(answer)) throw vendorError(answer, what, true);
  // A page of a proxy is no word of the vendor, so nobody knows what was done; another create would be answered by the same page.
  if (isWebPage(answer))
    throw new RekeyError('RK9005', `${what}: a web page answered, with status ${answer.status}.`);
  const body = parsed(answer, what);
  try {
    return made(body, call, world, what);
  } catch (thrown) {
    throw withMembers(thrown, answer, body);
  }
}

/** A key may have been made, and only the description is wrong: said with all that it takes to correct it. */
function withMembers(thrown: unknown, { status }: HttpResponse, body: unknown): unknown {
  if (!(thrown instanceof RekeyError) || thrown.kind !== 'broken') return thrown;
  const message = `${thrown.message.replace(/\.$/, '')} (the answer has status ${status}; ${membersOf(body)}).`;
  return new RekeyError(thrown.code, message, { next: NEXT });
}

const NEXT =
  'Correct "create" in the description of the vendor: "id" and "value" point to where the answer has them.';

function fillFor(call: CreateCall, wanted: CreateRequest, now: number): Fill {
  const end = call.lifetime === undefined ? undefined : instant(now + millisOf(call.lifetime));
  return {
    label: wanted.label,
    scopes: wanted.scopes,
    like: wanted.like,
    ...(end !== undefined && { expires: end, expires_date: end.slice(0, 10) }),
  };
}

function made(body: unknown, call: CreateCall, world: World, what: string): Credential {
  const pointers = typeof call.value === 'string' ? { value: call.value } : call.value;
  const parts: Parts = Object.fromEntries(
    Object.entries(pointers).map(([part, pointer]) => [
      part,
      readPart(body, part, pointer, world.origins, what),
    ]),
  );
  const id = readOwnId(body, call.id, { parts, idPart: world.idPart }, what);
  const expires = call.expires === undefined ? null : readTime(body, call.expires, what, world.times);
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
    throw new RekeyError('RK5005', `${what}: there is no ${part} at ${pointer || 'the top'}.`);
  const value = SecretValue.of(text, origins);
  if (!value.fitsInHeader)
    throw new RekeyError('RK4008', `${what}: ${unfit(text)} in the ${part} at ${pointer || 'the top'}.`);
  return value;
}

/** Why no header can carry it. */
const unfit = (text: string): string =>
  /[\r\n]/.test(text) ? 'there is a line break' : 'there is a control character, or one beyond Latin-1,';
