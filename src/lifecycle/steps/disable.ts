import { asRekeyError, RekeyError } from '../../domain/errors';
import type { RowId } from '../../domain/journal/facts';
import { Paused } from '../../domain/paused';
import type { Permit } from '../../domain/ports';
import type { RowState } from '../../domain/journal/rotation';
import { SECOND, type Millis } from '../../domain/tools/time';
import type { Context } from '../context';
import { isPassing } from '../decide';
import { isGoneAfter } from '../revocation/gone';
import { block, done, type Block, type StepOutcome } from '../stepOutcome';
import { victimParts } from '../values';
import { mustBeRevocable } from '../revocation/mustBeRevocable';
import { condemnedId, victimOf } from '../revocation/roles';
import { lastLook } from './lastLook';
import {
  enable,
  enableAgain,
  enablesHaveLanded,
  leftOff,
  undoOrRemember,
  undoUndrained,
} from '../revocation/enable';
import { FEW_CALLS, type Own, type Step } from './step';

const PAUSE = 5 * SECOND;
/** Beyond the vendor's own lag, until a disabled key must be refused. */
const MARGIN = 10 * SECOND;

/**
 * Where the vendor can disable, the victim is switched off before it is deleted, and watched while this process lives: on any
 * doubt, signal or deadline it is enabled again. It also proves that id and value belong together.
 */
export const disable: Step = {
  applies: ({ state, subject }) => subject.vendor.capabilities.disable && (condemnedId(state) ?? '') !== '',
  run,
  budget: (ctx) => ctx.subject.vendor.capabilities.revocationLag + 2 * MARGIN + watchOf(ctx) + FEW_CALLS,
};

const watchOf = (ctx: Context): Millis => Math.max(ctx.state.snapshot.watch, ctx.subject.entry.watch);

async function run(ctx: Context, { row }: Own): Promise<StepOutcome> {
  const victim = victimOf(ctx.state);
  const off = leftOff(ctx);
  if (off) {
    await undoOrRemember(ctx, victim, off, () => enableAgain(ctx, victim));
    const why = `${off.reason}. It is enabled by now`;
    if (!isPassing(off.after)) return block(off.after, why);
  }
  // A process before this one may have left it disabled.
  const mayBeOff = (ctx.row(row)?.intent ?? ctx.row(row)?.result) !== undefined;
  const enableFirst = async (thrown: unknown): Promise<never> => {
    const error = asRekeyError(thrown);
    if (mayBeOff) await undoOrRemember(ctx, victim, error, () => enableAgain(ctx, victim, error));
    throw thrown;
  };
  const unseen = await lastLook(ctx).catch(enableFirst);
  if (unseen) {
    if (mayBeOff) await undoUndrained(ctx, victim, unseen);
    return unseen;
  }
  const isFresh = await mustBeRevocable(ctx, { victim, everCurrent: true }).catch(enableFirst);
  const before = ctx.row(row)?.intent;
  await enablesHaveLanded(ctx);
  await ctx.intend(row, { id: victim });
  const doubt = await disableAndWatch(ctx, victim, before, isFresh);
  if (doubt === GONE) return done('found', { checked: 0 });
  if (doubt === undefined) return done('did', { checked: ctx.workloads.length });
  await undoOrRemember(ctx, victim, new RekeyError(doubt.code, doubt.why), () => enable(ctx, victim));
  ctx.ports.log.warning(`  ${victim} was enabled again: ${doubt.why}`);
  return doubt;
}

/** It is dead already: there is nothing to switch off, nor to enable again. */
const GONE = Symbol('gone');

