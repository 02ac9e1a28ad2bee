import type {
  Changed,
  Current,
  History,
  SecretRef,
  Store,
  StoredVersion,
} from '../../../domain/contracts/store';
import { RekeyError } from '../../../domain/errors';
import { codeSpan } from '../../../domain/text';
import type { KvApi } from './api';
import type { KvVersion } from './version';
import { change } from './change';
import { allowedOriginsOf } from './allowedOrigins';
import type { Content } from './content';
import { holdsParts, NOTHING, partsOf, sameParts, wantedFields } from './fields';
import { historyOf } from './history';
import { behind } from './seen';
import { nothingAt } from './deleted';
import { lackingRights, policyOf } from './rights';
import { slipOf } from './slip';
import { freeSlot, readSlot, readStaged, reserveSlot, stageInSlot, type Reserved } from './slot';

/** KV version 2 as a store of keys. Versions are Vault's version numbers as text; `0` is a secret that does not exist. */
export function vaultStore(api: KvApi, literalPaths = false): Store {
  const reserved: Reserved = new Map();
  return {
    capabilities: { fenced: true, reservation: true },
    get origins() {
      return api.origin === undefined ? [] : [api.origin];
    },
    current: async (ref, known) => current(api, ref, known === undefined ? 0 : numberOf(known)),
    read: (ref, version) => read(api, ref, version),
    isDestroyed: async (ref, version) => (await api.read(ref.path, numberOf(version))).destroyed,
    since: async (ref, base) => since(api, ref, numberOf(base)),
    history: (ref): Promise<History> => api.retention(ref.path).then(historyOf),
    lackingRights: (ref, version) => lackingRights(api, ref, version === '0'),
    policy: (refs, reads) => policyOf(api.mount, refs, reads),
    slip: (ref) => slipOf(api, ref, literalPaths),
    slot: (ref) => readSlot(api, ref),
    reserve: (ref, reservation, permit) => reserveSlot(api, reserved, ref, reservation, permit),
    stage: async (ref, rotation, slot, credential) =>
      stageInSlot(api, reserved, ref, rotation, numberOf(slot), credential),
    promote: async (ref, base, staged) => promote(api, ref, numberOf(base), numberOf(staged)),
    restore: async (ref, base, version) => restore(api, ref, numberOf(base), numberOf(version)),
    fence: async (ref, base) => change(api, { ref, base: numberOf(base), wanted: {}, already: () => false }),
    free: (ref, rotation, staged) => freeSlot(api, ref, rotation, Number(staged ?? 0)),
    annotate: async (ref, base, id) => annotate(api, ref, numberOf(base), id),
    destroy: async (ref, versions) => destroy(api, ref, versions.map(numberOf)),
    value: (path, field) => value(api, path, field),
  };
}

async function current(api: KvApi, ref: SecretRef, known: number): Promise<Current> {
  const now = await api.read(ref.path);
  if (now.version > 0 && now.version < known) throw behind(ref.path, now.version, known);
  const stored = storedOf(now, ref);
  if (!stored) throw nothingAt(api, ref.path, now);
  return { ...stored, ...besideOf(now.content, ref), ...allowedOriginsOf(now) };
}

function besideOf(
  content: Content | undefined,
  ref: SecretRef,
): Pick<Current, 'beside' | 'heldByOthers'> | undefined {
  const own = [...Object.values(ref.fields), ref.idField];
  return (
    content && {
      ...(content.has(ref.idField) ? { beside: content.id(ref.idField) ?? null } : {}),
      heldByOthers: (text) => content.heldByOthers(text, own),
    }
  );
}

async function read(api: KvApi, ref: SecretRef, version: string): Promise<StoredVersion | undefined> {
  return storedOf(await api.read(ref.path, numberOf(version)), ref);
}

/** More are never asked for, and a store that says a wrong number shall not make us count to it. */
const MOST_SINCE = 100;

/** Vault counts its versions. */
async function since(api: KvApi, ref: SecretRef, base: number): Promise<readonly string[]> {
  const newest = (await api.read(ref.path)).version;
  const first = Math.max(base + 1, newest - MOST_SINCE + 1);
  return Array.from({ length: Math.max(0, newest - first + 1) }, (_, at) => String(first + at));
}

function storedOf(version: KvVersion, ref: SecretRef): StoredVersion | undefined {
  if (!version.content || version.created === undefined) return undefined;
  const parts = partsOf(version.content, ref);
  const id = version.content.id(ref.idField);
  return {
    version: String(version.version),
    created: version.created,
    ...(parts === undefined ? {} : { parts }),
    ...(parts === undefined || id === undefined ? {} : { id }),
  };
}

async function promote(api: KvApi, ref: SecretRef, base: number, staged: number): Promise<Changed> {
  const credential = await readStaged(api, ref, staged);
  if (!credential) {
    throw new RekeyError(
      'RK4002',
      `Version ${String(staged)} of the staging slot of ${codeSpan(ref.path)} is gone.`,
    );
  }
  const { id, parts } = credential;
  return change(api, {
    ref,
    base,
    wanted: wantedFields(ref, parts, id),
    already: (now) => holdsParts(now, ref, parts),
  });
}

async function restore(api: KvApi, ref: SecretRef, base: number, version: number): Promise<Changed> {
  const target = await api.read(ref.path, version);
  if (!target.content && version > 0) throw pastGone(ref.path, target);
  const content = target.content ?? NOTHING;
  return change(api, {
    ref,
    base,
    wanted: wantedFields(ref, partsOf(content, ref), content.id(ref.idField)),
    already: (now) => sameParts(now, content, ref),
  });
}

async function annotate(api: KvApi, ref: SecretRef, base: number, id: string): Promise<{ version: string }> {
  const { version } = await change(api, {
    ref,
    base,
    wanted: { [ref.idField]: id },
    already: (now, version) => version === base && now.id(ref.idField) === id,
  });
  return { version };
}

/** The version that is served is never destroyed, whoever names it. */
async function destroy(
  api: KvApi,
  ref: SecretRef,
  versions: readonly number[],
): Promise<{ readonly destroyed: readonly string[] }> {
  const now = await api.read(ref.path);
  const ours = new Set([...Object.values(ref.fields), ref.idField]);
  const gone: number[] = [];
  const dead: number[] = [];
  for (const number of new Set(versions)) {
    if (number < 1 || number >= now.version) continue;
    const { content, destroyed, created } = await api.read(ref.path, number);
    if (destroyed || (!content && created === undefined)) gone.push(number);
    else if (content?.names.every((name) => ours.has(name))) dead.push(number);
  }
  if (dead.length > 0) await api.destroy(ref.path, dead);
  return { destroyed: [...gone, ...dead].sort((one, other) => one - other).map(String) };
}

async function value(api: KvApi, path: string, field: string): ReturnType<Store['value']> {
  const now = await api.read(path);
  if (!now.content) throw nothingAt(api, path, now);
  const found = now.content.secret(field);
  if (!found) throw new RekeyError('RK4002', `${codeSpan(path)} has no field ${codeSpan(field)}.`);
  return { value: found, ...allowedOriginsOf(now) };
}

function pastGone(path: string, { version, destroyed }: KvVersion): RekeyError {
  const how = destroyed ? 'destroyed' : 'deleted';
  return new RekeyError('RK4002', `Version ${String(version)} of ${codeSpan(path)} was ${how}.`);
}

function numberOf(version: string): number {
  if (/^\d{1,9}$/.test(version)) return Number(version);
  throw new RekeyError('RK4002', `${codeSpan(version)} is no version of a KV secret.`);
}
