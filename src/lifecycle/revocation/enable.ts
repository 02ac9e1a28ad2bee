import type { Code } from '../../domain/errorCodes';
import { asRekeyError, RekeyError } from '../../domain/errors';
import type { RowId, WaitFact } from '../../domain/journal/facts';
import type { RotationState } from '../../domain/journal/rotation';
import { millis, MINUTE, SECOND } from '../../domain/tools/time';
import type { Context } from '../context';
import { isGoneAfter } from './gone';
import { noteFailure, TIMEOUT, WINDOW } from '../ledger';
import type { StepOutcome } from '../stepOutcome';
import { isOurs } from './ownership';
import { stopwatch } from '../stopwatch';
import { knownOf } from './mustBeRevocable';
import { victimOf } from './roles';

/** Between two tries to enable. */
const LONGEST_PAUSE = 5 * SECOND;
/** So many faults before it is asked whether the victim is still there. */
const TRIES = 3;

/** A doubt that comes after the watch: the victim is enabled again, and the step has to be done again. */
export async function undoDisable(ctx: Context, victim: string, doubt: RekeyError): Promise<void> {
  const row: RowId = ctx.rowId('disable');
  if (ctx.row(row)?.result) await undoOrRemember(ctx, victim, doubt, () => enableAgain(ctx, victim));
}

/** Another process has disabled it on the strength of its own look, and this one sees that it is not drained. */
export async function undoUndrained(ctx: Context, victim: string, unseen: StepOutcome): Promise<void> {
  const doubt = new RekeyError('RK8004', 'reason' in unseen ? unseen.reason : 'it is not drained');
  const { pass, rows } = ctx.state;
  const mayBeRevoked = rows[`${pass}/revoke`]?.intent !== undefined;
  await undoOrRemember(ctx, victim, doubt, () => enableAgain(ctx, victim)).catch((thrown: unknown) => {
    // A revoke of that process has landed, though the list may not show it yet: there is nothing to enable, and the next look tells.
    if (!mayBeRevoked || asRekeyError(thrown).kind !== 'gone') throw thrown;
    delete ctx.memory.leftOff;
  });
  noteFailure(ctx.ledger, `${pass}/disable`, doubt, true);
}

/** What cannot be enabled again is told to a person, and tried first by the next run. */
export async function undoOrRemember(
  ctx: Context,
  id: string,
  doubt: Pick<RekeyError, 'code' | 'message'> | OffWait,
  enables: () => Promise<void>,
): Promise<void> {
  try {
    await enables();
  } catch (thrown) {
    const failed = `${id} may be disabled and could not be enabled again: ${asRekeyError(thrown).message}`;
    if (!ctx.ledger.lost)
      ctx.memory.leftOff =
        'after' in doubt
          ? { id, code: doubt.after, reason: doubt.reason }
          : { id, code: doubt.code, reason: `${doubt.message}; ${failed}` };
    throw thrown;
  }
}

type OffWait = WaitFact & { readonly after: Code };

/** A run before this one could not enable the victim, and nobody has tried since. No other wait of these rows has both a code and a person. */
export function leftOff({ state }: Context): OffWait | undefined {
  const enabled = state.rows[`${state.pass}/disable`]?.intent;
  return (['disable', 'revoke'] as const)
    .map((step) => state.rows[`${state.pass}/${step}`]?.wait)
    .find(
      (wait): wait is OffWait =>
        wait?.after !== undefined && wait.person !== undefined && !(enabled && enabled.at > wait.at),
    );
}

/** Before a rotation is left by itself, or blocked from outside: what may be off is switched on again. */
export async function leaveEnabled(ctx: Context): Promise<void> {
  if (isOff(ctx.state)) await enableAgain(ctx, victimOf(ctx.state));
}

/** The victim may be disabled, and no revoke was sent. */
export const isOff = (state: RotationState): boolean =>
  mayBeOff(state) && state.rows[`${state.pass}/revoke`]?.intent === undefined;

/** The same, because of a fault that blocks it, of whatever is not gone. What cannot be enabled is told, and tried again. */
export async function leaveEnabledAfter(ctx: Context, doubt: RekeyError): Promise<void> {
  if (!mayBeOff(ctx.state)) return;
  const victim = victimOf(ctx.state);
  await undoOrRemember(ctx, victim, doubt, () => enableAgain(ctx, victim)).catch((thrown: unknown) => {
    ctx.ports.log.warning(`  enable ${victim}: ${asRekeyError(thrown).line}`);
  });
}

function mayBeOff({ pass, rows }: RotationState): boolean {
  const row = rows[`${pass}/disable`];
  return (row?.intent ?? row?.result) !== undefined && rows[`${pass}/revoke`]?.result === undefined;
}

/** Under an intent of its own, which also shows that the key is still ours to touch. */
export async function enableAgain(ctx: Context, victim: string, after?: RekeyError): Promise<void> {
  await ctx.intend(ctx.rowId('disable'), { id: victim, enables: true });
  await enable(ctx, victim, after);
}

/**
 * Undo. It asks nobody: an enabled old key harms nobody. Where a disable is on its way whose end nobody saw, once more when it
 * can no longer arrive.
 */
export async function enable(ctx: Context, victim: string, after?: RekeyError): Promise<void> {
  await keepEnabling(ctx, victim);
  const { intent, unsettled = 0 } = ctx.row(ctx.rowId('disable')) ?? {};
  if (!intent || (unsettled < 2 && after?.kind !== 'unknown')) return;
  await ctx.ports.clock.sleep(millis(intent.at) + WINDOW + TIMEOUT - ctx.now(), ctx.ports.signal);
  await keepEnabling(ctx, victim);
}

/** While there is time it does not give up, because consumers may be failing. */
async function keepEnabling(ctx: Context, victim: string): Promise<void> {
  let tries = 0;
  for (let pause = SECOND; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    const sinceEnable = stopwatch(ctx.ports.clock);
    try {
      await enableOnce(ctx, victim);
      return;
    } catch (thrown) {
      const error = asRekeyError(thrown);
      if (error.kind === 'unknown') ctx.memory.sinceEnable = sinceEnable;
      // The revoke of an earlier process has landed; a list that is late may still show the key.
      if (error.kind === 'gone' && ctx.row(ctx.rowId('revoke'))?.intent) return;
      const { passes } = error.traits;
      tries += 1;
      // What is gone cannot be enabled, and some vendors answer with a fault then; a look takes time that consumers may not have.
      if ((!passes || tries === TRIES) && (await isGoneAfter(ctx, victim, error)) === true) return;
      if (!passes || ctx.left < MINUTE) throw error;
      ctx.ports.log.warning(`  enable ${victim}: ${error.line}`);
      await ctx.ports.clock.sleep(error.retryAfter ?? pause);
    }
  }
}

/** What this process did not disable itself, the journal says is disabled: a person may have switched off a key of somebody else. */
async function enableOnce(ctx: Context, victim: string): Promise<void> {
  if (ctx.memory.disabled !== victim && !(await isOurs(ctx, knownOf(ctx, victim))))
    throw new RekeyError(
      'RK8004',
      `${ctx.name}: ${victim} is not enabled: only the journal says that this id is ours.`,
    );
  await ctx.subject.vendor.enable?.(victim);
}

/** One whose answer was lost may still arrive, and would end the next watch unseen. */
export async function enablesHaveLanded(ctx: Context): Promise<void> {
  const since = ctx.memory.sinceEnable?.() ?? Infinity;
  await ctx.sleep(WINDOW + TIMEOUT - since);
}
