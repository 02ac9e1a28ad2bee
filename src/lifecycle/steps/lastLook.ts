import { RekeyError } from '../../domain/errors';
import type { RowId } from '../../domain/journal/facts';
import { instant, type Millis } from '../../domain/tools/time';
import type { Context } from '../context';
import type { StepOutcome } from '../stepOutcome';
import { deploy, markOf } from './deploy';
import { drain } from './drain';

/**
 * Before what was ever current is condemned, disabled or revoked, this process itself has seen that it is drained: what another one
 * wrote may be old, or forged. Undefined: it has; otherwise what there is to wait for.
 * @param age how long ago at most
 */
export async function lastLook(ctx: Context, age: Millis = Infinity): Promise<StepOutcome | undefined> {
  const { sinceDrained } = ctx.memory;
  if (sinceDrained && (age === Infinity || sinceDrained() < age)) return undefined;
  const seen = await drain.run(ctx, ctx.own('drain'));
  if (seen.is !== 'done') return seen;
  return seen.data['silent'] === 'observed' ? undefined : rolled(ctx);
}

/**
 * Where nobody shows whether the victim is silent, a workload that does not tell its key's id might never have been rolled: the
 * deployer is asked for the rollout that the journal tells of. One that it does not know is done now, and then drained again.
 */
async function rolled(ctx: Context): Promise<StepOutcome | undefined> {
  let isNew = false;
  for (const { name, deployer } of ctx.workloads) {
    const row: RowId = ctx.rowId('deploy', name);
    const before = ctx.row(row)?.result;
    if (!deployer || before?.by === ctx.ledger.nonce || ctx.memory.tellsKey.has(name)) continue;
    if ((ctx.row(row)?.intents ?? 0) >= MOST_ROLLS) await mustBeKnown(ctx, name);
    const outcome = await deploy.run(ctx, ctx.own('deploy', name));
    if (outcome.is !== 'done') return undrained(ctx, outcome);
    if (ctx.row(row)?.result === before) continue;
    ctx.ledger.note({ type: 'result', row, how: outcome.how, data: outcome.data });
    isNew = true;
  }
  if (!isNew) return undefined;
  const again = await drain.run(ctx, ctx.own('drain'));
  return again.is === 'done' ? undefined : undrained(ctx, again);
}

/** Rolled in vain so often, it is no forgery any more: the deployer forgets its rollouts before the grace period is over. */
const MOST_ROLLS = 3;

async function mustBeKnown(ctx: Context, workload: string): Promise<void> {
  const since = ctx.row(ctx.rowId('promote'))?.result?.at ?? instant(0);
  const known = await ctx.workload(workload).deployer?.find(markOf(ctx, workload), since);
  if (known) return;
  throw new RekeyError(
    'RK7008',
    `${ctx.name}: the journal says that ${workload} was rolled, its deployer knows of no such rollout, and nothing else shows which key it uses. Nothing was revoked.`,
    {
      next: 'Let the deployer remember its rollouts for longer than the grace period, or let the check tell the id of the key.',
    },
  );
}

function undrained(ctx: Context, outcome: StepOutcome): StepOutcome {
  delete ctx.memory.sinceDrained;
  return outcome;
}
