import type { KeyConfig } from '../domain/config';
import { RekeyError } from '../domain/errors';
import { codeSpan, sentenceList } from '../domain/tools/text';

type Place = Pick<KeyConfig, 'name' | 'vendor' | 'store' | 'secret'>;

/** What decides where a rotation reads, writes and sends; a name decides none of it, so a rename continues. */
const PLACES: readonly (readonly [string, (entry: Place) => string])[] = [
  ['vendor', ({ vendor }) => vendor],
  ['store', ({ store }) => store],
  ['path', ({ secret }) => secret.path],
  ['fields', ({ secret }) => fieldsOf(secret.fields)],
  ['id_field', ({ secret }) => secret.idField],
];

const fieldsOf = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map((pair) => pair.join(': '))
    .sort()
    .join(', ');

/** Where the snapshot of an open rotation and today's entry differ; empty: they are about the same secret. */
export function differences(snapshot: Place, entry: Place): readonly string[] {
  return PLACES.filter(([, of]) => of(snapshot) !== of(entry)).map(
    ([what, of]) => `${what} ${codeSpan(of(snapshot))} there, ${codeSpan(of(entry))} here`,
  );
}

/**
 * Either somebody forged the journal, or the entry was changed while its rotation was open: nobody can tell which. RK7016, before
 * any call.
 */
export function mustBeTheEntry(snapshot: Place, entry: Place): void {
  const found = differences(snapshot, entry);
  if (found.length === 0) return;
  throw new RekeyError(
    'RK7016',
    `${entry.name}: the open rotation in the journal is not about the secret of the config: ${sentenceList(found)}. Nothing was called.`,
  );
}
