import { bindParts, type Parts } from '../domain/credential';
import type { Current, StoredVersion } from '../domain/contracts/store';
import { asRekeyError, RekeyError } from '../domain/errors';
import { instant, SECOND } from '../domain/tools/time';
import type { Context } from './context';

/**
 * Lets the values of a version travel to the vendor, as far as the owner of the secret allows: `rekey_origins` in its
 * metadata, when it is there, must name every origin of the vendor.
 */
function travelling(ctx: Context, parts: Parts, allowed: readonly string[] | undefined): Parts {
  const { vendor, store } = ctx.subject;
  showIdPart(ctx, parts);
  const refused = allowed === undefined ? [] : vendor.origins.filter((origin) => !allowed.includes(origin));
  if (refused.length > 0) {
    throw new RekeyError(
      'RK4007',
      `${ctx.name}: the secret ${ctx.ref.path} does not allow its value to be sent to ${refused.join(', ')}. Nothing was sent.`,
    );
  }
  return bindParts(parts, [...store.origins, ...vendor.origins]);
}

/** The id that is a part of the credential itself is masked with the other parts; this rotation took it for an id before. */
function showIdPart(ctx: Context, parts: Parts): void {
  const { idPart } = ctx.subject.vendor.capabilities;
  const part = idPart === undefined || Object.keys(parts).length < 2 ? undefined : parts[idPart];
  const { rows } = ctx.state;
  const ids = [rows['forward/claim']?.result?.data['oldId'], rows['forward/create']?.result?.data['id']];
  for (const id of [...ids, ctx.ledger.key.currentId])
    if (typeof id === 'string' && part?.isText(id) === true) ctx.ports.values.show(id);
}

/** What applications read now, its values bound. A secret that does not exist is version `0` without values. */
export async function current(ctx: Context): Promise<Current> {
  const now = await served(ctx);
  return now.parts ? { ...now, parts: travelling(ctx, now.parts, now.allowedOrigins) } : now;
}

/** The same, with values that travel nowhere but to the store. */
export async function served(ctx: Context): Promise<Current> {
  const now = await caughtUp(ctx);
  ctx.memory.heldByOthers = now.heldByOthers ?? ((): boolean => false);
  if (now === NOT_THERE) return now;
  ctx.memory.allowedOrigins = { origins: now.allowedOrigins };
  ctx.memory.versions.set(now.version, now);
  return now;
}

const NOT_THERE: Current = { version: '0', created: instant(0) };

async function read(ctx: Context, known: string | undefined): Promise<Current> {
  try {
    return await ctx.subject.store.current(ctx.ref, known);
  } catch (thrown) {
    if (thrown instanceof RekeyError && thrown.kind === 'gone' && !isMissed(ctx, thrown)) return NOT_THERE;
    throw thrown;
  }
}

/** Somebody deleted what is in use, or what is to be rotated. To whoever only gives a new key up that is no matter. */
const isMissed = ({ state }: Context, { code }: RekeyError): boolean =>
  code === 'RK4013' && state.pass !== 'discard' && state.pass !== 'abandon';

/**
 * A replica may be behind and not say so: one that does not know of our own switch, or of the version that was there before it, is asked
 * again for a while, and then by the engine.
 */
async function caughtUp(ctx: Context): Promise<Current> {
  const { rows } = ctx.state;
  const promoted = (rows['back/promote']?.result ?? rows['forward/promote']?.result)?.data['version'];
  const known = typeof promoted === 'string' ? promoted : ctx.claimed?.base;
  const { readLag } = ctx.subject.store.capabilities;
  const looks = Math.max(LOOKS, 1 + Math.ceil(Math.min(readLag, LONGEST_LOOK) / BEHIND));
  for (let tries = 1; ; tries += 1) {
    try {
      return await read(ctx, known);
    } catch (thrown) {
      if (asRekeyError(thrown).code !== 'RK4005' || tries === looks) throw thrown;
      await ctx.sleep(BEHIND);
    }
  }
}

const LOOKS = 4;
const BEHIND = 3 * SECOND;
/** In one process; what lags longer is asked again by the engine. */
const LONGEST_LOOK = 90 * SECOND;

/** The same, with values that travel nowhere but to the store. */
export async function stored(ctx: Context, name: string): Promise<StoredVersion | undefined> {
  const found = ctx.memory.versions.get(name) ?? (await ctx.subject.store.read(ctx.ref, name));
  if (found) ctx.memory.versions.set(name, found);
  return found;
}

/** An older version. What a version holds never changes, so this process reads each only once. */
export async function version(ctx: Context, name: string): Promise<StoredVersion | undefined> {
  const found = await stored(ctx, name);
  if (!found?.parts) return found;
  if (!ctx.memory.allowedOrigins) await served(ctx);
  return { ...found, parts: travelling(ctx, found.parts, ctx.memory.allowedOrigins?.origins) };
}

/** The versions after `base`, oldest first; undefined: one or many of which nobody knows what they held. */
export async function versionsSince(
  ctx: Context,
  base: string,
): Promise<readonly (StoredVersion | undefined)[]> {
  const names = await ctx.subject.store.since(ctx.ref, base);
  const found: (StoredVersion | undefined)[] = names.length > MOST_VERSIONS ? [undefined] : [];
  for (const name of names.slice(-MOST_VERSIONS)) found.push(await version(ctx, name));
  return found;
}

/** More are hardly ever kept: https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2 keeps ten if nobody says otherwise. */
const MOST_VERSIONS = 20;

/** The values of old: those of the base version. Undefined when the store has them no more. */
export async function oldParts(ctx: Context): Promise<Parts | undefined> {
  const base = ctx.claimed?.base;
  return base === undefined ? undefined : (await version(ctx, base))?.parts;
}

/** The values of the credential that dies in this pass. */
export async function victimParts(ctx: Context): Promise<Parts | undefined> {
  return ctx.state.pass === 'forward' ? oldParts(ctx) : newParts(ctx);
}

/** The values of new: in memory, else staged, else current. Undefined when they are nowhere. */
export async function newParts(ctx: Context): Promise<Parts | undefined> {
  if (ctx.memory.fresh) return ctx.memory.fresh.parts;
  const created = ctx.created;
  const slot = await ctx.subject.store.slot(ctx.ref);
  const { vendor, store } = ctx.subject;
  // What somebody else has staged since is no value of ours, whatever the journal says that we made.
  const isOurs = slot?.reservation.rotation === ctx.state.rotation;
  if (isOurs && slot.staged && slot.staged.id === created?.id) {
    showIdPart(ctx, slot.staged.parts);
    return bindParts(slot.staged.parts, [...store.origins, ...vendor.origins]);
  }
  const promoted = ctx.promoted?.version;
  return promoted === undefined ? undefined : (await version(ctx, promoted))?.parts;
}
