import {
  FULL_PROMISES,
  type Changed,
  type Current,
  type SecretRef,
  type Store,
  type StoreCapabilities,
  type StoredVersion,
} from '../../domain/contracts/store';
import { RekeyError } from '../../domain/errors';
import type { Permit } from '../../domain/ports';
import { codeSpan } from '../../domain/tools/text';
import { change } from './change';
import { allowedOriginsOf } from './allowedOrigins';
import type { Content } from './content';
import { holdsParts, NOTHING, partsOf, sameParts, wantedFields } from './fields';
import { keptBase } from './keptBase';
import { behind } from './remembering';
import { freeSlot, readSlot, reserveSlot, stagedToServe, stageInSlot } from './slot';
import type { Reserved, Slots } from './slotNote';
import type { Version, Versions } from './versions';

/** What only the server itself can tell. */
export interface Telling extends Pick<Store, 'history' | 'lackingRights' | 'policy' | 'slip'> {
  /** There is nothing to read at this path: RK4002 where nothing was ever written, RK4013 where it was deleted, with the way back. */
  readonly nothingAt: (path: string, now: Version) => RekeyError;
}

/**
 * A store of keys over versions, with compare-and-set where it is fenced. Its versions are their numbers as text; `0` is a secret that does
 * not exist. @param promises what its server can do
 */
export function versionedStore(
  secrets: Versions,
  { nothingAt, ...telling }: Telling,
  promises: StoreCapabilities = FULL_PROMISES,
): Store {
  const reserved: Reserved = new Map();
  const slots = { secrets, reserved, promises };
  return {
    ...telling,
    capabilities: promises,
    get origins() {
      return secrets.origin === undefined ? [] : [secrets.origin];
    },
    async current(ref, known) {
      const now = await secrets.read(ref.path);
      const wanted = known === undefined ? 0 : numberOf(known);
      if (now.version > 0 && now.version < wanted) throw behind(ref.path, now.version, wanted);
      const stored = storedOf(now, ref);
      if (!stored) throw nothingAt(ref.path, now);
      return { ...stored, ...besideOf(now.content, ref), ...allowedOriginsOf(now) };
    },
    read: async (ref, version) =>
      (await read(secrets, ref, version)) ?? (await keptBase(slots, ref, numberOf(version))),
    isDestroyed: async (ref, version) => (await secrets.read(ref.path, numberOf(version))).destroyed,
    since: async (ref, base) => since(secrets, ref, numberOf(base)),
    slot: (ref) => readSlot(slots, ref),
    reserve: (ref, reservation, permit) => reserveSlot(slots, ref, reservation, permit),
    stage: async (ref, rotation, slot, credential, permit) =>
      stageInSlot(slots, ref, rotation, numberOf(slot), credential, permit),
    promote: async (ref, base, staged, permit) =>
      promote(slots, ref, numberOf(base), numberOf(staged), permit),
    restore: async (ref, base, version, permit) =>
      restore(slots, ref, numberOf(base), numberOf(version), permit),
    fence: async (ref, base) =>
      change(secrets, { ref, base: numberOf(base), wanted: {}, already: () => false }),
    free: (ref, rotation, staged) => freeSlot(slots, ref, rotation, Number(staged ?? 0)),
    annotate: async (ref, base, id, permit) => annotate(secrets, ref, numberOf(base), id, permit),
    destroy: async (ref, versions) => destroy(secrets, ref, versions.map(numberOf)),
    async value(path, field) {
      const now = await secrets.read(path);
      if (!now.content) throw nothingAt(path, now);
      const found = now.content.secret(field);
      if (!found) throw new RekeyError('RK4002', `${codeSpan(path)} has no field ${codeSpan(field)}.`);
      return { value: found, ...allowedOriginsOf(now) };
    },
  };
}

function besideOf(
  content: Content | undefined,
  ref: SecretRef,
): Pick<Current, 'beside' | 'heldByOthers'> | undefined {
  const own = [...Object.values(ref.fields), ref.idField];
  return (
    content && {
      ...(content.has(ref.idField) && { beside: content.id(ref.idField) ?? null }),
      heldByOthers: (text) => content.heldByOthers(text, own),
    }
  );
}

