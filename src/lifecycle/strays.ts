import type { Listing } from '../domain/contracts/vendor';
import { resultOf } from '../domain/rotation';
import type { Context } from './context';
import { earlierLabels, isLabelled, ownLabels } from './labels';
import { mustBeKillable } from './witnesses';

/** Ends a credential of ours that was never current and whose value is lost. */
export async function endLost(ctx: Context, id: string): Promise<void> {
  const row = `forward/sweep:${id}` as const;
  await mustBeKillable(ctx, { victim: id, everCurrent: false });
  if (!ctx.ledger.key.condemned.includes(id))
    ctx.ledger.note({ type: 'condemn', credential: id, why: 'its value was lost before it was stored' });
  await ctx.effect(row, { id }, () => ctx.subject.vendor.revoke(id));
  ctx.ledger.note({ type: 'result', row, how: 'did', data: { id } });
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
  const oldIsKnown = claim?.old === 'absent' || claim?.oldId !== undefined;
  const labels = new Set([...(oldIsKnown ? earlierLabels(ctx) : []), ...ownLabels(ctx)]);
  for (const one of credentials) {
    const known = one.id === claim?.oldId || one.id === created?.id;
    if (isLabelled(one, labels) && !known && !isSwept(ctx, one.id)) await endLost(ctx, one.id);
  }
}
