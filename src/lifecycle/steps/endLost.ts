import type { Context } from '../context';
import { mustBeKillable } from '../witnesses';

/** Ends a credential of ours that was never current and whose value is lost. */
export async function endLost(ctx: Context, id: string): Promise<void> {
  const row = `forward/sweep:${id}` as const;
  await mustBeKillable(ctx, { victim: id, everCurrent: false });
  if (!ctx.ledger.key.condemned.includes(id))
    ctx.ledger.note({ type: 'condemn', credential: id, why: 'its value was lost before it was stored' });
  await ctx.effect(row, { id }, () => ctx.subject.vendor.revoke(id));
  ctx.ledger.note({ type: 'result', row, how: 'did', data: { id } });
}
