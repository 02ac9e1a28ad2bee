import type { Listed } from '../../domain/contracts/vendor';
import type { Parts } from '../../domain/credential';
import { asRekeyError, type RekeyError } from '../../domain/errors';
import { shortIdentity } from '../../domain/key';
import { millis, MINUTE, type Millis } from '../../domain/tools/time';
import type { Context } from '../context';
import { earlierLabels, isLabelled, ownLabels } from '../labels';
import { TIMEOUT, WINDOW } from '../ledger';
import { wasNeverUsed } from '../uses';
import { stored } from '../values';

/** What is known of a victim. */
export interface Known {
  readonly id: string;
  /** Its values, as the store has them. */
  readonly values: () => Promise<Parts | undefined>;
  /** As the vendor lists it; asked for only when nobody else can tell. */
  listed(): Promise<Listed | undefined>;
}

/**
 * Why an id is ours; undefined: nothing says so but the journal, and the journal alone is no witness. The store, the vendor, the
 * reviewed config or an exact label must say it.
 */
export async function proofOfOwnership(ctx: Context, victim: Known): Promise<string | undefined> {
  for (const [why, is] of proofs(ctx, victim)) if (await is()) return why;
  return undefined;
}

/** The same, where it is enough that one of them can be asked: an enabled old key harms nobody. */
export async function isOurs(ctx: Context, victim: Known): Promise<boolean> {
  let silent: RekeyError | undefined;
  for (const [, is] of proofs(ctx, victim)) {
    try {
      if (await is()) return true;
    } catch (thrown) {
      silent ??= asRekeyError(thrown);
    }
  }
  if (silent !== undefined) throw silent;
  return false;
}

type Proof = readonly [string, () => boolean | Promise<boolean>];

function proofs(ctx: Context, victim: Known): readonly Proof[] {
  return [
    ['its id is kept beside the value in this secret', () => besideOldValue(ctx, victim.id)],
    ['key_id in the reviewed config names it', () => ctx.subject.entry.keyId === victim.id],
    ['it is staged in the slot of this rotation', () => stagedByUs(ctx, victim.id)],
    ['it carries our exact label, or its principal is ours alone', () => labelledByUs(ctx, victim)],
    // A use of its own would make a lost key look like one that somebody holds, so the vendor is asked last.
    ['the vendor tells it from the value in this secret', () => toldByVendor(ctx, victim)],
    ['it appeared at the vendor after our intent, and the slot is ours', () => newcomer(ctx, victim)],
  ];
}

async function besideOldValue(ctx: Context, victim: string): Promise<boolean> {
  const base = ctx.claimed?.base;
  return base !== undefined && (await stored(ctx, base))?.id === victim;
}

async function stagedByUs(ctx: Context, victim: string): Promise<boolean> {
  const slot = await ctx.subject.store.slot(ctx.ref);
  return slot?.reservation.rotation === ctx.state.rotation && slot.staged?.id === victim;
}

async function toldByVendor(ctx: Context, { id, values }: Known): Promise<boolean> {
  const { vendor } = ctx.subject;
  const parts = vendor.capabilities.identify ? await values() : undefined;
  return parts !== undefined && (await vendor.identify(parts)) === id;
}

async function labelledByUs(ctx: Context, victim: Known): Promise<boolean> {
  const listed = await victim.listed();
  if (!listed) return false;
  const { dedicated } = ctx.subject.vendor.capabilities;
  return dedicated || isLabelled(listed, new Set([...(await ownLabels(ctx)), ...earlierLabels(ctx)]));
}

/**
 * A vendor without labels. The journal says that the id was not there before our create. It may be forged, so two others must
 * say by their own clocks when that was: the store when the slot was taken for this rotation, which stages nothing else, and the
 * vendor that this one alone was made right after, and was never used.
 */
async function newcomer(ctx: Context, victim: Known): Promise<boolean> {
  if (ctx.subject.vendor.capabilities.labels) return false;
  const before = ctx.row('forward/create')?.intent?.data['before'];
  if (!Array.isArray(before) || before.includes(shortIdentity(victim.id))) return false;
  const taken = await slotTaken(ctx, victim.id);
  if (taken === undefined) return false;
  const { credentials, complete } = await ctx.subject.vendor.list();
  const [one, ...others] = credentials.filter((each) => mayBeMadeAt(each, taken));
  const alone = complete && one?.id === victim.id && others.length === 0;
  return alone && one.created !== undefined && wasNeverUsed(ctx, one);
}

/** When this rotation took the slot last. Undefined: the slot is not ours, or something else is staged in it. */
async function slotTaken(ctx: Context, victim: string): Promise<Millis | undefined> {
  const slot = await ctx.subject.store.slot(ctx.ref);
  const isOurs = slot?.reservation.rotation === ctx.state.rotation;
  const isEmpty = slot?.staged === undefined || slot.staged.id === victim;
  return isOurs && isEmpty && slot.since !== undefined ? millis(slot.since) : undefined;
}

function mayBeMadeAt({ created }: Listed, taken: Millis): boolean {
  if (created === undefined) return true;
  const age = millis(created) - taken;
  return age >= -CLOCKS_DIFFER && age <= WINDOW + TIMEOUT + CLOCKS_DIFFER;
}

/** Two clocks may be this far apart. */
const CLOCKS_DIFFER: Millis = MINUTE;