/** Switched off and watched; the doubt, if there is one. @param before the intent of an earlier try */
async function disableAndWatch(
  ctx: Context,
  victim: string,
  before: RowState['intent'],
  isFresh: Permit,
): Promise<Block | typeof GONE | undefined> {
  const row: RowId = ctx.rowId('disable');
  try {
    ctx.memory.disabled = victim;
    await ctx.send(row, { id: victim }, async (permit) =>
      ctx.subject.vendor.disable?.(victim, () => permit() && isFresh()),
    );
    return await doubts(ctx, before !== undefined && before.by !== ctx.ledger.nonce);
  } catch (thrown) {
    // What surely was not sent needs no undo, and another process may have disabled it meanwhile, to watch it.
    const mayBeOff = before !== undefined || !ctx.isIdle(row);
    if (thrown instanceof Paused) {
      if (mayBeOff && !ctx.ledger.lost)
        await undoOrRemember(ctx, victim, CANCELLED, () => enable(ctx, victim));
      throw thrown;
    }
    const error = asRekeyError(thrown);
    if ((await isGoneAfter(ctx, victim, error)) === true) return GONE;
    if (mayBeOff && !ctx.ledger.lost)
      await undoOrRemember(ctx, victim, error, () => enable(ctx, victim, error));
    throw thrown;
  }
}

const CANCELLED = {
  code: 'RK5006',
  message: 'this run was cancelled while it watched the disabled key',
} as const;

/** @param isTakenOver a process before this one was at it, whose enable may arrive late: then it is tried once more */
async function doubts(ctx: Context, isTakenOver: boolean): Promise<Block | undefined> {
  const { clock } = ctx.ports;
  const end = clock.monotonic() + ctx.subject.vendor.capabilities.revocationLag + MARGIN;
  const early = (await mustBeOff(ctx, end, WRONG_ID)) ?? (await watched(ctx));
  if (early) return early;
  const late = await mustBeOff(ctx, Math.max(end, clock.monotonic() + MARGIN), WAS_ENABLED);
  if (late && isTakenOver) throw new RekeyError('RK5006', `Not watched to the end: ${late.why}.`);
  return late;
}

/** Once its id is disabled its value is refused, if the id is the right one, and stays so while it is watched; otherwise the doubt. */
async function mustBeOff(ctx: Context, end: Millis, doubt: Block): Promise<Block | undefined> {
  const parts = await victimParts(ctx);
  if (!parts) return undefined;
  for (let pause = SECOND / 5; ; pause = Math.min(2 * pause, PAUSE)) {
    const isLast = ctx.ports.clock.monotonic() > end;
    const verdict = await ctx.subject.vendor.verify(parts);
    if (verdict.answer === 'refused') return undefined;
    if (isLast) {
      if (verdict.answer === 'unknown')
        throw new RekeyError(
          'RK5006',
          `The vendor does not say whether it refuses the disabled key: ${verdict.why}.`,
        );
      return doubt;
    }
    await ctx.sleep(pause);
  }
}

const WRONG_ID: Block = block(
  'RK5012',
  'its value still works although its id is disabled, so the id belongs to another key',
);
const WAS_ENABLED: Block = block(
  'RK7008',
  'the key works again although it was disabled, so somebody enabled it while it was watched; find out who did, they may need it',
);

/** Nobody becomes unhealthy while it is off, nor at its end; each probe must have seen something to say so. */
async function watched(ctx: Context): Promise<Block | undefined> {
  const end = ctx.ports.clock.monotonic() + watchOf(ctx);
  const blind = new Set(ctx.workloads.flatMap(({ probes }) => probes));
  for (;;) {
    const isLast = ctx.ports.clock.monotonic() >= end;
    for (const workload of ctx.workloads) {
      for (const probe of workload.probes) {
        const { verdict, sentence } = await probe.check();
        if (verdict === 'pass') blind.delete(probe);
        if (verdict !== 'fail') continue;
        const why = `${workload.name} became unhealthy while the old key was disabled: ${sentence}`;
        return block('RK6005', why);
      }
    }
    if (isLast && blind.size > 0)
      throw new RekeyError('RK6007', 'No data came while the old key was disabled, so it was enabled again.');
    if (isLast) return undefined;
    await ctx.sleep(Math.min(end - ctx.ports.clock.monotonic(), PAUSE));
  }
}
