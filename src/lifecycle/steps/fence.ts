import { samePartsTrimmed } from '../../domain/credential';
import { asRekeyError, RekeyError } from '../../domain/errors';
import type { Context } from '../context';
import { noteFailure } from '../ledger';
import { done, type StepOutcome, turn, block } from '../stepOutcome';
import { promoteOpen } from '../revocation/roles';
import { onItsWay, standing } from '../settled';
import { current, newParts, oldParts } from '../values';
import { fewCalls, type Own, type Step } from './step';

/**
 * Before new is condemned, a promote of it that may still be on its way is made to fail. Nothing that is served changes. Where the store cannot
 * do that, it is waited until none can be on its way any more.
 */
export const fence: Step = { applies: (ctx) => promoteOpen(ctx.state), run, budget: fewCalls };

async function run(ctx: Context, { row }: Own): Promise<StepOutcome> {
  if (!ctx.subject.store.capabilities.fenced) return unfenced(ctx);
  const base = ctx.claimed?.base ?? '';
  // Once another value was found there, an equal one is no fence of ours: somebody may have put old back after new was served.
  const inDoubt = ctx.row(row)?.intent !== undefined && ctx.row(row)?.lastFailure !== 'RK4003';
  try {
    const { version } = await ctx.effect(row, { base }, () => ctx.subject.store.fence(ctx.ref, base));
    return done('did', { version });
  } catch (thrown) {
    const error = asRekeyError(thrown);
    // A claim that was lost says nothing about the store.
    if (error.kind !== 'conflict' || ctx.ledger.lost) throw thrown;
    return ctx.state.pass === 'abandon' ? nothingLeft(ctx) : landed(ctx, error, inDoubt);
  }
}

/** What the wait has shown is compared with both values. Where it is neither, or somebody has put old back, both stay alive. */
async function unfenced(ctx: Context): Promise<StepOutcome> {
  const early = onItsWay(ctx, 'forward/promote');
  if (early) return early;
  if (ctx.state.pass === 'abandon') return nothingLeft(ctx);
  const base = ctx.claimed?.base ?? '';
  const { is, version } = await standing(ctx, base, await oldParts(ctx), await newParts(ctx));
  if (is === 'before') return done('observed', { version });
  return is === 'after' ? turnBack(ctx, version) : movedByOthers(ctx, new RekeyError('RK4003', MOVED));
}

/** Our field moved before the fence, so no promote can land any more. Who moved it does not matter to whoever gives up. */
async function nothingLeft(ctx: Context): Promise<StepOutcome> {
  return done('found', { version: (await current(ctx)).version });
}

/** Our field moved before the fence: either our own promote landed, or somebody else wrote and the promote cannot any more. */
async function landed(ctx: Context, error: RekeyError, inDoubt: boolean): Promise<StepOutcome> {
  const now = await current(ctx);
  const old = await oldParts(ctx);
  const same = old && now.parts ? samePartsTrimmed(old, now.parts) : old === now.parts;
  // An earlier fence of ours had landed although its answer was lost.
  if (inDoubt && same) return done('found', { version: now.version });
  const fresh = await newParts(ctx);
  if (fresh && now.parts && samePartsTrimmed(fresh, now.parts)) return turnBack(ctx, now.version);
  return movedByOthers(ctx, error);
}

function turnBack(ctx: Context, version: string): StepOutcome {
  const id = ctx.created?.id;
  const base = ctx.claimed?.base;
  ctx.ledger.note({
    type: 'result',
    row: 'forward/promote',
    how: 'found',
    data: {
      version,
      ...(base === undefined ? {} : { previous: base }),
      ...(id === undefined ? {} : { id }),
    },
  });
  return turn('back', 'the promote had landed after all');
}

const MOVED = 'somebody else changed the value, and our own promote may have been served before';

function movedByOthers(ctx: Context, error: RekeyError): StepOutcome {
  noteFailure(ctx.ledger, 'discard/fence', error, false);
  return block('RK4003', MOVED);
}
