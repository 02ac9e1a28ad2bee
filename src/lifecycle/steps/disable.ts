import { asRekeyError, RekeyError } from '../../domain/errors';
import type { RowId } from '../../domain/facts';
import { millis, MINUTE, SECOND, type Millis } from '../../domain/time';
import type { Context } from '../context';
import { TIMEOUT, WINDOW } from '../ledger';
import { done, type Outcome } from '../outcome';
import { victimParts } from '../values';
import { mustBeKillable } from '../witnesses';
import { stopwatch } from '../stopwatch';
import { condemnedId, victimOf } from './condemn';
import { FEW_CALLS, type Step } from './step';

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
  brakes: true,
};

const watchOf = (ctx: Context): Millis => Math.max(ctx.state.snapshot.watch, ctx.subject.entry.watch);

async function run(ctx: Context): Promise<Outcome> {
  const victim = victimOf(ctx.state);
  const row: RowId = `${ctx.state.pass}/disable`;
  const isFresh = await mustBeKillable(ctx, { victim, everCurrent: true }).catch(async (thrown: unknown) => {
    // A process before this one may have left it disabled.
    if (ctx.row(row)?.intent) await enableAnew(ctx, victim, asRekeyError(thrown));
    throw thrown;
  });
  const before = ctx.row(row)?.intent;
  await enablesHaveLanded(ctx);
  await ctx.intend(row, { id: victim });
  try {
    await ctx.send(row, { id: victim }, async (permit) =>
      ctx.subject.vendor.disable?.(victim, () => permit() && isFresh()),
    );
    const doubt = await doubts(ctx, before !== undefined && before.by !== ctx.ledger.nonce);
    if (doubt === undefined) return done('did', { checked: ctx.workloads.length });
    await enable(ctx, victim);
    ctx.ports.log.warning(`  ${victim} was enabled again: ${doubt.why}`);
    return doubt;
  } catch (thrown) {
    // What surely was not sent needs no undo, and another process may have disabled it meanwhile, to watch it.
    const mayBeOff = before !== undefined || !ctx.isIdle(row);
    if (mayBeOff && !ctx.ledger.lost) await enable(ctx, victim, asRekeyError(thrown));
    throw thrown;
  }
}

/** A doubt that comes after the watch: the victim is enabled again, and the step has to be done anew. */
export async function undoDisable(ctx: Context, victim: string): Promise<void> {
  const row: RowId = `${ctx.state.pass}/disable`;
  if (ctx.row(row)?.result) await enableAnew(ctx, victim);
}

/** Before a rotation is blocked from outside: what may be off is switched on again, as long as no revoke was sent. */
export async function leaveEnabled(ctx: Context): Promise<void> {
  const { pass, rows } = ctx.state;
  const row = rows[`${pass}/disable`];
  const isOff = row?.intent !== undefined || row?.result !== undefined;
  if (isOff && rows[`${pass}/revoke`]?.intent === undefined) await enableAnew(ctx, victimOf(ctx.state));
}

/** Under an intent of its own, which also shows that the key is still ours to touch. */
async function enableAnew(ctx: Context, victim: string, after?: RekeyError): Promise<void> {
  await ctx.intend(`${ctx.state.pass}/disable`, { id: victim, enables: true });
  await enable(ctx, victim, after);
}

/**
 * Undo. It asks nobody: an enabled old key harms nobody. Where a disable is on its way whose end nobody saw, once more when it
 * can no longer arrive.
 */
async function enable(ctx: Context, victim: string, after?: RekeyError): Promise<void> {
  await enabled(ctx, victim);
  const { intent, unsettled = 0 } = ctx.row(`${ctx.state.pass}/disable`) ?? {};
  if (!intent || (unsettled < 2 && after?.kind !== 'unknown')) return;
  await ctx.ports.clock.sleep(millis(intent.at) + WINDOW + TIMEOUT - ctx.now(), ctx.ports.signal);
  await enabled(ctx, victim);
}

/** While there is time it does not give up, for consumers may be failing. */
async function enabled(ctx: Context, victim: string): Promise<void> {
  for (let pause = SECOND; ; pause = Math.min(2 * pause, PAUSE)) {
    const sinceEnable = stopwatch(ctx.ports.clock);
    try {
      await ctx.subject.vendor.enable?.(victim);
      ctx.memory.leftOff = undefined;
      return;
    } catch (thrown) {
      ctx.memory.leftOff = victim;
      const error = asRekeyError(thrown);
      if (error.kind === 'unknown') ctx.memory.sinceEnable = sinceEnable;
      const passing = ['throttled', 'transient', 'unknown'].includes(error.kind);
      if (!passing || ctx.left < MINUTE) throw error;
      ctx.ports.log.warning(`  enable ${victim}: ${error.line}`);
      await ctx.ports.clock.sleep(error.retryAfter ?? pause);
    }
  }
}

/** One whose answer was lost may still arrive, and would end the next watch unseen. */
async function enablesHaveLanded(ctx: Context): Promise<void> {
  const since = ctx.memory.sinceEnable?.() ?? Infinity;
  await ctx.sleep(WINDOW + TIMEOUT - since);
}

/** @param isTakenOver a process before this one was at it, whose enable may arrive late: then it is tried once more */
async function doubts(ctx: Context, isTakenOver: boolean): Promise<Doubt | undefined> {
  const { clock } = ctx.ports;
  const end = clock.monotonic() + ctx.subject.vendor.capabilities.revocationLag + MARGIN;
  const early = (await mustBeOff(ctx, end, WRONG_ID)) ?? (await watched(ctx));
  if (early) return early;
  const late = await mustBeOff(ctx, Math.max(end, clock.monotonic() + MARGIN), WAS_ENABLED);
  if (late && isTakenOver) throw new RekeyError('RK5006', `Not watched to the end: ${late.why}.`);
  return late;
}

type Doubt = Extract<Outcome, { is: 'block' }>;

/** Once its id is disabled its value is refused, if the id is the right one, and stays so while it is watched; otherwise the doubt. */
async function mustBeOff(ctx: Context, end: Millis, doubt: Doubt): Promise<Doubt | undefined> {
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

const WRONG_ID: Doubt = {
  is: 'block',
  code: 'RK5012',
  why: 'its value still works although its id is disabled, so the id belongs to another key',
};
const WAS_ENABLED: Doubt = {
  is: 'block',
  code: 'RK7008',
  why: 'the key works again although it was disabled, so somebody enabled it while it was watched; find who did, for they may need it',
};

/** Nobody becomes unwell while it is off, nor at its end; each probe must have seen something to say so. */
async function watched(ctx: Context): Promise<Doubt | undefined> {
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
        return { is: 'block', code: 'RK6005', why };
      }
    }
    if (isLast && blind.size > 0)
      throw new RekeyError('RK6007', 'No data came while the old key was disabled, so it was enabled again.');
    if (isLast) return undefined;
    await ctx.sleep(Math.min(end - ctx.ports.clock.monotonic(), PAUSE));
  }
}
