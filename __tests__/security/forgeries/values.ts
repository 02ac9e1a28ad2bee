import { infoOf } from '../../../src/domain/steps';
import { LIFECYCLE } from '../../../src/lifecycle/table';
import { DAY, instant, type Millis } from '../../../src/domain/tools/time';
import type { Company } from '../../support/company';
import { OTHER, OURS, PAYROLL } from './scenes';

/** What a forger may write for a field: what other keys, other paths and other times have there. */
export interface Pool {
  /** Ids: in use, ended, of the other entry, of another team, of nobody. */
  readonly ids: readonly string[];
  readonly now: Millis;
}

export function poolOf({ vendor, clock }: Company): Pool {
  return { ids: [...vendor.keys.all.map(({ id }) => id), 'key_of_nobody'], now: clock.now() };
}

export const MISSING = Symbol('missing');

const PASSES = ['forward', 'back', 'discard', 'abandon'] as const;
export const ROWS: readonly string[] = PASSES.flatMap((pass) =>
  [...new Set(Object.values(LIFECYCLE).flatMap((passes) => passes[pass]))].map((step) =>
    infoOf(step).perWorkload ? `${pass}/${step}:${OURS.service}` : `${pass}/${step}`,
  ),
);

const VERSIONS = ['0', '1', '2', '3', '99999999'];
const PATHS = ['admin/gateway', PAYROLL.path, OTHER.path, 'prod/gateway-none', `${OURS.path}.rekey.api_key`];
const FIELDS = ['token', PAYROLL.field, 'other', 'api_key_id', 'api_key'];

/** By the name of the field. What is not here is told by its value. */
const BY_NAME: Readonly<Record<string, readonly unknown[]>> = {
  base: VERSIONS,
  version: VERSIONS,
  previous: VERSIONS,
  unannotated: VERSIONS,
  staged: VERSIONS,
  path: PATHS,
  idField: FIELDS,
  fields: FIELDS.map((field) => ({ value: field })),
  value: FIELDS,
  secret: PATHS.flatMap((path) =>
    FIELDS.slice(0, 3).map((field) => ({ path, fields: { value: field }, idField: field })),
  ),
  store: ['none', '__proto__'],
  vendor: ['none', 'gateway-2'],
  name: [OTHER.name, 'nobody'],
  environment: ['staging', ''],
  scopes: [['admin.everything', '*'], []],
  usedBy: [[], [OTHER.service], ['nobody']],
  rank: ['scheduled', 'rollback', 'emergency'],
  kind: ['adopt', 'rotate', 'remove', 'rehearse'],
  pass: PASSES,
  to: ['back', 'discard', 'abandon'],
  row: ROWS,
  how: ['did', 'found', 'observed', 'not observed'],
  old: ['present', 'absent'],
  silent: ['observed', 'not observed'],
  grade: ['refused', 'gone from list', 'unproven'],
  outcome: ['done', 'adopted', 'undone', 'rehearsed', 'removed', 'abandoned', 'unproven'],
  status: ['running', 'waiting', 'person', 'blocked'],
  type: ['release', 'warning', 'closed', 'hold', 'turn'],
  head: ['nothing'],
  code: ['RK4003', 'RK5012', 'RK8003'],
};

const IDS = new Set(['id', 'oldId', 'credential', 'keyId', 'currentBefore', 'currentId']);
const TIME = /^\d{4}-\d\d-\d\dT/;

/** Of another kind than anything there should be. */
const MISSHAPEN: readonly unknown[] = [{}, 7, null, 'nonsense'];

/** What may stand in this place instead. Its own id a fact keeps, for a fact is known by it. */
export function replacements(path: readonly string[], value: unknown, pool: Pool): readonly unknown[] {
  const name = path.at(-1) ?? '';
  const isOwnId = path.length === 1 && name === 'id';
  const found: unknown[] = [MISSING, MISSHAPEN[hash(path.join('.')) % MISSHAPEN.length]];
  if (IDS.has(name) && !isOwnId) found.push(...pool.ids);
  else if (typeof value === 'string' && TIME.test(value)) found.push(...timesOf(Date.parse(value), pool.now));
  else if (typeof value === 'number') found.push(0, 1, value * 1000, 1e15, -1);
  else if (typeof value === 'boolean') found.push(!value);
  found.push(...(Object.hasOwn(BY_NAME, name) ? (BY_NAME[name] ?? []) : []));
  return found.filter((one) => JSON.stringify(one) !== JSON.stringify(value));
}

const timesOf = (at: Millis, now: Millis): readonly string[] =>
  [0, at - DAY, at + DAY, now, Date.parse('9999-01-01T00:00:00Z')].map(instant);

/** Small and the same everywhere: which of many is not worth chance. */
export function hash(text: string): number {
  let found = 7;
  for (const character of text) found = (found * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return found;
}

/** Every place in a value: of objects and lists too, for they may be replaced or go as a whole. */
export function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const inside =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, one]) => placesIn(one, [...path, name]))
      : [];
  return path.length === 0 ? inside : [path, ...inside];
}

export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined),
    value,
  );
}

/** A copy in which something else stands there. */
export function replaced(value: unknown, [name = '', ...rest]: readonly string[], by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  if (rest.length > 0) copy[name] = replaced(copy[name], rest, by);
  else if (by === MISSING) delete copy[name];
  else copy[name] = by;
  return copy;
}
