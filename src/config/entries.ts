import type { Schema } from '../domain/schema';
import { isMap } from './adapterUse';

/** The entries of a map in the file, whatever they hold; empty when it is no map (that is reported elsewhere). */
export function entriesOf(raw: unknown): readonly (readonly [string, unknown])[] {
  return isMap(raw) ? Object.entries(raw) : [];
}

/** Those entries that fit the schema. The others were reported when the whole file was checked. */
export function readable<T>(raw: unknown, schema: Schema<T>): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const [name, value] of entriesOf(raw)) {
    const result = schema.safeParse(value);
    if (result.success) found.set(name, result.data);
  }
  return found;
}
