import type { Schema } from '../domain/schema';
import { isMap } from './adapterUse';
import { check } from './check';
import type { Problems } from './problems';

/** The entries of a map in the file, whatever they hold; empty when it is no map (that is reported elsewhere). */
export function entriesOf(raw: unknown): readonly (readonly [string, unknown])[] {
  return isMap(raw) ? Object.entries(raw) : [];
}

/** Those entries that fit the schema; what is wrong with the others goes to the problems. */
export function readEntries<T>(
  section: string,
  raw: unknown,
  schema: Schema<T>,
  problems: Problems,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const [name, value] of entriesOf(raw)) {
    const entry = check(schema, value, [section, name], problems);
    if (entry !== undefined) found.set(name, entry);
  }
  return found;
}
