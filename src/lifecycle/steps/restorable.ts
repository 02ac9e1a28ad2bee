import { samePartsTrimmed, type Parts } from '../../domain/credential';
import type { Context } from '../context';
import { version } from '../values';

/** More writes than other fields see in the minutes between a claim and its promote. */
const MOST_BETWEEN = 20;

/**
 * Why the version that the journal calls the one before is not made current again; undefined: nothing is against it. The store itself
 * must say that this rotation is open, because it holds the slot, and that this value was served right before the one of the rotation.
 */
export async function againstRestore(ctx: Context): Promise<string | undefined> {
  const claim = ctx.claimed;
  const promoted = ctx.promoted?.version;
  if (!claim || promoted === undefined) return undefined;
  const slot = await ctx.subject.store.slot(ctx.ref);
  if (slot?.reservation.rotation !== ctx.state.rotation)
    return 'the staging slot is not held by this rotation any more, so it may have ended in a part of the journal that is gone, and what was there before it may be dead';
  const before = await version(ctx, claim.base);
  const { condemned } = ctx.ledger.key;
  if (before?.id !== undefined && condemned.includes(before.id))
    return `${before.id} is condemned and never becomes current again`;
  if (await precedes(ctx, claim.base, before?.parts, promoted)) return undefined;
  return 'the version that the journal calls the one before was not the one that the store served before this rotation';
}

/** What came after it and before the promote has the same value: a fence, an id beside it, fields of others. */
async function precedes(
  ctx: Context,
  base: string,
  parts: Parts | undefined,
  promoted: string,
): Promise<boolean> {
  const since = await ctx.subject.store.since(ctx.ref, base);
  const end = since.indexOf(promoted);
  if (end < 0 || end > MOST_BETWEEN) return false;
  for (const name of since.slice(0, end)) {
    const between = await version(ctx, name);
    if (!between || !isSame(between.parts, parts)) return false;
  }
  return true;
}

const isSame = (one: Parts | undefined, other: Parts | undefined): boolean =>
  one && other ? samePartsTrimmed(one, other) : one === other;
