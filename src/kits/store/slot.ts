import type { Credential, Parts } from '../../domain/credential';
import type { Reservation, SecretRef, Slot } from '../../domain/contracts/store';
import { RekeyError } from '../../domain/errors';
import type { Permit } from '../../domain/ports';
import type { SecretJson } from '../../domain/secretJson';
import { codeSpan } from '../../domain/tools/text';
import { behind } from './remembering';
import { heldNote, NOTE, noteOf, partsIn, slotPath, type Data, type Note, type Slots } from './slotNote';
import { copyIn, copyOfBase } from './keptBase';
import type { Version, Versions } from './versions';

const TRIES = 4;

export async function readSlot({ secrets, promises }: Slots, ref: SecretRef): Promise<Slot | undefined> {
  const now = await secrets.read(slotPath(ref));
  const held = heldNote(now, ref);
  if (!held) return undefined;
  const { first: _first, staged, base: _base, freed: _freed, ...reservation } = held;
  const slot: Slot = { reservation, ...(now.created !== undefined && { since: now.created }) };
  const known = promises.keeps === 'versions' ? now : { ...now, version: staged?.version ?? 0 };
  const parts = staged && (await readStaged(secrets, ref, staged.version, known));
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
  return { id: staged.id, parts: partsIn(slot.content, ref, fieldOf) };
}

/**
 * The same for a switch. Where what was freed cannot be destroyed, the note on top says whether it still counts; where old versions are
 * forgotten, what is staged is on top.
 */
export async function stagedToServe(
  { secrets, promises }: Slots,
  ref: SecretRef,
  version: number,
): ReturnType<typeof readStaged> {
  if (promises.destroys && promises.keeps === 'versions') return readStaged(secrets, ref, version);
  const now = await secrets.read(slotPath(ref));
  if (now.version < version) throw behind(slotPath(ref), now.version, version);
  const held = heldNote(now, ref);
  if (!held || held.first > version) return undefined;
  const known = promises.keeps === 'versions' ? undefined : { ...now, version };
  return readStaged(secrets, ref, version, known);
}

const keyOf = (ref: SecretRef, version: number): string => `${slotPath(ref)} ${String(version)}`;

/** It was staged, so a node that knows of no version as new as it is behind. RK4005 then. */
async function mustHaveBeen(secrets: Versions, path: string, version: number): Promise<void> {
  const newest = (await secrets.read(path)).version;
  if (newest < version) throw behind(path, newest, version);
}

export async function reserveSlot(
  slots: Slots,
  ref: SecretRef,
  wanted: Reservation,
  permit?: Permit,
): Promise<{ slot: string }> {
  const { secrets, reserved } = slots;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = await secrets.read(slotPath(ref));
    const held = heldNote(now, ref);
    if (held && held.rotation !== wanted.rotation) throw heldBy(ref, held);
    const { rotation, repository, fact, until } = wanted;
    const first = held?.first ?? now.version + 1;
    const { base, copy } = await copyOfBase(slots, ref, wanted.base, now, held);
    const next: Note = {
      rotation,
      repository,
      fact,
      until,
      ...(wanted.removes && { removes: true }),
      first,
      ...(held?.staged && { staged: held.staged }),
      ...(base && { base }),
    };
    const version = await secrets.replace(
      slotPath(ref),
      now.version,
      { [NOTE]: JSON.stringify(next), ...copy, ...stagedIn(slots, now, ref, held) },
      permit,
    );
    // Without compare-and-set somebody else may have come in between: whoever wrote last finds itself there at the next look.
    if (version !== now.version + 1) continue;
    reserved.set(keyOf(ref, version), { note: next, copy });
    return { slot: String(version) };
  }
  throw new RekeyError(
    'RK4005',
    `The staging slot of ${codeSpan(ref.path)} moves faster than it can be read.`,
  );
}

