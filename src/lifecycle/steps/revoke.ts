import { asRekeyError, RekeyError } from '../../domain/errors';
import type { RowId } from '../../domain/journal/facts';
import { DAY, HOUR } from '../../domain/tools/time';
import type { Context } from '../context';
import { isFinal } from '../decide';
import { isGone, isGoneAfter } from '../revocation/gone';
import { done, type StepOutcome, waitUntil } from '../stepOutcome';
import { roles } from '../revocation/roles';
import { victimParts } from '../values';
import { mustBeRevocable } from '../revocation/mustBeRevocable';
import { condemnedId, victimOf } from '../revocation/roles';
import { undoDisable, undoUndrained } from '../revocation/enable';
import { lastLook } from './lastLook';
import { fewCalls, type Own, type Step } from './step';

/**
 * Deletes the victim. It sets, so it is repeated until it is acknowledged, or until the victim is seen to be gone; whether it is dead is
 * for `prove` to say.
 */
export const revoke: Step = {
  applies: ({ state }) => (condemnedId(state) ?? '') !== '',
  run,
  budget: fewCalls,
};

async function run(ctx: Context, { row }: Own): Promise<StepOutcome> {
  const id = victimOf(ctx.state);
  try {
    return await revoked(ctx, row, id);
  } catch (thrown) {
    // Whoever waits for a person leaves both alive.
    const error = asRekeyError(thrown);
    if (!ctx.ledger.lost && isFinal(ctx, row, error)) await undoDisable(ctx, id, error);
    throw thrown;
  }
}

async function revoked(ctx: Context, row: RowId, id: string): Promise<StepOutcome> {
  const { vendor, entry } = ctx.subject;
  // An earlier one, whose end nobody saw, may have been the last that the vendor could do.
  if (ctx.row(row)?.intent && (await isGone(ctx, id)) === true) return done('found', { id });
  const { everCurrent } = roles(ctx.state, entry.keyId);
  const unseen = everCurrent ? await lastLook(ctx) : undefined;
  if (unseen) {
    if (ctx.row(ctx.rowId('disable'))?.result) await undoUndrained(ctx, id, unseen);
    return unseen;
  }
  const isFresh = await mustBeRevocable(ctx, { victim: id, everCurrent });
  if (vendor.capabilities.byPerson.includes('revoke')) return byPerson(ctx, row, id);
  try {
    const ended = await ctx.effect(row, { id }, (permit) => vendor.revoke(id, () => permit() && isFresh()));
    return done(ended === 'revoked' ? 'did' : 'found', { id });
  } catch (thrown) {
    return whatIsLeft(ctx, id, asRekeyError(thrown));
  }
}

/** A vendor that does not know the id, while nobody sees the key any more, is believed as far as `prove` goes. */
async function whatIsLeft(ctx: Context, id: string, error: RekeyError): Promise<StepOutcome> {
  const gone = await isGoneAfter(ctx, id, error);
  if (gone === true || (gone === undefined && error.kind === 'gone')) return done('found', { id });
  if (error.kind !== 'gone') throw error;
  throw new RekeyError(error.code, `${error.message} But the key is still there.`, {
    next: 'Compare the request of revoke in the description of the vendor with its documentation.',
  });
}

/** Nobody but a person can delete it; that it is refused shows that it was done. */
async function byPerson(ctx: Context, row: RowId, id: string): Promise<StepOutcome> {
  const parts = await victimParts(ctx);
  if (parts && (await ctx.subject.vendor.verify(parts)).answer === 'refused') return done('found', { id });
  const { name, vendor } = ctx.subject.entry;
  return waitUntil(ctx.now() + HOUR, {
    latest: ctx.waitingSince(row) + 30 * DAY,
    then: 'the old key stays alive',
    reason: `${name}: ${vendor} has no call to delete a key, so a person must do it`,
    person: `Delete ${id} at ${vendor} by hand. The next run proves that it is dead`,
  });
}
