import { z } from 'zod';
import type { Parts } from '../../domain/credential';
import type { SecretRef, StoreCapabilities } from '../../domain/contracts/store';
import { RekeyError } from '../../domain/errors';
import type { SecretJson } from '../../domain/secretJson';
import { codeSpan } from '../../domain/tools/text';
import type { Content } from './content';
import type { Version, Versions } from './versions';

export type Data = Readonly<Record<string, SecretJson>>;

/**
 * The note in the slot, as text in one field. `first` is the slot's version with which the rotation began, so that all of
 * its versions can be destroyed; `staged` the version and id of what is staged. The staged values are fields beside it.
 */
const note = z.object({
  rotation: z.string(),
  repository: z.string(),
  fact: z.string(),
  until: z.string(),
  removes: z.literal(true).optional(),
  first: z.int().positive(),
  staged: z.object({ version: z.int().positive(), id: z.string() }).optional(),
  /** What was served when it was reserved, for a store that forgets it; its values are fields beside, unless there were none. */
  base: z
    .object({
      version: z.int().min(0),
      created: z.string(),
      id: z.string().optional(),
      absent: z.literal(true).optional(),
    })
    .optional(),
  /** Where nothing can be destroyed, a note says that the slot is free. */
  freed: z.literal(true).optional(),
});
export type Note = z.output<typeof note>;
export const NOTE = 'rekey';

/**
 * The staging slot is a sibling of the secret that no application reads, one for each set of fields. A field's name may hold
 * anything, so what is no letter, digit or underscore is written as its code: `a-b` is not `a` and `b`.
 */
export function slotPath(ref: SecretRef): string {
  const names = Object.values(ref.fields).map((field) =>
    field.replace(/[^A-Za-z0-9_]/gu, (character) => `.${(character.codePointAt(0) ?? 0).toString(16)}.`),
  );
  return `${ref.path}.rekey.${names.sort().join('-') || 'whole'}`;
}

/** What this process reserved, by path and version: to stage it needs no read, which may be late. */
export type Reserved = Map<string, { readonly note: Note; readonly copy: Data }>;

/** A server, what this process has reserved there, and what the server promises. */
export interface Slots {
  readonly secrets: Versions;
  readonly reserved: Reserved;
  readonly promises: StoreCapabilities;
}

/** The values that stand in the slot under these names. */
export function partsIn(content: Content, ref: SecretRef, name: (part: string) => string): Parts {
  const parts: Record<string, NonNullable<Parts[string]>> = {};
  for (const part of Object.keys(ref.fields)) {
    const value = content.secret(name(part));
    if (value === undefined) throw notOurs(ref);
    parts[part] = value;
  }
  return parts;
}

/** Who holds the slot; undefined: it is free. */
export function heldNote(slot: Version, ref: SecretRef): Note | undefined {
  const read = noteOf(slot, ref);
  return read?.freed ? undefined : read;
}

export function noteOf(slot: Version, ref: SecretRef): Note | undefined {
  if (!slot.content) return undefined;
  const read = note.safeParse(slot.content.json(NOTE));
  if (!read.success) throw notOurs(ref);
  return read.data;
}

function notOurs(ref: SecretRef): RekeyError {
  const path = codeSpan(slotPath(ref), 300);
  return new RekeyError('RK4006', `${path} holds something that this release of Rekey did not write.`, {
    next: `See who wrote it; when nobody needs it, delete it.`,
  });
}
