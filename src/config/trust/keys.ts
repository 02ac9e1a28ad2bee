import type { Config, KeyConfig } from '../../domain/config';
import { keyIdentity } from '../../domain/key';
import { spoken } from '../../domain/time';

const ALIVE = 'STAYS ALIVE at the vendor (to end it: command remove, before the entry goes)';

/** What decides about a key's rights; a change of these is for a security owner. */
const RIGHTS = ['vendor', 'environment', 'scopes', 'key_id'];

/** Keys are the same when store, secret and field are, whatever they are called. */
export function compareKeys(
  base: Config,
  head: Config,
): { readonly rights: readonly string[]; readonly entries: readonly string[] } {
  const before = byIdentity(base);
  const after = byIdentity(head);
  const added = [...after].filter(([identity]) => !before.has(identity)).map(([, key]) => comes(key));
  const gone = [...before].filter(([identity]) => !after.has(identity)).map(([, key]) => goes(key));
  const both = [...after].flatMap(([identity, key]) => {
    const old = before.get(identity);
    return old ? [{ old, key }] : [];
  });
  return {
    rights: both.flatMap(({ old, key }) =>
      changes(RIGHTS, old, key).map((change) => `keys.${key.name}.${change}`),
    ),
    entries: [
      ...added,
      ...gone,
      ...both.flatMap(({ old, key }) => [...renamed(old, key), ...times(old, key)]),
    ],
  };
}

function byIdentity({ keys }: Config): ReadonlyMap<string, KeyConfig> {
  return new Map(Object.values(keys).map((key) => [keyIdentity('', key), key]));
}

function comes(key: KeyConfig): string {
  const first =
    key.frequency === undefined ? 'on its first day' : `before about ${spoken(key.frequency)} have passed`;
  return `${key.name} comes: it is adopted, and nothing rotates ${first}`;
}

const goes = (key: KeyConfig): string => `${key.name} goes: it is no longer managed, and the key ${ALIVE}`;

function renamed(old: KeyConfig, key: KeyConfig): readonly string[] {
  return old.name === key.name ? [] : [`${key.name} was called ${old.name}; it is the same key`];
}

function times(old: KeyConfig, key: KeyConfig): readonly string[] {
  const others = Object.keys(fieldsOf(key)).filter((field) => !RIGHTS.includes(field));
  const note = key.grace < old.grace ? ' (open rotations keep the longer one)' : '';
  return changes(others, old, key).map(
    (change) => `${key.name}.${change}${change.startsWith('grace_period') ? note : ''}`,
  );
}

function changes(fields: readonly string[], old: KeyConfig, key: KeyConfig): readonly string[] {
  const [before, after] = [fieldsOf(old), fieldsOf(key)];
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => `${field}: ${before[field] ?? ''} -> ${after[field] ?? ''}`);
}

function fieldsOf(key: KeyConfig): Readonly<Record<string, string>> {
  const time = (duration: number | undefined): string => (duration === undefined ? 'none' : spoken(duration));
  return {
    vendor: key.vendor,
    environment: key.environment,
    scopes: key.scopes.join(', ') || 'none',
    key_id: key.keyId ?? 'none',
    owner: key.owner,
    criticality: key.criticality,
    used_by: key.usedBy.join(', ') || 'nobody',
    rotation_frequency: time(key.frequency),
    schedule: key.schedule ?? 'none',
    grace_period: time(key.grace),
    drain_limit: time(key.drainLimit),
    watch: time(key.watch),
  };
}
