import { samePartsTrimmed, type Parts } from '../../domain/credential';
import { RekeyError } from '../../domain/errors';
import { resultOf } from '../../domain/journal/rotation';
import { DAY, MINUTE, SECOND } from '../../domain/tools/time';
import { oldAnswers } from '../revocation/accepted';
import type { Context } from '../context';
import { mustBePublic, otherOwner } from '../ids';
import { done, type StepOutcome, turn, block, waitUntil } from '../stepOutcome';
import { newParts, oldParts } from '../values';
import { fewCalls, type Step } from './step';

const TIMES = 3;

/** forward: new is accepted, and is not old. back: previous is still accepted, before it is promoted again. */
export const verify: Step = {
  applies: ({ state }) => state.pass === 'forward' || resultOf(state, 'forward', 'claim')?.old === 'present',
  run,
  budget: fewCalls,
};

async function run(ctx: Context): Promise<StepOutcome> {
  const forward = ctx.state.pass === 'forward';
  const parts = forward ? await newParts(ctx) : await oldParts(ctx);
  if (!parts) {
    if (forward) return turn('discard', 'the value of the new key is gone from the staging slot');
    return block('RK4002', 'the value of the previous key is no longer in the store');
  }
  if (forward) await mustDiffer(ctx, parts);
  return accepted(ctx, parts, forward);
}

async function accepted(ctx: Context, parts: Parts, forward: boolean): Promise<StepOutcome> {
  const begun = ctx.ports.clock.monotonic();
  const budget = forward ? ctx.subject.vendor.capabilities.propagation : 0;
  const expected = forward ? ctx.created?.id : undefined;
  for (let count = 0; ;) {
    const spent = ctx.ports.clock.monotonic() - begun;
    const verdict = await ctx.subject.vendor.verify(parts);
    if (verdict.answer === 'accepted') {
      await mustSay(ctx, parts, verdict.id, expected);
      count += 1;
      if (count < TIMES) continue;
      await mustBeItself(ctx, parts, expected);
      return done('observed', { accepted: count, ...(forward ? await oldAnswers(ctx) : {}) });
    }
    count = 0;
    if (spent < budget) {
      await ctx.sleep(Math.min(budget - spent, Math.max(SECOND / 5, spent)));
      continue;
    }
    if (verdict.answer === 'unknown') return unknown(ctx, verdict.why);
    const key = forward ? 'the new key' : 'the previous key';
    if (!forward)
      return block(
        'RK5016',
        `the vendor refuses ${key} (${verdict.status}), so it is not made current again`,
      );
    const after = `${Math.round(spent / SECOND)} s after it was made`;
    throw new RekeyError(
      'RK5010',
      `The vendor refuses ${key} (${verdict.status}), ${after}${await asWellAs(ctx)}.`,
    );
  }
}

/** Both refused: it is rather the description that is wrong. */
async function asWellAs(ctx: Context): Promise<string> {
  const old = await oldParts(ctx);
  const isRefused = old && (await ctx.subject.vendor.verify(old)).answer === 'refused';
  return isRefused === true ? ', and the key in use as well' : '';
}

async function mustSay(ctx: Context, parts: Parts, told?: string, made?: string): Promise<void> {
  if (made === undefined || told === undefined || told === made) return;
  await mustBePublic(ctx, told, 'what the new key says its id is', parts);
  throw notItself(told, made);
}

async function mustBeItself(ctx: Context, parts: Parts, made: string | undefined): Promise<void> {
  const other = made === undefined ? undefined : await otherOwner(ctx, parts, made);
  if (other !== undefined) throw notItself(other, made);
}

/** A value that works, and that belongs to a key which nobody made for us. */
const notItself = (told: string, made = ''): RekeyError =>
  new RekeyError('RK5009', `The new key says it is ${told}, but the vendor made ${made}.`);

function unknown(ctx: Context, why: string): StepOutcome {
  const latest = ctx.waitingSince(ctx.rowId('verify')) + DAY;
  if (ctx.now() > latest)
    throw new RekeyError('RK5010', `For a day the vendor did not say whether it accepts the key: ${why}.`);
  return waitUntil(ctx.now() + MINUTE, {
    latest: latest,
    then: ctx.state.pass === 'forward' ? 'the new key is discarded' : 'a person is asked',
    reason: `the vendor does not say whether it accepts the key: ${why}`,
  });
}

async function mustDiffer(ctx: Context, parts: Parts): Promise<void> {
  const old = await oldParts(ctx);
  if (old && samePartsTrimmed(old, parts))
    throw new RekeyError('RK5009', 'The new key has the same value as the old one.');
}
