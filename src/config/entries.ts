import type { Schema } from '../domain/tools/schema';
import { isMap } from './adapterUse';
import { check } from './check';
import type { Problems } from './problems';
import { repaired, type Repaired } from './repaired';

/** The entries of a map in the file, whatever they hold; empty when it is no map (that is reported elsewhere). */
export function entriesOf(raw: unknown): readonly (readonly [string, unknown])[] {
  return isMap(raw) ? Object.entries(raw) : [];
}

/** Without `unsure` nothing is wrong in it. */
type Entry<T> = Pick<Repaired<T>, 'value'> & Partial<Repaired<T>>;

/**
 * The entries that fit the schema, and those that do once what is wrong in them is left out; the latter goes to the problems.
 * @param fillers stand for what an entry lacks
 */
export function readEntries<T>(
  section: string,
  raw: unknown,
  schema: Schema<T>,
  fillers: Readonly<Record<string, unknown>>,
  problems: Problems,
): ReadonlyMap<string, Entry<T>> {
  const found = new Map<string, Entry<T>>();
  for (const [name, value] of entriesOf(raw)) {
    const entry = check(schema, value, [section, name], problems);
    const known = entry === undefined ? repaired(schema, value, fillers) : { value: entry };
    if (known) found.set(name, known);
  }
  return found;
}