async function read(secrets: Versions, ref: SecretRef, version: string): Promise<StoredVersion | undefined> {
  return storedOf(await secrets.read(ref.path, numberOf(version)), ref);
}

/** More are never asked for, and a store that says a wrong number shall not make us count to it. */
const MOST_SINCE = 100;

async function since(secrets: Versions, ref: SecretRef, base: number): Promise<readonly string[]> {
  const newest = (await secrets.read(ref.path)).version;
  const first = Math.max(base + 1, newest - MOST_SINCE + 1);
  return Array.from({ length: Math.max(0, newest - first + 1) }, (_, at) => String(first + at));
}

function storedOf(version: Version, ref: SecretRef): StoredVersion | undefined {
  if (!version.content || version.created === undefined) return undefined;
  const parts = partsOf(version.content, ref);
  const id = version.content.id(ref.idField);
  return {
    version: String(version.version),
    created: version.created,
    ...(parts !== undefined && { parts }),
    ...(parts === undefined || id === undefined ? {} : { id }),
  };
}

async function promote(
  slots: Slots,
  ref: SecretRef,
  base: number,
  staged: number,
  permit?: Permit,
): Promise<Changed> {
  const credential = await stagedToServe(slots, ref, staged);
  if (!credential) {
    throw new RekeyError('RK4002', `Version ${staged} of the staging slot of ${codeSpan(ref.path)} is gone.`);
  }
  const { id, parts } = credential;
  return change(slots.secrets, {
    ref,
    base,
    wanted: wantedFields(ref, parts, id),
    already: (now) => holdsParts(now, ref, parts),
    permit,
  });
}

async function restore(
  slots: Slots,
  ref: SecretRef,
  base: number,
  version: number,
  permit?: Permit,
): Promise<Changed> {
  const { secrets } = slots;
  const target = await secrets.read(ref.path, version);
  const copy = target.content ? undefined : await keptBase(slots, ref, version);
  if (!target.content && !copy && version > 0) throw pastGone(ref.path, target);
  const content = target.content ?? NOTHING;
  const parts = copy ? copy.parts : partsOf(content, ref);
  const isThere = (now: Content): boolean =>
    copy && parts ? holdsParts(now, ref, parts) : sameParts(now, content, ref);
  return change(secrets, {
    ref,
    base,
    wanted: wantedFields(ref, parts, copy ? copy.id : content.id(ref.idField)),
    already: isThere,
    permit,
  });
}

async function annotate(
  secrets: Versions,
  ref: SecretRef,
  base: number,
  id: string,
  permit?: Permit,
): Promise<{ version: string }> {
  const { version } = await change(secrets, {
    ref,
    base,
    wanted: { [ref.idField]: id },
    already: (now, version) => version === base && now.id(ref.idField) === id,
    permit,
  });
  return { version };
}

/** The version that is served is never destroyed, whoever names it. */
async function destroy(
  secrets: Versions,
  ref: SecretRef,
  versions: readonly number[],
): Promise<{ readonly destroyed: readonly string[] }> {
  const now = await secrets.read(ref.path);
  const ours = new Set([...Object.values(ref.fields), ref.idField]);
  const gone: number[] = [];
  const dead: number[] = [];
  for (const number of new Set(versions)) {
    if (number < 1 || number >= now.version) continue;
    const { content, destroyed, created } = await secrets.read(ref.path, number);
    if (destroyed || (!content && created === undefined)) gone.push(number);
    else if (content?.names.every((name) => ours.has(name))) dead.push(number);
  }
  if (dead.length > 0) await secrets.destroy(ref.path, dead);
  return { destroyed: [...gone, ...dead].sort((one, other) => one - other).map(String) };
}

function pastGone(path: string, { version, destroyed }: Version): RekeyError {
  const how = destroyed ? 'destroyed' : 'deleted';
  return new RekeyError('RK4002', `Version ${version} of ${codeSpan(path)} was ${how}.`);
}

function numberOf(version: string): number {
  if (/^\d{1,9}$/.test(version)) return Number(version);
  throw new RekeyError('RK4002', `${codeSpan(version)} is no version of a secret.`);
}
