import type { Parts } from '../../domain/credential';
import { RekeyError } from '../../domain/errors';
import { resultOf } from '../../domain/journal/rotation';
import { SECOND } from '../../domain/tools/time';
import type { Context } from '../context';
import { oldParts, victimParts } from '../values';

/**
 * Whether the vendor has accepted the victim in this rotation. Only then its refusal is a death: a value that was cut, or that a vendor
 * does not know yet, is refused while its key lives.
 */
export function wasAccepted({ state }: Context): boolean {
  if (resultOf(state, state.pass, 'condemn')?.accepted === true) return true;
  const verified = resultOf(state, 'forward', 'verify');
  return state.pass === 'forward' ? verified?.old === 'accepted' : verified !== undefined;
}

/** Before the switch, for after it the old key must fall silent. What is left open here is asked again once it is drained. */
export async function oldAnswers(ctx: Context): Promise<{ old?: 'accepted' }> {
  if (ctx.state.kind !== 'rotate') return {};
  const parts = await oldParts(ctx);
  return parts && (await answers(ctx, parts)) === 'accepted' ? { old: 'accepted' } : {};
}

/**
 * Before the line, where nobody has seen it yet. A key that was never current is not asked: a use would make it look like one that
 * somebody holds. RK5006 when there is no clear answer.
 */
export async function victimAnswers(ctx: Context, everCurrent: boolean): Promise<{ accepted?: true }> {
  if (!everCurrent || wasAccepted(ctx)) return {};
  const parts = await victimParts(ctx);
  if (!parts) return {};
  const answer = await answers(ctx, parts);
  if (answer === 'unknown')
    throw new RekeyError('RK5006', 'The vendor does not say whether it accepts the key that is to die.');
  return answer === 'accepted' ? { accepted: true } : {};
}

const TRIES = 3;

/** A fault of the moment is asked past. */
async function answers(ctx: Context, parts: Parts): Promise<'accepted' | 'refused' | 'unknown'> {
  for (let tries = 1; ; tries += 1) {
    const { answer } = await ctx.subject.vendor.verify(parts);
    if (answer !== 'unknown' || tries === TRIES) return answer;
    await ctx.sleep(tries * SECOND);
  }
}
