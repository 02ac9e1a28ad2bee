import type { AdapterUse } from '../domain/config';
import type { StoreCapabilities } from '../domain/contracts/store';
import type { Adapter, AdapterKind, Catalog, PartKinds } from '../domain/descriptor';
import { check } from './check';
import type { Path } from './document';
import { checkPlace, type Placing } from './places';
import { repaired } from './repaired';
import { notReference, parseReference } from './reference';
import { didYouMean, quoted, unknown } from './suggest';

/** What the uses of adapters are checked against. */
export interface Surroundings extends Placing {
  readonly catalog: Catalog;
  /** Names of the identities and stores in the file, also of those with faults. */
  readonly identities: readonly string[];
  readonly stores: readonly string[];
  /** Every reference that an adapter's settings hold; grows while the file is read. */
  readonly references: Set<string>;
  /** Of each store that could be read: what it promises. Grows while the file is read. */
  readonly promises: Map<string, StoreCapabilities>;
  /** Of each vendor that could be read and says it: the parts of its keys. Grows while the file is read. */
  readonly parts: Map<string, PartKinds>;
  /** Of each key with a fault that could be read all the same: the fields of which nothing can be said. Grows while the file is read. */
  readonly unsure: Map<string, (field: string) => boolean>;
}

/** Names of the stores whose secrets are one text. Stores are read first. */
export const wholesOf = ({ promises }: Pick<Surroundings, 'promises'>): readonly string[] =>
  [...promises].flatMap(([name, { whole }]) => (whole ? [name] : []));

/** `{ use: vault-kv2, mount: secret }`: `use` picks the adapter, `identity` its login, all else is read by its own schema. */
export async function readUse(
  kind: AdapterKind,
  name: string,
  raw: unknown,
  path: Path,
  around: Surroundings,
): Promise<AdapterUse | undefined> {
  const { problems } = around;
  if (!isMap(raw)) {
    problems.addName('RK2002', path, 'must be a map that says which adapter, such as { use: http }.');
    return undefined;
  }
  const { use, identity, ...rest } = raw;
  const adapters: Readonly<Record<string, () => Promise<Adapter>>> = around.catalog[kind];
  const load = typeof use === 'string' ? own(adapters, use) : undefined;
  if (typeof use !== 'string' || !load) {
    sayUnknown(kind, use, path, around);
    return undefined;
  }
  const adapter = await load();
  const isWhole = kind === 'stores' && learnPromises(name, adapter, around);
  const settings = check(adapter.settings, rest, path, problems);
  const login = readIdentity(kind, identity, path, around);
  const known = settings ?? repaired(adapter.settings, rest)?.value;
  const references = known === undefined ? [] : (adapter.references?.(known) ?? []);
  for (const reference of references) checkReference(reference, rest, path, around);
  if (settings === undefined) return undefined;
  learn(name, adapter, settings, around);
  return { name, use, settings, ...login, ...(isWhole && { whole: true }), line: problems.lineOf(path) };
}

/** Of a store. @returns whether its secrets are one text */
function learnPromises(name: string, { descriptor }: Adapter, { promises }: Surroundings): boolean {
  if (descriptor.promises) promises.set(name, descriptor.promises);
  return descriptor.promises?.whole === true;
}

/** What other entries are held against. */
function learn(name: string, adapter: Adapter, settings: unknown, { parts, misplaced }: Surroundings): void {
  const made = adapter.parts?.(settings);
  if (made) parts.set(name, made);
  if (adapter.misplaced) misplaced.set(name, (place) => adapter.misplaced?.(settings, place));
}

function sayUnknown(kind: AdapterKind, use: unknown, path: Path, around: Surroundings): void {
  const known = Object.keys(around.catalog[kind]);
  if (typeof use === 'string') {
    const message = `${unknown(use, known)} is no adapter for ${kind}.${didYouMean(use, known)}`;
    const any = kind === 'vendors' ? ' Any HTTP API for keys can be described with "use: http".' : '';
    const next = `Use one of the adapters for ${kind}: ${known.join(', ')}.${any}`;
    around.problems.add('RK2009', [...path, 'use'], message, next);
  } else {
    const message = `must say which adapter.${didYouMean('', known)}`;
    around.problems.addName('RK2002', [...path, 'use'], message, 'Add "use:".');
  }
}

/** The login that is named, or the only one there is. A store without login works from a laptop only, so two leave no guess. */
function readIdentity(
  kind: AdapterKind,
  identity: unknown,
  path: Path,
  { identities, problems }: Surroundings,
): { readonly identity?: string } {
  if (kind === 'identities') {
    if (identity !== undefined) {
      problems.addName('RK2003', [...path, 'identity'], 'an identity does not log in through another one.');
    }
    return {};
  }
  if (identity === undefined) {
    const [only] = identities;
    if (identities.length === 1 && only !== undefined) return { identity: only };
    if (identities.length > 1 && kind === 'stores') {
      const names = identities.map(quoted).join(', ');
      problems.addName(
        'RK2005',
        path,
        `there are several identities (${names}): say which with "identity:".`,
      );
    }
    return {};
  }
  if (typeof identity === 'string' && identities.includes(identity)) return { identity };
  const word = typeof identity === 'string' ? identity : '';
  const message = `${unknown(word, identities)} is not an identity.${didYouMean(word, identities)}`;
  problems.add('RK2004', [...path, 'identity'], message);
  return {};
}

function checkReference(reference: string, raw: unknown, path: Path, around: Surroundings): void {
  around.references.add(reference);
  const place = placeOf(raw, reference) ?? [];
  const wholes = wholesOf(around);
  const found = parseReference(reference, around.stores, wholes);
  if (!found || (found.field === '' && found.whole !== true)) {
    around.problems.add(
      'RK2002',
      [...path, ...place],
      notReference(reference, 'vault:admin/gateway#token', wholes),
    );
  } else if (!around.stores.includes(found.store)) {
    const message = `${unknown(found.store, around.stores)} is not a store.${didYouMean(found.store, around.stores)}`;
    around.problems.add('RK2004', [...path, ...place], message);
  } else checkPlace(found, [...path, ...place], around);
}

/** Where in the settings a text stands. */
function placeOf(value: unknown, text: string): Path | undefined {
  if (value === text) return [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inside] of Object.entries(value)) {
    const place = placeOf(inside, text);
    if (place) return [Array.isArray(value) ? Number(name) : name, ...place];
  }
  return undefined;
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entry of this name, and never something inherited such as `constructor`. */
export function own<T>(entries: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}
