import type { RekeyError } from '../domain/errors';
import type { RowId } from '../domain/facts';
import { DAY, instant, millis, MINUTE, SECOND, type Millis } from '../domain/time';
import type { Context } from './context';
import type { Outcome } from './outcome';
import { lineCrossed, promoted, promoteOpen } from './roles';

/** How long an outage may last before it counts as a failure. */
const OUTAGE = DAY;
const LONGEST_PAUSE = 15 * MINUTE;

/** What a failed step means, by the kind of the error and by where the rotation stands. Nothing else decides. */
export function decide(ctx: Context, row: RowId, error: RekeyError, tries: number): Outcome {
  const passing = error.kind === 'throttled' || error.kind === 'transient' || error.kind === 'unknown';
  if (passing) {
    const first = millis(ctx.row(row)?.firstFailure ?? instant(ctx.now()));
    if (ctx.now() < first + OUTAGE) return tryLater(ctx, error, first, tries);
  }
  if (ctx.state.pass !== 'forward' || lineCrossed(ctx.state)) {
    return { is: 'block', code: error.code, why: error.message };
  }
  if (promoted(ctx.state)) return { is: 'turn', to: 'back', why: error.message, code: error.code };
  if (ctx.state.kind === 'remove') return { is: 'block', code: error.code, why: error.message };
  // An open promote is settled by `fence`, the first row of discard.
  return {
    is: 'turn',
    to: 'discard',
    why: promoteOpen(ctx.state) ? `${error.message} (a promote is open)` : error.message,
    code: error.code,
  };
}

function tryLater(ctx: Context, error: RekeyError, first: Millis, tries: number): Outcome {
  const pause =
    error.retryAfter ??
    Math.min(SECOND * 2 ** Math.min(tries, 12), LONGEST_PAUSE) * (0.75 + ctx.ports.random.fraction() / 2);
  return {
    is: 'wait',
    until: instant(ctx.now() + pause),
    latest: instant(first + OUTAGE),
    then:
      ctx.state.pass === 'forward' && !lineCrossed(ctx.state)
        ? 'the rotation is undone'
        : 'a person is asked',
    reason: error.message,
  };
}
