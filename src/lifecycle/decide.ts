import type { RekeyError } from '../domain/errors';
import { CODES, type Code } from '../domain/errorCodes';
import { kindInfo, type Kind } from '../domain/errorKinds';
import type { RowId } from '../domain/journal/facts';
import { rowParts } from '../domain/journal/rowId';
import { infoOf } from '../domain/steps';
import { DAY, instant, millis, MINUTE, SECOND, type Millis } from '../domain/tools/time';
import type { Context, LeftOff } from './context';
import { adviceOf, type StepOutcome, block, turn, waitUntil } from './stepOutcome';
import { lineCrossed, promoted } from './revocation/roles';

const LONGEST_PAUSE = 15 * MINUTE;

/** What a failed step means, by the kind of the error and by where the rotation stands. Nothing else decides. */
export function decide(ctx: Context, row: RowId, error: RekeyError, tries: number): StepOutcome {
  if (ctx.memory.leftOff) return stillOff(ctx, ctx.memory.leftOff);
  const end = patienceEnds(ctx, row, error);
  if (ctx.now() < end) return tryLater(ctx, row, error, end, tries);
  const { code, message: why } = error;
  const to = wayBack(ctx, row, error.kind);
  // An open promote is settled by `fence`, the first row of discard.
  const advice = adviceOf(error);
  return to === undefined ? block(code, why, advice) : turn(to, why, { code, ...advice });
}

/** What is blocked leaves nothing disabled, so this continues for as long as it takes: `disable` looks for it first. */
function stillOff(ctx: Context, { id, code, reason }: LeftOff): StepOutcome {
  return waitUntil(ctx.now() + LONGEST_PAUSE, {
    latest: ctx.now() + DAY,
    then: 'it is tried again',
    reason,
    person: `Enable ${id} at ${ctx.subject.entry.vendor} by hand if anything still uses it, and fix what the reason names`,
    after: code,
  });
}

/** Trouble that goes by itself; any other is a verdict. */
export const isPassing = (code: Code): boolean => kindInfo(CODES[code].kind).patience !== undefined;

/** Asking again is in vain: by the kind of the error, or because it has lasted too long. */
export function isFinal(ctx: Context, row: RowId, error: RekeyError): boolean {
  return ctx.now() >= patienceEnds(ctx, row, error);
}

function patienceEnds(ctx: Context, row: RowId, { traits }: RekeyError): Millis {
  return millis(ctx.row(row)?.firstFailure ?? instant(ctx.now())) + (traits.patience ?? 0);
}

/**
 * Before promote there is nothing to lose by giving up. Until every workload was checked with new, old is the safer one. After
 * that both are well, and an edit of the config harms nobody: going back would be the only danger, so a person looks.
 */
function wayBack({ state }: Context, row: RowId, kind: Kind): 'back' | 'discard' | undefined {
  if (state.pass !== 'forward' || lineCrossed(state)) return undefined;
  if (!promoted(state)) return 'discard';
  const step = rowParts(row)?.step;
  const isRollout = step !== undefined && infoOf(step).perWorkload;
  return isRollout && !kindInfo(kind).harmless ? 'back' : undefined;
}

function tryLater(ctx: Context, row: RowId, error: RekeyError, end: Millis, tries: number): StepOutcome {
  const pause =
    error.retryAfter ??
    Math.min(SECOND * 2 ** Math.min(tries, 12), LONGEST_PAUSE) * (0.75 + ctx.ports.random.fraction() / 2);
  return waitUntil(ctx.now() + pause, {
    latest: end,
    then: wayBack(ctx, row, error.kind) === undefined ? 'a person is asked' : 'the rotation is undone',
    reason: error.message,
    after: error.code,
  });
}
