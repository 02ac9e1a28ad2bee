import { resultOf } from '../../domain/rotation';
import { DAY, instant } from '../../domain/time';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { roles } from '../roles';
import { oldParts } from '../values';
import { mustBeKillable } from '../witnesses';
import { FEW_CALLS, type Step } from './step';

/** The line. From here on the victim never becomes current again, for anybody; an id that nobody knows is never guessed. */
export const condemn: Step = {
  applies: (ctx) => roles(ctx.state, ctx.subject.entry.keyId).victimExists,
  run,
  budget: FEW_CALLS,
  brakes: true,
};

async function run(ctx: Context): Promise<Outcome> {
  const { victim, everCurrent } = roles(ctx.state, ctx.subject.entry.keyId);
  if (victim === undefined) return unknownId(ctx);
  await mustBeKillable(ctx, { victim, everCurrent });
  ctx.ledger.note({
    type: 'condemn',
    credential: victim,
    why: `pass ${ctx.state.pass} of rotation ${ctx.state.rotation}`,
  });
  return done('did', { id: victim });
}

/** new is live and healthy, old is left alone: a person names the id, or revokes it by hand, which is then proved. */
async function unknownId(ctx: Context): Promise<Outcome> {
  const parts = await oldParts(ctx);
  if (parts && (await ctx.subject.vendor.verify(parts)).answer === 'refused')
    return done('found', { id: '' });
  const { name } = ctx.state.snapshot;
  return {
    is: 'wait',
    until: instant(ctx.now() + DAY / 24),
    latest: instant(ctx.now() + 30 * DAY),
    then: 'the old key stays alive',
    reason: `${name}: I do not know the id of the old key, so I will not revoke anything. The new key is live and healthy; the old one still works`,
    person: `Write key_id: of the old key under keys.${name} in the config, or revoke the old key by hand at the vendor: then it is proved. For next time: add whoami to the vendor`,
  };
}

/** The id that was condemned in this pass; empty: killed by hand, id unknown. */
export function condemnedId(ctx: Context): string | undefined {
  return resultOf(ctx.state, ctx.state.pass, 'condemn')?.id;
}
