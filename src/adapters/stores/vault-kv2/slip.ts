import type { SecretRef, Slip } from '../../../domain/contracts/store';
import { codeSpan } from '../../../domain/text';
import type { KvApi } from './api';

/**
 * Why a first key at this reference would be a mistake. A path as the API writes it, with the mount or `data/` in front, leads to another
 * secret; a field beside one of nearly the same name is a typing error. Undefined: nothing speaks against it.
 */
export async function slipOf(api: KvApi, ref: SecretRef): Promise<Slip | undefined> {
  const { content } = await api.read(ref.path);
  if (content) return wrongField(content.names, ref);
  const path = shortened(ref.path, api.mount);
  return path === ref.path ? undefined : wrongPath(api, ref, path);
}

async function wrongPath(api: KvApi, ref: SecretRef, path: string): Promise<Slip> {
  const is = await api.read(path).then(
    ({ content }) => content !== undefined,
    () => false,
  );
  const prefix = codeSpan(ref.path.slice(0, ref.path.length - path.length));
  const why = `the path begins with ${prefix}, which a reference leaves out${is ? `; ${codeSpan(path)} is there` : ''}`;
  return { why, path, fields: Object.values(ref.fields) };
}

/** Without `data/` of the API and without the mount, in either order of forgetting. */
function shortened(path: string, mount: string): string {
  const inMount = path.startsWith(`${mount}/`) ? path.slice(mount.length + 1) : path;
  return /^(data|metadata)\/./.test(inMount) ? inMount.slice(inMount.indexOf('/') + 1) : inMount;
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
