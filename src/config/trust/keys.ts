import type { Config, KeyConfig } from '../../domain/config';
import { keyIdentity } from '../../domain/key';
import { spoken } from '../../domain/tools/time';
import { classIn, CONFIG_CLASSES } from './classes';
import { change } from './shown';

const ALIVE = 'STAYS ALIVE at the vendor (to end it: command remove, before the entry goes)';

/** What a change of a key's field means, where it is not plain. */
const NOTES: Readonly<Record<string, string>> = {
  id_field: 'this field is read as the id of the key, and overwritten with one',
  secret: 'the value there is read, sent to the vendor, and replaced',
};

/** Keys are the same when store, secret and field are, whatever they are called. */
export function compareKeys(
  base: Config,
  head: Config,
): { readonly rights: readonly string[]; readonly entries: readonly string[] } {
  const before = byIdentity(base);
  const after = byIdentity(head);
  const added = [...after].filter(([identity]) => !before.has(identity)).map(([, key]) => key);
  const gone = [...before].filter(([identity]) => !after.has(identity)).map(([, key]) => goes(key));
  const both = [...after].flatMap(([identity, key]) => {
    const old = before.get(identity);
    return old ? [{ old, key }] : [];
  });
  return {
    rights: [
      ...both.flatMap(({ old, key }) => rights(old, key)),
      ...added.flatMap((key) => whole(key, own(base, key.name))),
    ],
    entries: [
      ...added.map(comes),
      ...gone,
      ...both.flatMap(({ old, key }) => [...renamed(old, key), ...times(old, key)]),
    ],
  };
}

function byIdentity({ keys }: Config): ReadonlyMap<string, KeyConfig> {
  return new Map(Object.values(keys).map((key) => [keyIdentity('', key), key]));
}

const own = ({ keys }: Config, name: string): KeyConfig | undefined =>
  Object.hasOwn(keys, name) ? keys[name] : undefined;

function comes(key: KeyConfig): string {
  const first =
    key.frequency === undefined ? 'on its first day' : `before about ${spoken(key.frequency)} have passed`;
  return `${key.name} comes: it is adopted, and nothing rotates ${first}`;
}

const goes = (key: KeyConfig): string => `${key.name} goes: it is no longer managed, and the key ${ALIVE}`;

function renamed(old: KeyConfig, key: KeyConfig): readonly string[] {
  return old.name === key.name ? [] : [`${key.name} was called ${old.name}; it is the same key`];
}

/** Another secret than before under this name, or a new entry, which is shown from its first field to its last. */
function whole(key: KeyConfig, before: KeyConfig | undefined): readonly string[] {
  return changes(before ? fieldsOf(before) : {}, fieldsOf(key)).map(({ field, text }) =>
    line(key, field, text),
  );
}

function rights(old: KeyConfig, key: KeyConfig): readonly string[] {
  return changes(fieldsOf(old), fieldsOf(key))
    .filter(({ field }) => isRight(field))
    .map(({ field, text }) => line(key, field, text));
}

function times(old: KeyConfig, key: KeyConfig): readonly string[] {
  const note = key.grace < old.grace ? ' (open rotations keep the longer one)' : '';
  return changes(fieldsOf(old), fieldsOf(key))
    .filter(({ field }) => !isRight(field))
    .map(({ field, text }) => `${key.name}.${field}: ${text}${field === 'grace_period' ? note : ''}`);
}

function line(key: KeyConfig, field: string, text: string): string {
  const note = NOTES[field];
  return `keys.${key.name}.${field}: ${text}${note === undefined ? '' : ` (${note})`}`;
}

const isRight = (field: string): boolean =>
  (classIn(CONFIG_CLASSES, `keys.*.${field}`) ?? 'trust') === 'trust';

type Fields = Readonly<Record<string, string>>;

function changes(
  before: Fields,
  after: Fields,
): readonly { readonly field: string; readonly text: string }[] {
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, text: change(before[field], after[field]) }));
}

/** In the words of the config. */
function fieldsOf(key: KeyConfig): Fields {
  const time = (duration: number | undefined): string => (duration === undefined ? 'none' : spoken(duration));
  return {
    vendor: key.vendor,
    environment: key.environment,
    scopes: key.scopes.join(', ') || 'none',
    ...secretOf(key),
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

function secretOf({ store, secret: { path, fields, idField } }: KeyConfig): Fields {
  const parts = Object.entries(fields);
  const [one] = parts;
  const isSingle = parts.length === 1 && one?.[0] === 'value';
  const named = parts.map(([part, field]) => [`fields.${part}`, field] as const);
  return {
    secret: `${store}:${path}#${isSingle ? one[1] : ''}`,
    ...(isSingle ? {} : Object.fromEntries(named)),
    id_field: idField,
  };
}
