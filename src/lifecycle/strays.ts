import type { Listed, Listing, Vendor } from '../domain/contracts/vendor';
import { asRekeyError } from '../domain/errors';
import type { How } from '../domain/facts';
import type { Permit } from '../domain/ports';
import { resultOf } from '../domain/rotation';
import type { Context } from './context';
import { isGoneAfter } from './gone';
import { earlierLabels, isLabelled, ownLabels } from './labels';
import { wasUsed } from './uses';
import { mustBeKillable } from './witnesses';

/** Ends a credential of ours that was never current and whose value is lost. */
export async function endLost(ctx: Context, id: string): Promise<void> {
  const row = `forward/sweep:${id}` as const;
  const isFresh = await mustBeKillable(ctx, { victim: id, everCurrent: false });
  if (!ctx.ledger.key.condemned.includes(id))
    ctx.ledger.note({ type: 'condemn', credential: id, why: 'its value was lost before it was stored' });
  const revoke = (permit: Permit): ReturnType<Vendor['revoke']> =>
    ctx.subject.vendor.revoke(id, () => permit() && isFresh());
  const how = await ctx.effect(row, { id }, revoke).then(
    (ended): How => (ended === 'revoked' ? 'did' : 'found'),
    async (thrown: unknown): Promise<How> => {
      if ((await isGoneAfter(ctx, id, asRekeyError(thrown))) === true) return 'found';
      throw thrown;
    },
  );
  ctx.ledger.note({ type: 'result', row, how, data: { id } });
}

export function isSwept(ctx: Context, id: string): boolean {
  return ctx.row(`forward/sweep:${id}`)?.result !== undefined;
}

/**
 * What a create left behind that landed after nobody waited for it any more: ours by exact label of this rotation or of the
 * one before, and neither of the two that this rotation is about. Where a person deletes keys they are left.
 */
export async function endStrays(ctx: Context, { credentials }: Listing): Promise<void> {
  if (ctx.subject.vendor.capabilities.byPerson.includes('revoke')) return;
  const claim = resultOf(ctx.state, 'forward', 'claim');
  const created = resultOf(ctx.state, 'forward', 'create');
  const known = [claim?.oldId, created?.id];
  const oldIsKnown = claim?.old === 'absent' || claim?.oldId !== undefined;
  const labels = new Set([...(oldIsKnown ? earlierLabels(ctx) : []), ...(await ownLabels(ctx))]);
  for (const one of credentials) {
    if (!isLabelled(one, labels) || known.includes(one.id) || isSwept(ctx, one.id)) continue;
    if (wasServed(ctx, one)) noteLeft(ctx, one.id);
    else await endLost(ctx, one.id);
  }
}

/**
 * What the rotation before promoted may still be held by somebody, although the secret was changed by hand since: a credential
 * that was ever current dies only through the tail.
 */
function wasServed(ctx: Context, one: Listed): boolean {
  const before = resultOf(ctx.state, 'forward', 'claim')?.currentBefore;
  return one.id === before || one.id === ctx.ledger.key.currentId || wasUsed(one);
}

/** Told once; a person decides, for nobody knows who holds it. */
function noteLeft(ctx: Context, id: string): void {
  const message = `${id} is alive and was in use before the secret was changed by hand. It is left alone: delete it at the vendor once nobody holds it`;
  const isTold = ctx.ledger.facts.some((fact) => fact.type === 'warning' && fact.message === message);
  if (isTold) return;
  ctx.ledger.note({ type: 'warning', message });
  ctx.ports.log.warning(message);
}
