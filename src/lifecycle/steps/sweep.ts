import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { lookUp } from './lookUp';
import { FEW_CALLS, type Step } from './step';

/** Before undoing: a create that was intended and never ended may have left a credential. */
export const sweep: Step = { applies, run, budget: FEW_CALLS };

function applies(ctx: Context): boolean {
  const row = ctx.row('forward/create');
  return row?.intent !== undefined && row.result === undefined;
}

async function run(ctx: Context): Promise<Outcome> {
  const outcome = await lookUp(ctx);
  if (outcome === undefined) return done('observed', { id: '' });
  if (outcome.is !== 'done') return outcome;
  ctx.ledger.note({ type: 'result', row: 'forward/create', how: outcome.how, data: outcome.data });
  return done(outcome.how, {});
}
