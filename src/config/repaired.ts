import type { Schema } from '../domain/tools/schema';
import { isObject } from '../domain/journal/shape';

/** An entry as far as it can be judged, although something in it is wrong. */
export interface Repaired<T> {
  readonly value: T;
  /** It is wrong, or may be what a word that nobody knows was meant to be: nothing can be said of it. */
  readonly unsure: (field: string) => boolean;
}

/**
 * The entry without what is wrong in it, so that one fault hides no other. It never becomes part of a config that is used, for the
 * fault is among the problems already. @param fillers stand for what is missing. Undefined: not even that can be read
 */
export function repaired<T>(
  schema: Schema<T>,
  value: unknown,
  fillers: Readonly<Record<string, unknown>> = {},
): Repaired<T> | undefined {
  if (!isObject(value)) return undefined;
  const read = schema.safeParse(value);
  const wrong = new Set<string>();
  let hasUnknown = false;
  for (const issue of read.success ? [] : read.error.issues) {
    const [field] = issue.path;
    if (field !== undefined) wrong.add(String(field));
    else if ('keys' in issue && Array.isArray(issue.keys)) {
      hasUnknown = true;
      for (const word of issue.keys) wrong.add(String(word));
    }
  }
  const kept = Object.entries(value).filter(([field]) => !wrong.has(field));
  const again = schema.safeParse({ ...fillers, ...Object.fromEntries(kept) });
  if (!again.success) return undefined;
  const unsure = (field: string): boolean => wrong.has(field) || (hasUnknown && !Object.hasOwn(value, field));
  return { value: again.data, unsure };
}
