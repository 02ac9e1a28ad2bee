import { z } from 'zod';
import type { Credential, Parts } from '../../domain/credential';
import type { Reservation, SecretRef, Slot } from '../../domain/contracts/store';
import { RekeyError } from '../../domain/errors';
import type { Permit, SecretJson } from '../../domain/ports';
import { codeSpan } from '../../domain/tools/text';
import { behind } from './remembering';
import type { Version, Versions } from './versions';

const TRIES = 4;

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
});
type Note = z.output<typeof note>;
const NOTE = 'rekey';

/**
 * The staging slot is a sibling of the secret that no application reads, one for each set of fields. A field's name may hold
 * anything, so what is no letter, digit or underscore is written as its code: `a-b` is not `a` and `b`.
 */
export function slotPath(ref: SecretRef): string {
  const names = Object.values(ref.fields).map((field) =>
    field.replace(/[^A-Za-z0-9_]/gu, (character) => `.${(character.codePointAt(0) ?? 0).toString(16)}.`),
  );
  return `${ref.path}.rekey.${names.sort().join('-')}`;
}

export async function readSlot(secrets: Versions, ref: SecretRef): Promise<Slot | undefined> {
  const now = await secrets.read(slotPath(ref));
  const held = noteOf(now, ref);
  if (!held) return undefined;
  const { first: _first, staged, ...reservation } = held;
  const slot: Slot = { reservation, ...(now.created !== undefined && { since: now.created }) };
  const parts = staged && (await readStaged(secrets, ref, staged.version, now));
  return !parts ? slot : { ...slot, staged: { version: String(staged.version), ...parts } };
}

/** What was staged as this version of the slot; undefined when it was destroyed since. */
export async function readStaged(
  secrets: Versions,
  ref: SecretRef,
  version: number,
  known?: Version,
): Promise<{ readonly id: string; readonly parts: Parts } | undefined> {
  const slot = known?.version === version ? known : await secrets.read(slotPath(ref), version);
  if (slot.created === undefined) await mustHaveBeen(secrets, slotPath(ref), version);
  const staged = noteOf(slot, ref)?.staged;
  if (!slot.content || staged?.version !== version) return undefined;
  const parts: Record<string, NonNullable<Parts[string]>> = {};
  for (const part of Object.keys(ref.fields)) {
    const value = slot.content.secret(fieldOf(part));
    if (value === undefined) throw notOurs(ref);
    parts[part] = value;
  }
  return { id: staged.id, parts };
}

/** What this process reserved, by path and version: to stage it needs no read, which may be late. */
export type Reserved = Map<string, Note>;
const keyOf = (ref: SecretRef, version: number): string => `${slotPath(ref)} ${version}`;

/** It was staged, so a node that knows of no version as new as it is behind. RK4005 then. */
async function mustHaveBeen(secrets: Versions, path: string, version: number): Promise<void> {
  const newest = (await secrets.read(path)).version;
  if (newest < version) throw behind(path, newest, version);
}

export async function reserveSlot(
  secrets: Versions,
  reserved: Reserved,
  ref: SecretRef,
  wanted: Reservation,
  permit?: Permit,
): Promise<{ slot: string }> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = await secrets.read(slotPath(ref));
    const held = noteOf(now, ref);
    if (held && held.rotation !== wanted.rotation) throw heldBy(ref, held);
    const { rotation, repository, fact, until } = wanted;
    const first = held?.first ?? now.version + 1;
    const next: Note = {
      rotation,
      repository,
      fact,
      until,
      ...(wanted.removes && { removes: true }),
      first,
      ...(held?.staged && { staged: held.staged }),
    };
    const version = await secrets.replace(
      slotPath(ref),
      now.version,
      { [NOTE]: JSON.stringify(next) },
      permit,
    );
    if (version === undefined) continue;
    reserved.set(keyOf(ref, version), next);
    return { slot: String(version) };
  }
  throw new RekeyError(
    'RK4005',
    `The staging slot of ${codeSpan(ref.path)} moves faster than it can be read.`,
  );
}

export async function stageInSlot(
  secrets: Versions,
  reserved: Reserved,
  ref: SecretRef,
  rotation: string,
  slot: number,
  credential: Credential,
): Promise<{ version: string }> {
  const path = slotPath(ref);
  const held = reserved.get(keyOf(ref, slot)) ?? noteOf(await secrets.read(path), ref);
  if (held?.rotation !== rotation) throw heldBy(ref, held);
  const staged = { version: slot + 1, id: credential.id };
  const data: Record<string, SecretJson> = { [NOTE]: JSON.stringify({ ...held, staged }) };
  for (const [part, value] of Object.entries(credential.parts)) data[fieldOf(part)] = value;
  const done = await secrets.replace(path, slot, data);
  if (done !== undefined) return { version: String(done) };
  // Either our own write had landed, or somebody else moved the slot. A read from before that is late.
  const now = await secrets.read(path);
  if (now.version <= slot) throw behind(path, now.version, slot + 1);
  const holder = noteOf(now, ref);
  if (holder?.rotation !== rotation) throw heldBy(ref, holder);
  if (now.version === staged.version && holdsCredential(now, holder, credential))
    return { version: String(now.version) };
  throw moved(ref, slot);
}

/**
 * Moves the slot, so that a stage that is still on its way fails, then destroys all that the rotation wrote, the note
 * included: a slot whose newest version is destroyed is free. A read that shows it free may be late, which only a write can tell.
 */
export async function freeSlot(
  secrets: Versions,
  ref: SecretRef,
  rotation: string,
  staged: number,
): Promise<void> {
  const path = slotPath(ref);
  const now = await secrets.read(path);
  if (now.version < staged) throw behind(path, now.version, staged);
  const held = noteOf(now, ref);
  if (held && held.rotation !== rotation) return;
  const first = held?.first ?? now.version + 1;
  const { staged: _staged, ...empty } = held ?? { rotation, repository: '', fact: '', until: '', first };
  const last = await secrets.replace(path, now.version, { [NOTE]: JSON.stringify(empty) });
  if (last === undefined) throw moving(ref);
  const oldest = Math.max(first, last - MOST_KEPT + 1);
  await secrets.destroy(
    path,
    Array.from({ length: last - oldest + 1 }, (_, index) => oldest + index),
  );
}

/** A rotation writes a handful; older ones Vault itself has pruned, and a wrong number shall not make us count to it. */
const MOST_KEPT = 100;

const fieldOf = (part: string): string => `part_${part}`;

function holdsCredential(now: Version, held: Note, credential: Credential): boolean {
  return (
    held.staged?.version === now.version &&
    held.staged.id === credential.id &&
    Object.entries(credential.parts).every(([part, value]) => now.content?.holds(fieldOf(part), value))
  );
}

function noteOf(slot: Version, ref: SecretRef): Note | undefined {
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

function heldBy(ref: SecretRef, held: Note | undefined): RekeyError {
  if (!held) return new RekeyError('RK4004', `The staging slot of ${codeSpan(ref.path)} was freed.`);
  const who = `rotation ${codeSpan(held.rotation)} of ${codeSpan(held.repository)} until ${codeSpan(held.until)}`;
  return new RekeyError('RK4004', `The staging slot of ${codeSpan(ref.path)} is held by ${who}.`);
}

const moved = (ref: SecretRef, slot: number): RekeyError =>
  new RekeyError('RK4004', `The staging slot of ${codeSpan(ref.path)} has moved since version ${slot}.`);

const moving = (ref: SecretRef): RekeyError =>
  new RekeyError('RK4005', `The staging slot of ${codeSpan(ref.path)} moves while it is read.`);
