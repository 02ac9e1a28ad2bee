import { RekeyError } from '../../domain/errors';
import type { Permit } from '../../domain/ports';
import { resultOf } from '../../domain/journal/rotation';
import { DAY, HOUR, millis } from '../../domain/tools/time';
import { victimAnswers } from '../revocation/accepted';
import type { Context } from '../context';
import { mustBePublic } from '../ids';
import { done, type StepOutcome, waitUntil } from '../stepOutcome';
import { roles } from '../revocation/roles';
import { oldParts, victimParts } from '../values';
import { FRESH, mustBeRevocable } from '../revocation/mustBeRevocable';
import { lastLook } from './lastLook';
import { fewCalls, type Step } from './step';

/** The line. From here on the victim never becomes current again, for anybody; an id that nobody knows is never guessed. */
export const condemn: Step = {
  applies: (ctx) => roles(ctx.state, ctx.subject.entry.keyId).victimExists,
  run,
  budget: fewCalls,
};

async function run(ctx: Context): Promise<StepOutcome> {
  const { victim, everCurrent } = roles(ctx.state, ctx.subject.entry.keyId);
  if (victim !== undefined) mustBeNamedNow(ctx, victim);
  const undrained = everCurrent ? await lastLook(ctx, FRESH) : undefined;
  if (undrained) return undrained;
  if (victim === undefined) return unknownId(ctx);
  await mustBePublic(ctx, victim, 'the id of the key that is to go', await victimParts(ctx));
  const seen = await victimAnswers(ctx, everCurrent);
  // A machine that was suspended meanwhile has seen an old world.
  let isFresh: Permit;
  do isFresh = await mustBeRevocable(ctx, { victim, everCurrent });
  while (!isFresh());
  ctx.ledger.note({
    type: 'condemn',
    credential: victim,
    why: `pass ${ctx.state.pass} of rotation ${ctx.state.rotation}`,
  });
  return done('did', { id: victim, ...seen });
}

/** key_id of today names the old key where nothing else did; one that an earlier rotation condemned is another key. */
function mustBeNamedNow({ state, ledger, subject, name }: Context, victim: string): void {
  const isSaidOnly = state.pass === 'forward' && resultOf(state, 'forward', 'claim')?.oldId === undefined;
  if (!isSaidOnly || !ledger.key.condemned.includes(victim) || state.condemned.includes(victim)) return;
  throw new RekeyError(
    'RK5003',
    `${name}: key_id in the config names ${subject.entry.keyId ?? ''}, which an earlier rotation has condemned, so it is not the old key. Nothing was revoked.`,
    { next: 'Correct key_id, or take it out and revoke the old key by hand.' },
  );
}

/** new is live and healthy, old is left alone: a person names the id, or revokes it by hand, which is then proved. */
async function unknownId(ctx: Context): Promise<StepOutcome> {
  const parts = await oldParts(ctx);
  const verdict = parts && (await ctx.subject.vendor.verify(parts));
  if (verdict?.answer === 'refused') return done('found', { id: '' });
  const { name } = ctx;
  const reason = `${name}: I do not know the id of the old key, so I will not revoke anything. The new key is live and healthy; the old one still works`;
  return waitUntil(ctx.now() + HOUR, {
    latest: millis(ctx.row(ctx.rowId('drain'))?.result?.at ?? ctx.state.started) + 30 * DAY,
    then: 'the old key stays alive',
    reason,
    person: `Write key_id: of the old key under keys.${name} in the config, or revoke the old key by hand at the vendor: then it is proved. For next time: add whoami to the vendor`,
  });
}
