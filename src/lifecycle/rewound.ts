import type { Current, Reservation } from '../domain/contracts/store';
import { RekeyError } from '../domain/errors';
import { hasLabelOf } from '../domain/key';
import { foldRotation, resultOf, type RotationState } from '../domain/journal/rotation';
import { codeSpan } from '../domain/tools/text';
import type { Context } from './context';
import { isClosed } from './slot';

/**
 * A journal that was set back forgets what it once wrote, and cannot say so itself. The store and the vendor may: a staging slot that we
 * hold for a rotation of which it knows nothing, a key that we made and it never heard of.
 */
export async function mustBeNewest(ctx: Context): Promise<void> {
  if (ctx.memory.isNewest === true || ctx.state.pass === 'abandon') return;
  const slot = await ctx.subject.store.slot(ctx.ref);
  if (slot) await mustKnow(ctx, slot.reservation);
  if (slot) ctx.memory.slotBefore = slot;
  ctx.memory.isNewest = true;
}

async function mustKnow(ctx: Context, held: Reservation): Promise<void> {
  if (held.rotation === ctx.state.rotation && mayHold(ctx)) return;
  const where = `${ctx.name}: the staging slot is held for rotation ${codeSpan(held.rotation)} of ${codeSpan(held.repository)}`;
  if (held.repository !== ctx.ports.run.repository) {
    // To look at a key that somebody else rotates at this moment harms nobody, and what has begun meets them at the slot itself.
    if (ctx.state.kind === 'adopt' || !isBeginning(ctx)) return;
    throw new RekeyError('RK4004', `${where}, until ${codeSpan(held.until)}. Nothing was changed.`);
  }
  const isThis = held.rotation === ctx.state.rotation;
  if (!isThis && (await isClosed(ctx, held.rotation))) return;
  const unknown = isThis ? 'that it was taken' : 'it';
  throw new RekeyError('RK7003', `${where}, and the journal does not know ${unknown}. Nothing was changed.`, {
    next: `Restore the newer commit of the journal. If it is lost for good, find out which keys are in use, then delete the staging slot beside ${codeSpan(ctx.ref.path)}.`,
  });
}

/** The slot is taken under an intent of this row. */
function mayHold({ state }: Context): boolean {
  const row = state.kind === 'remove' ? 'forward/claim' : 'forward/create';
  return (state.rows[row]?.intents ?? 0) > 0;
}

export const isBeginning = (ctx: Context): boolean => ctx.row('forward/preflight')?.result === undefined;

/**
 * What is served carries a label of ours under this name, and its id stands nowhere in the row of the key nor in its last rotation: a
 * rotation made it that the journal does not know. A key that the journal never knew anything of may come from another entry.
 */
export async function mustKnowServed(ctx: Context, { id }: Current): Promise<void> {
  const { subject, ledger } = ctx;
  const { currentId, condemned, last } = ledger.key;
  if (id === undefined || currentId === undefined || !subject.vendor.capabilities.labels) return;
  if ([currentId, subject.entry.keyId, ...condemned].includes(id)) return;
  const facts = last ? await ctx.ports.journal.facts(subject.identity, last.rotation) : [];
  if (idsOf(foldRotation(facts)).includes(id)) return;
  ctx.memory.listing ??= await subject.vendor.list();
  const listed = ctx.memory.listing.credentials.find((one) => one.id === id);
  if (listed?.label === undefined || !hasLabelOf(ctx.name, listed.label)) return;
  throw new RekeyError(
    'RK7003',
    `${ctx.name}: the store serves ${id}, which carries a label of ours, and the journal knows ${currentId} and no rotation that made it. Nothing was changed.`,
    {
      next: `Restore the newer commit of the journal. If a person put ${id} there, write key_id: ${id} under the key in the config.`,
    },
  );
}

function idsOf(rotation: RotationState | undefined): readonly (string | undefined)[] {
  if (!rotation) return [];
  const claim = resultOf(rotation, 'forward', 'claim');
  const made = resultOf(rotation, 'forward', 'create')?.id;
  return [claim?.oldId, claim?.currentBefore, made, resultOf(rotation, 'forward', 'adopt')?.id];
}
