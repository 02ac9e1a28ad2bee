import { RekeyError } from '../../domain/errors';
import type { Context } from '../context';
import { done, type StepOutcome } from '../stepOutcome';
import { current } from '../values';
import { always, fewCalls, type Step } from './step';

/** A key that Rekey did not create: identified, verified, recorded. Nothing outside is changed; its clock starts. */
export const adopt: Step = { applies: always, run, budget: fewCalls };

async function run(ctx: Context): Promise<StepOutcome> {
  const { parts } = await current(ctx);
  if (!parts) throw new RekeyError('RK4002', `${ctx.ref.path} has no key to adopt.`);
  const verdict = await ctx.subject.vendor.verify(parts);
  if (verdict.answer === 'refused') {
    throw new RekeyError(
      'RK5011',
      `${ctx.name}: the vendor refuses the key in ${ctx.ref.path} (${verdict.status}).`,
    );
  }
  if (verdict.answer === 'unknown')
    throw new RekeyError('RK5006', `${ctx.name}: the key in use could not be verified: ${verdict.why}.`);
  const claimed = ctx.claimed;
  const id = claimed?.oldId;
  return done('observed', id === undefined ? {} : { id, how: claimed?.oldHow ?? '' });
}
