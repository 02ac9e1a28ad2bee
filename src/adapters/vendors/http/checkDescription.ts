import type { Json } from '../../../domain/tools/json';
import type { Call, CreateCall } from './calls';
import { listOf } from './fields';
import { partsOfHeader } from './header';
import type { HttpVendorSettings } from './description';

interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

const PLACEHOLDER = /\{([a-z_]+)\}/g;
const PART = /\{([a-z][a-z0-9_]*)\}/g;
const ID_ONLY = ['id'];

/** What a schema of single fields cannot see: pairs, placeholders and parts that do not fit together. */
export function checkDescription(it: HttpVendorSettings): readonly Problem[] {
  return [...pairs(it), ...parts(it), ...placeholders(it), ...secretPlaceholders(it)];
}

function* pairs(it: HttpVendorSettings): Iterable<Problem> {
  for (const call of ['create', 'revoke', 'disable'] as const) {
    if (it.by_person.includes(call) && it[call])
      yield { path: ['by_person'], message: `${call} is described, so no person has to do it` };
  }
  for (const call of ['create', 'revoke'] as const) {
    if (!it[call] && !it.by_person.includes(call))
      yield { path: [call], message: `describe it, or say by_person: [${call}]` };
  }
  if (!it.disable !== !it.enable)
    yield {
      path: ['disable'],
      message: 'disable and enable come together: what cannot be undone is no disable',
    };
}

function* parts(it: HttpVendorSettings): Iterable<Problem> {
  const admin = typeof it.admin_key === 'string' ? ['value'] : Object.keys(it.admin_key);
  if (it.admin_sign) yield* signing(it, admin);
  else yield* unknownParts('admin_header', it.admin_header, it.login ? ['value'] : admin);
  if (it.login?.header !== undefined) yield* unknownParts('login', it.login.header, admin);
  if (!it.create) return;
  const made = partNames(it.create);
  yield* unknownParts('key_header', it.key_header, made);
  if (it.id_part !== undefined && !made.includes(it.id_part))
    yield { path: ['id_part'], message: `create makes no part ${it.id_part}` };
  if (it.id_part === made[0] && made.length === 1)
    yield { path: ['id_part'], message: 'the only part of a credential is its secret, and no id' };
  if (it.id_in_value && !made.includes(it.id_in_value.part))
    yield { path: ['id_in_value', 'part'], message: `create makes no part ${it.id_in_value.part}` };
}

function* signing(it: HttpVendorSettings, admin: readonly string[]): Iterable<Problem> {
  if (it.login) yield { path: ['admin_sign'], message: 'there is a login as well: choose one' };
  if ([...admin].sort().join() !== 'access_key_id,secret_access_key')
    yield { path: ['admin_sign'], message: 'admin_key must be a map of access_key_id and secret_access_key' };
}

function* unknownParts(path: string, header: string | string[], known: readonly string[]): Iterable<Problem> {
  for (const name of listOf(header).flatMap(partsOfHeader)) {
    if (!known.includes(name))
      yield { path: [path], message: `{${name}} is not a part; there is ${known.join(', ')}` };
  }
}

export const partNames = (create: CreateCall): readonly string[] =>
  typeof create.value === 'string' ? ['value'] : Object.keys(create.value);

function* placeholders(it: HttpVendorSettings): Iterable<Problem> {
  const creating = ['label', 'scopes', 'like', ...(it.create?.lifetime ? ['expires', 'expires_date'] : [])];
  const calls: [string, Call | undefined, readonly string[]][] = [
    ['create', it.create, creating],
    ['list', it.list, []],
    ['disable', it.disable, ID_ONLY],
    ['enable', it.enable, ID_ONLY],
    ['revoke', it.revoke, ID_ONLY],
  ];
  for (const [name, call, known] of calls) {
    if (call) yield* unknownPlaceholders(name, call, known);
  }
}

/** A credential stands in headers, bodies and forms, and never in an address, which is logged. */
function* secretPlaceholders(it: HttpVendorSettings): Iterable<Problem> {
  const admin = typeof it.admin_key === 'string' ? ['value'] : Object.keys(it.admin_key);
  const made = it.create ? partNames(it.create) : ['value'];
  const calls: [string, Call | undefined, readonly string[]][] = [
    ['login', it.login, admin],
    ['whoami', it.whoami, made],
    ['verify', it.verify, made],
  ];
  for (const [name, call, known] of calls) {
    if (call) yield* unknownPlaceholders(name, call, known, [], PART);
  }
}

function* unknownPlaceholders(
  name: string,
  call: Call,
  known: readonly string[],
  inRequest = known.filter((word) => word !== 'scopes'),
  placeholder = PLACEHOLDER,
): Iterable<Problem> {
  if (call.body && call.form) yield { path: [name], message: 'has a body and a form: choose one' };
  const single = known.filter((word) => word !== 'scopes');
  const texts: [string, string, readonly string[]][] = [
    ['request', call.request, inRequest],
    ...Object.values(call.form ?? {}).map((text): [string, string, readonly string[]] => [
      'form',
      text,
      single,
    ]),
    ...textsIn(call.body ?? {}).map((text): [string, string, readonly string[]] => [
      'body',
      text,
      text === '{scopes}' ? known : single,
    ]),
  ];
  for (const [field, text, allowed] of texts) {
    for (const [, word = ''] of text.matchAll(placeholder)) {
      if (!allowed.includes(word)) yield { path: [name, field], message: unknownWord(word, known) };
    }
  }
}

function unknownWord(word: string, known: readonly string[]): string {
  if (word === 'scopes' && known.includes(word))
    return '{scopes} is a list: it stands alone as a value of a JSON body';
  return `{${word}} is unknown here; ${known.length > 0 ? `there is ${known.map((it) => `{${it}}`).join(', ')}` : 'there are no placeholders'}`;
}

export function textsIn(json: Json): readonly string[] {
  if (typeof json === 'string') return [json];
  if (json === null || typeof json !== 'object') return [];
  return Object.values(json).flatMap(textsIn);
}
