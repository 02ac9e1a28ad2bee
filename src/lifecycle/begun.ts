import { infoOf, type StepName } from '../domain/steps';
import { DAY, HOUR, millis } from '../domain/tools/time';
import type { Context } from './context';
import { type StepOutcome, waitUntil } from './stepOutcome';
import { heldSlot } from './slot';

/**
 * A rotation that another process began was started under policy if the store holds the slot for it: only a process with a login takes
 * it. Where nobody but the journal says so it starts now, if windows and reviewers allow it. Undefined: it may go on.
 */
export async function notBegun(ctx: Context, step: StepName): Promise<StepOutcome | undefined> {
  const { unstarted = [] } = ctx.ports;
  const isStart = ctx.state.pass === 'forward' && !infoOf(step).afterwards;
  if (unstarted.length === 0 || !isStart || ctx.memory.isBegun || ctx.isBegunHere) return undefined;
  if (await heldSlot(ctx)) {
    ctx.memory.isBegun = true;
    return undefined;
  }
  const until = unstarted.map((finding) => finding.until).filter((at) => at !== undefined);
  const next = Math.max(ctx.now() + (until.length === 0 ? HOUR : 0), ...until.map(millis));
  const reason = unstarted.map(({ message }) => message).join('; ');
  const reviewer = unstarted.find(({ until: opens }) => opens === undefined)?.message;
  return waitUntil(next, {
    latest: next + 30 * DAY,
    then: 'a person is asked',
    reason: `only the journal says that it was started: ${reason}`,
    ...(reviewer !== undefined && { person: reviewer }),
  });
}
