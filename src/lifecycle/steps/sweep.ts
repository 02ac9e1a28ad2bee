import { MINUTE } from '../../domain/tools/time';
import type { Context } from '../context';
import { done, type StepOutcome, waitUntil } from '../stepOutcome';
import { endAgain, endOrphans, sweptAt } from '../revocation/orphans';
import { lookUp } from './lookUp';
import { fewCalls, type Own, type Step } from './step';

/** A create that was intended and never ended, or that needed several attempts, may have left a credential. */
export const sweep: Step = { applies, run, budget: fewCalls };

function applies(ctx: Context): boolean {
  const row = ctx.row('forward/create');
  return row !== undefined && (row.result === undefined ? row.intent !== undefined : row.intents > 1);
}

async function run(ctx: Context, { row }: Own): Promise<StepOutcome> {
  if (ctx.row('forward/create')?.result) {
    await endOrphans(ctx, await ctx.subject.vendor.list());
    return swept(ctx);
  }
  const outcome = await lookUp(ctx, row);
  if (outcome === undefined) return swept(ctx);
  if (outcome.is !== 'done') return outcome;
  ctx.ledger.note({ type: 'result', row: 'forward/create', how: outcome.how, data: outcome.data });
  return swept(ctx);
}

/** Of what was swept nobody has a value to try, so the list must not show it any more. */
async function swept(ctx: Context): Promise<StepOutcome> {
  const at = sweptAt(ctx);
  if (at === undefined) return done('observed');
  const shown = at + ctx.subject.vendor.capabilities.listLag;
  if (ctx.now() >= shown) {
    await endAgain(ctx, await ctx.subject.vendor.list());
    return done('observed');
  }
  return waitUntil(shown, {
    latest: shown + MINUTE,
    then: 'it is looked at',
    reason: "the vendor's list may be late",
  });
}
