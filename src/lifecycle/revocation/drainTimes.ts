import { samePartsTrimmed } from '../../domain/credential';
import type { Current } from '../../domain/contracts/store';
import { RekeyError } from '../../domain/errors';
import type { RowId } from '../../domain/journal/facts';
import { resultOf } from '../../domain/journal/rotation';
import { instant, millis, MINUTE, type Instant, type Millis } from '../../domain/tools/time';
import type { Context } from '../context';
import { heldSlot } from '../slot';
import { current, version, versionsSince } from '../values';

/** The shortest time that old must be silent, as a part of the grace period, where workloads may hold it as long as that. */
const LEAST_SILENCE = 0.1;
/** How far the clocks of the vendor and of the journal may be apart; no further than the grace period is long. */
const SKEW = MINUTE;

export interface DrainTimes {
  /** The end of the grace period. */
  readonly until: Millis;
  /** When there is something to see: all that was used up to now is in the vendor's list `lag` later. */
  readonly look: Millis;
  /** How long the victim must have been silent, by whichever of the two clocks. */
  readonly silence: Millis;
  /** The version of the switch is no longer kept, so it counts from the newest. */
  readonly isPruned: boolean;
}

/**
 * Nobody who is listed uses the victim once the last workload was checked and the longest hold is over. From then on it must
 * be silent to the end of the grace period.
 */
export async function drainTimes(ctx: Context): Promise<DrainTimes> {
  const { lastUsed, lastUsedLag } = ctx.subject.vendor.capabilities;
  const now = await current(ctx);
  const begun = await quietSince(ctx, now);
  const isPruned = await isGone(ctx, now);
  const until = begun + ctx.grace;
  if (!lastUsed) return { until, look: until, silence: 0, isPruned };
  const released = begun + ctx.longestHold;
  const silence = Math.max(until - released, ctx.grace * LEAST_SILENCE);
  // A vendor's clock that is ahead makes a use look later than it was, one that is behind makes it look older.
  const skew = skewOf(ctx);
  return { until, look: released + silence + lastUsedLag + 2 * skew, silence: silence + skew, isPruned };
}

export const skewOf = (ctx: Context): Millis => Math.min(SKEW, ctx.grace);

/** When silence can be seen that began with this use. */
export function silentAt(ctx: Context, lastUsed: Instant, { silence }: DrainTimes): Millis {
  return millis(lastUsed) + silence + ctx.subject.vendor.capabilities.lastUsedLag;
}

async function isGone(ctx: Context, now: Current): Promise<boolean> {
  const promoted = resultOf(ctx.state, ctx.state.pass, 'promote')?.version;
  return promoted !== undefined && promoted !== now.version && !(await version(ctx, promoted));
}

/**
 * From when on the grace period counts: promoted, and the last workload rolled and checked. A check comes after its rollout, unless it
 * was forged; what is rolled only after the line was checked before without. @param now what the store serves
 */
export async function quietSince(ctx: Context, now: Current): Promise<Millis> {
  const { state } = ctx;
  const promoted = await promotedAt(ctx, now);
  const endsAt = (row: RowId): Millis => millis(state.rows[row]?.result?.at ?? instant(0));
  const line = endsAt(`${state.pass}/condemn`);
  const ends = ctx.workloadNames.flatMap((name) => {
    const rolled = endsAt(`${state.pass}/deploy:${name}`);
    return [endsAt(`${state.pass}/check:${name}`), ...(line > 0 && rolled > line ? [] : [rolled])];
  });
  return Math.max(promoted, ...ends);
}

/**
 * When the survivor became current: the later of what the journal says and what the store itself says, so that a forged fact
 * cannot end a grace period early. A version that is no longer kept counts as written with the one that is served now. RK7008
 * when what is served is not what the journal says was made current.
 */
async function promotedAt(ctx: Context, now: Current): Promise<Millis> {
  const { state } = ctx;
  if (state.kind === 'remove') return askedAt(ctx, now);
  const pass = state.pass === 'back' ? 'back' : 'forward';
  const row = state.rows[`${pass}/promote`];
  const promoted = resultOf(state, pass, 'promote');
  if (!row?.result || !promoted) return millis(state.started);
  const named = now.version === promoted.version ? now : await version(ctx, promoted.version);
  const same =
    now.parts && named?.parts ? samePartsTrimmed(now.parts, named.parts) : now.parts === named?.parts;
  if (named && !same)
    throw new RekeyError(
      'RK7008',
      `${ctx.name}: the store serves another value than the one that this rotation made current. Nothing was revoked.`,
    );
  const again = now.version === promoted.version ? 0 : await servedAgainAt(ctx, now, promoted.version);
  return Math.max(millis(row.result.at), servedToAll(ctx, millis((named ?? now).created)), again);
}

/** Until then some application may have been served the old value. */
const servedToAll = (ctx: Context, written: Millis): Millis =>
  written + ctx.subject.store.capabilities.serveLag;

/** A key that is removed is served to its end, so its grace period counts from the order. */
async function askedAt(ctx: Context, now: Current): Promise<Millis> {
  await mustBeTheOneAskedFor(ctx, now);
  return Math.max(millis(ctx.state.started), await removalAsked(ctx));
}

/** By the store's clock. RK7008: only the journal says that the key is to go. */
export async function removalAsked(ctx: Context): Promise<Millis> {
  const slot = await heldSlot(ctx);
  if (slot) return millis(slot.since ?? ctx.state.started);
  throw new RekeyError(
    'RK7008',
    `${ctx.name}: only the journal says that its removal was asked for; the store does not hold the slot for it. Nothing was revoked.`,
    { next: 'Was it asked for? Then run remove again, after abandon where its rotation is still open.' },
  );
}

/**
 * A removal ends the key that was served when it was asked for. Where another one is served by now, it would leave that one behind
 * and say removed.
 */
async function mustBeTheOneAskedFor(ctx: Context, now: Current): Promise<void> {
  const { base, oldId } = ctx.claimed ?? {};
  if (base === undefined || now.version === base || !now.parts) return;
  const asked = (await version(ctx, base))?.parts;
  const isSame = asked ? samePartsTrimmed(asked, now.parts) : now.id === undefined || now.id === oldId;
  if (isSame) return;
  // A replica that is behind serves what was there before.
  if ((await ctx.subject.store.since(ctx.ref, now.version)).includes(base)) return;
  throw new RekeyError(
    'RK7008',
    `${ctx.name}: the store serves another key than the one whose removal was asked for, so neither is revoked. Run remove again to end the one that is served now; the other one has to be deleted at the vendor.`,
  );
}

/**
 * Somebody may have written another value since, and this one back: then it counts from there, and so it does after a version that
 * is gone. 0: it was served without a break.
 */
async function servedAgainAt(ctx: Context, now: Current, promoted: string): Promise<Millis> {
  let again = 0;
  let isBroken = false;
  for (const one of await versionsSince(ctx, promoted)) {
    const isSame = one?.parts !== undefined && now.parts && samePartsTrimmed(one.parts, now.parts);
    if (isBroken && isSame) again = servedToAll(ctx, millis(one.created));
    isBroken = !isSame;
  }
  return again;
}
