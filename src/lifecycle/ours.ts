import type { Listed } from '../domain/contracts/vendor';
import type { Parts } from '../domain/credential';
import { resultOf } from '../domain/rotation';
import { shortIdentity } from '../domain/key';
import { millis, MINUTE, type Millis } from '../domain/time';
import type { Context } from './context';
import { earlierLabels, isLabelled, ownLabels } from './labels';
import { version } from './values';

/** What is known of a victim. */
export interface Known {
  readonly id: string;
  /** Its values, as the store has them. */
  readonly values: Parts | undefined;
  /** As the vendor lists it; asked for only when nobody else can tell. */
  listed(): Promise<Listed | undefined>;
}

/**
 * Why an id is ours; undefined: nothing says so but the journal, and the journal alone is no witness. The store, the vendor, the
 * reviewed config or an exact label must say it.
 */
export async function ours(ctx: Context, victim: Known): Promise<string | undefined> {
  const witnesses: [string, () => boolean | Promise<boolean>][] = [
    ['its id is kept beside the value in this secret', () => besideOldValue(ctx, victim.id)],
    ['key_id in the reviewed config names it', () => ctx.subject.entry.keyId === victim.id],
    ['it is staged in the slot of this rotation', () => stagedByUs(ctx, victim.id)],
    ['the vendor tells it from the value in this secret', () => toldByVendor(ctx, victim)],
    ['it carries our exact label, or its principal is ours alone', () => labelledByUs(ctx, victim)],
    ['it appeared at the vendor after our intent, and the slot is ours', () => newcomer(ctx, victim)],
  ];
  for (const [why, is] of witnesses) if (await is()) return why;
  return undefined;
}

async function besideOldValue(ctx: Context, victim: string): Promise<boolean> {
  const base = resultOf(ctx.state, 'forward', 'claim')?.base;
  return base !== undefined && (await version(ctx, base))?.id === victim;
}

async function stagedByUs(ctx: Context, victim: string): Promise<boolean> {
  const slot = await ctx.subject.store.slot(ctx.ref);
  return slot?.reservation.rotation === ctx.state.rotation && slot.staged?.id === victim;
}

async function toldByVendor(ctx: Context, { id, values }: Known): Promise<boolean> {
  const { vendor } = ctx.subject;
  return values !== undefined && vendor.capabilities.identify && (await vendor.identify(values)) === id;
}

async function labelledByUs(ctx: Context, victim: Known): Promise<boolean> {
  const listed = await victim.listed();
  if (!listed) return false;
  const { dedicated } = ctx.subject.vendor.capabilities;
  return dedicated || isLabelled(listed, new Set([...ownLabels(ctx), ...earlierLabels(ctx)]));
}

/**
 * A vendor without labels. The journal says that the id was not there before our create; the vendor must say by its own clock that
 * it was made since this rotation began and never used, and the store that the slot is ours and stages nothing else.
 */
async function newcomer(ctx: Context, victim: Known): Promise<boolean> {
  if (ctx.subject.vendor.capabilities.labels) return false;
  const before = ctx.row('forward/create')?.intent?.data['before'];
  if (!Array.isArray(before) || before.includes(shortIdentity(victim.id))) return false;
  const slot = await ctx.subject.store.slot(ctx.ref);
  if (slot?.reservation.rotation !== ctx.state.rotation) return false;
  if (slot.staged && slot.staged.id !== victim.id) return false;
  const listed = await victim.listed();
  const since = millis(ctx.state.started) - CLOCKS_DIFFER;
  return listed?.created !== undefined && millis(listed.created) >= since && !listed.lastUsed;
}

/** The vendor's clock and the journal's may be this far apart. */
const CLOCKS_DIFFER: Millis = MINUTE;
