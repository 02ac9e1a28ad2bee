import type { Reservation, Slot } from '../domain/contracts/store';
import { asRekeyError } from '../domain/errors';
import type { Permit } from '../domain/ports';
import { foldRotation } from '../domain/journal/rotation';
import { instant } from '../domain/tools/time';
import type { Context } from './context';

/** The journal knows that this rotation of the key is closed. */
export async function isClosed(ctx: Context, rotation: string): Promise<boolean> {
  const facts = await ctx.ports.journal.facts(ctx.subject.identity, rotation);
  return foldRotation(facts)?.closed !== undefined;
}

/** For this rotation, until its drain is over at the latest. */
export function reservationOf(ctx: Context): Reservation {
  return {
    rotation: ctx.state.rotation,
    repository: ctx.ports.run.repository,
    fact: ctx.ledger.facts.at(-1)?.id ?? '',
    until: instant(ctx.now() + ctx.grace + ctx.drainLimit),
    ...(ctx.claimed ? { base: ctx.claimed.base } : {}),
    ...(ctx.state.kind === 'remove' ? { removes: true } : {}),
  };
}

/**
 * The slot, if the store holds it for this rotation and for what it is about: only a process that was asked for this rotation has
 * taken it, so nobody who writes the journal alone can have begun it.
 */
export async function heldSlot(ctx: Context): Promise<Slot | undefined> {
  const slot = await ctx.subject.store.slot(ctx.ref);
  const isOurs = slot?.reservation.rotation === ctx.state.rotation;
  return isOurs && (slot.reservation.removes === true) === (ctx.state.kind === 'remove') ? slot : undefined;
}

/** Takes the slot. One that a rotation of ours took after its own end, when a process of it woke up late, is freed first. */
export async function reserve(
  ctx: Context,
  wanted: Reservation,
  permit: Permit,
): Promise<{ readonly slot: string }> {
  const { store } = ctx.subject;
  try {
    return await store.reserve(ctx.ref, wanted, permit);
  } catch (thrown) {
    if (asRekeyError(thrown).kind !== 'conflict' || ctx.ledger.lost) throw thrown;
    const holder = (await store.slot(ctx.ref))?.reservation;
    if (holder?.repository !== wanted.repository || holder.rotation === wanted.rotation) throw thrown;
    if (!(await isClosed(ctx, holder.rotation))) throw thrown;
    await store.free(ctx.ref, holder.rotation);
    return store.reserve(ctx.ref, wanted, permit);
  }
}
