import type { Config, KeyConfig } from '../domain/config';
import { RekeyError, together } from '../domain/errors';
import { whichOf } from './which';
import { didYouMean, nearest, unknown } from './suggest';

export const SELECTABLE = ['owner', 'vendor', 'environment', 'criticality', 'workload', 'store'] as const;
type Property = (typeof SELECTABLE)[number];

/** Keys must have all of these; empty: not selected this way. */
export type Selector = Readonly<Partial<Record<Property, string>>>;

/** Reads `owner=team-payments,environment=production`. */
export function readSelector(text: string | undefined, wrong: (rule: string) => void): Selector {
  const selector: Partial<Record<Property, string>> = {};
  const odd: number[] = [];
  const terms = (text ?? '')
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((term) => term !== '');
  for (const [at, term] of terms.entries()) {
    const [name = '', value = '', ...more] = term.split('=').map((part) => part.trim());
    const property = SELECTABLE.find((known) => known === name);
    if (!property && nearest(name, SELECTABLE) !== undefined) {
      wrong(`${unknown(name, SELECTABLE)} is not a property of keys.${didYouMean(name, SELECTABLE)}`);
    } else if (!property || value === '' || more.length > 0) {
      odd.push(at);
    } else if (selector[property] !== undefined) wrong(`${property} stands twice`);
    else selector[property] = value;
  }
  if (odd.length > 0)
    wrong(`must be like owner=team-payments,environment=production; ${whichOf(odd, terms)} not`);
  return selector;
}

const matches: Readonly<Record<Property, (key: KeyConfig, value: string) => boolean>> = {
  owner: (key, value) => key.owner === value,
  vendor: (key, value) => key.vendor === value,
  environment: (key, value) => key.environment === value,
  criticality: (key, value) => key.criticality === value,
  workload: (key, value) => key.usedBy.includes(value),
  store: (key, value) => key.store === value,
};

/** The names that a run is about; undefined: nothing was selected, so all. Throws RK1006 for what matches nothing. */
export function selectKeys(
  config: Config,
  { keys, select }: { readonly keys: readonly string[]; readonly select: Selector },
): ReadonlySet<string> | undefined {
  const terms = SELECTABLE.flatMap((name) =>
    select[name] === undefined ? [] : [{ name, value: select[name] }],
  );
  if (keys.length === 0 && terms.length === 0) return undefined;
  return new Set(keys.length > 0 ? knownKeys(config, keys) : matching(config, terms));
}

function knownKeys(config: Config, keys: readonly string[]): readonly string[] {
  const known = Object.keys(config.keys);
  const problems = keys
    .filter((key) => !Object.hasOwn(config.keys, key))
    .map((key) => new RekeyError('RK1006', `${unknown(key, known)} is not a key.${didYouMean(key, known)}`));
  const [first, ...rest] = problems;
  if (first) throw together([first, ...rest]);
  return keys;
}

function matching(
  config: Config,
  terms: readonly { readonly name: Property; readonly value: string }[],
): readonly string[] {
  const all = Object.values(config.keys);
  for (const { name, value } of terms) {
    if (all.some((key) => matches[name](key, value))) continue;
    throw new RekeyError('RK1006', `no key has ${name}=${unknown(value)}.`);
  }
  const found = all.filter((key) => terms.every(({ name, value }) => matches[name](key, value)));
  if (found.length === 0) throw new RekeyError('RK1006', 'no key has all of these properties.');
  return found.map((key) => key.name);
}