export async function stageInSlot(
  slots: Slots,
  ref: SecretRef,
  rotation: string,
  slot: number,
  credential: Credential,
  permit?: Permit,
): Promise<{ version: string }> {
  const { secrets, reserved, promises } = slots;
  const path = slotPath(ref);
  const own = reserved.get(keyOf(ref, slot));
  // Where nothing fences the write, the number tells whether anybody came in between, or this very stage before.
  const now = own && promises.reservation ? undefined : await secrets.read(path);
  if (now && now.version < slot) throw behind(path, now.version, slot);
  if (now && now.version > slot) return stagedBefore(now, ref, slot, credential, rotation);
  const { note: held, copy } = own ?? heldIn(now, ref);
  if (held?.rotation !== rotation) throw heldBy(ref, held);
  const staged = { version: slot + 1, id: credential.id };
  const data: Record<string, SecretJson> = { [NOTE]: JSON.stringify({ ...held, staged }), ...copy };
  for (const [part, value] of Object.entries(credential.parts)) data[fieldOf(part)] = value;
  const done = await secrets.replace(path, slot, data, permit);
  if (done === staged.version) return { version: String(done) };
  if (done !== undefined) throw moved(ref, slot);
  return stagedBefore(await secrets.read(path), ref, slot, credential, rotation);
}

function heldIn(now: Version | undefined, ref: SecretRef): { readonly note?: Note; readonly copy: Data } {
  const note = now && heldNote(now, ref);
  return note ? { note, copy: copyIn(now, ref, note) } : { copy: {} };
}

/** Either our own write had landed, or somebody else moved the slot. A read from before that is late. */
function stagedBefore(
  now: Version,
  ref: SecretRef,
  slot: number,
  credential: Credential,
  rotation: string,
): { version: string } {
  if (now.version <= slot) throw behind(slotPath(ref), now.version, slot + 1);
  const holder = heldNote(now, ref);
  if (holder?.rotation !== rotation) throw heldBy(ref, holder);
  if (now.version === slot + 1 && holdsCredential(now, holder, credential))
    return { version: String(now.version) };
  throw moved(ref, slot);
}

/** What is staged is forgotten with the version that it is in, so whoever moves the slot takes it along. */
function stagedIn({ promises }: Slots, { content }: Version, ref: SecretRef, held: Note | undefined): Data {
  if (promises.keeps === 'versions' || !content || !held?.staged) return {};
  const parts = Object.entries(partsIn(content, ref, fieldOf));
  return Object.fromEntries(parts.map(([part, value]) => [fieldOf(part), value]));
}

/**
 * Moves the slot, so that a stage that is still on its way fails, then destroys all that the rotation wrote, the note
 * included: a slot whose newest version is destroyed is free. A read that shows it free may be late, which only a write can tell.
 */
export async function freeSlot(
  { secrets, promises }: Slots,
  ref: SecretRef,
  rotation: string,
  staged: number,
): Promise<void> {
  const path = slotPath(ref);
  const now = await secrets.read(path);
  if (now.version < staged) throw behind(path, now.version, staged);
  const held = heldNote(now, ref);
  if (held && held.rotation !== rotation) return;
  const first = held?.first ?? now.version + 1;
  const { staged: _staged, ...empty } = held ?? { rotation, repository: '', fact: '', until: '', first };
  const freed = promises.destroys ? {} : { freed: true };
  const last = await secrets.replace(path, now.version, { [NOTE]: JSON.stringify({ ...empty, ...freed }) });
  if (last === undefined) throw moving(ref);
  if (!promises.destroys) return;
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

function heldBy(ref: SecretRef, held: Note | undefined): RekeyError {
  if (!held) return new RekeyError('RK4004', `The staging slot of ${codeSpan(ref.path)} was freed.`);
  const who = `rotation ${codeSpan(held.rotation)} of ${codeSpan(held.repository)} until ${codeSpan(held.until)}`;
  return new RekeyError('RK4004', `The staging slot of ${codeSpan(ref.path)} is held by ${who}.`);
}

const moved = (ref: SecretRef, slot: number): RekeyError =>
  new RekeyError('RK4004', `The staging slot of ${codeSpan(ref.path)} has moved since version ${slot}.`);

const moving = (ref: SecretRef): RekeyError =>
  new RekeyError('RK4005', `The staging slot of ${codeSpan(ref.path)} moves while it is read.`);
