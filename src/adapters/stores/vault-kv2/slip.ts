import type { SecretRef, Slip } from '../../../domain/contracts/store';
import type { Misplaced } from '../../../domain/descriptor';
import { codeSpan } from '../../../domain/tools/text';
import type { KvApi } from './api';
import type { VaultKv2Settings } from './settings';

/**
 * Why a first key at this reference would be a mistake. A path as the API writes it, with the mount or `data/` in front, leads to another
 * secret; a field beside one of nearly the same name is a typing error. Undefined: nothing speaks against it.
 */
export async function slipOf(api: KvApi, ref: SecretRef, literal = false): Promise<Slip | undefined> {
  const { content } = await api.read(ref.path);
  if (content) return wrongField(content.names, ref);
  const found = misplaced({ mount: api.mount, literal_paths: literal }, ref.path);
  return found && wrongPath(api, ref, found);
}

async function wrongPath(api: KvApi, ref: SecretRef, { path, why }: Misplaced): Promise<Slip> {
  const is = await api.read(path).then(
    ({ content }) => content !== undefined,
    () => false,
  );
  return {
    why: `${why}${is ? `; ${codeSpan(path)} is there` : ''}`,
    path,
    fields: Object.values(ref.fields),
  };
}

/** Mounts that are called so everywhere, and the words that the API puts behind a mount. */
const USUAL = /^(secret|kv|kv2|kv-v2)\/(?=(data|metadata)\/.)/;

const BEGINNING = /^(v1|data|metadata|secret|kv)/;

/** A path as API, policy or address write it: `v1/`, the mount, `data/` or `metadata/` in front, in any order of forgetting. */
export function misplaced(
  { mount, literal_paths: literal }: Pick<VaultKv2Settings, 'mount' | 'literal_paths'>,
  whole: string,
): Misplaced | undefined {
  if (literal || !(whole.startsWith(`${mount}/`) || BEGINNING.test(whole))) return undefined;
  const inside = whole.replace(/^v1\/(?=.)/, '');
  const other = inside.startsWith(`${mount}/`) ? undefined : USUAL.exec(inside)?.[1];
  const inMount = inside.startsWith(`${other ?? mount}/`)
    ? inside.slice((other ?? mount).length + 1)
    : inside;
  const path = inMount.replace(/^(data|metadata)\/(?=.)/, '');
  // A folder may be called v1.
  if (path === inside) return undefined;
  const prefix = codeSpan(whole.slice(0, whole.length - path.length));
  return {
    why: `the path begins with ${prefix}, which a reference leaves out`,
    path,
    ...(other !== undefined && { first: `Set mount: ${other} in the store` }),
    unless: 'literal_paths: true',
  };
}

function wrongField(names: readonly string[], ref: SecretRef): Slip | undefined {
  const fields = Object.values(ref.fields);
  const others = names.filter((name) => !fields.includes(name) && name !== ref.idField);
  const meant = fields.map((field) => others.find((name) => isNear(field, name)) ?? field);
  if (meant.every((field, at) => field === fields[at])) return undefined;
  const pairs = fields.flatMap((field, at) =>
    meant[at] === field ? [] : [`it has ${codeSpan(meant[at] ?? '')}, not ${codeSpan(field)}`],
  );
  return { why: pairs.join(' and '), path: ref.path, fields: meant };
}

/** `apikey` and `api_key`, `api_kye` and `api_key`; but `key_a` and `key_b`, or `key1` and `key2`, are two keys. */
function isNear(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return true;
  return Math.min(a.length, b.length) >= 5 && (isSwapped(a, b) || isOneLetterOff(a, b));
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/s$/, '');

/** Two letters side by side in the wrong order. */
function isSwapped(a: string, b: string): boolean {
  const at = firstDifference(a, b);
  return (
    a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  );
}

/** A letter that is wrong, missing or too many, neither at the end nor a digit: there it tells two keys apart. */
function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const at = firstDifference(short, long);
  const isInside = at > 0 && at < long.length - 1 && !/\d/.test(`${short[at] ?? ''}${long[at] ?? ''}`);
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return isInside && long.length - short.length <= 1 && rest === long.slice(at + 1);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
