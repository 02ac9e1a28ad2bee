import type { Parts } from '../../domain/credential';
import type { SecretRef } from '../../domain/contracts/store';
import { RekeyError } from '../../domain/errors';
import type { SecretValue } from '../../domain/secret';
import { codeSpan, sentenceList } from '../../domain/tools/text';
import { Content } from './content';

/** Field name to what it shall hold; null: the field is taken away. */
export type Wanted = Readonly<Record<string, SecretValue | string | null>>;

/** A secret that is not there holds nothing. */
export const NOTHING = new Content({}, '', '');

/** Our parts; undefined when none of our fields is there. Some but not all of them is RK4008. */
export function partsOf(content: Content, ref: SecretRef): Parts | undefined {
  const found: Record<string, SecretValue> = {};
  const missing: string[] = [];
  for (const [part, field] of Object.entries(ref.fields)) {
    const value = content.secret(field);
    if (value === undefined) missing.push(field);
    else found[part] = value;
  }
  if (Object.keys(found).length === 0) return undefined;
  if (missing.length === 0) return found;
  const names = sentenceList(missing.map((field) => codeSpan(field)));
  throw new RekeyError(
    'RK4008',
    `${codeSpan(ref.path)} holds a part of the key only: ${names} is not there.`,
  );
}

export const sameParts = (one: Content, other: Content, ref: SecretRef): boolean =>
  Object.values(ref.fields).every((field) => one.sameField(field, other));

export function holdsParts(content: Content, ref: SecretRef, parts: Parts): boolean {
  return Object.entries(ref.fields).every(([part, field]) => {
    const value = parts[part];
    return value !== undefined && content.holds(field, value);
  });
}

/** The fields as they must be written for these parts and this id; without them our fields are taken away. */
export function wantedFields(ref: SecretRef, parts: Parts | undefined, id: string | undefined): Wanted {
  const fields = Object.entries(ref.fields).map(([part, field]): [string, SecretValue | null] => [
    field,
    parts?.[part] ?? null,
  ]);
  return { ...Object.fromEntries(fields), [ref.idField]: id ?? null };
}
