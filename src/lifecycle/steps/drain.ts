import { quietSince } from '../drainTimes';
import { DAY, instant, millis, MINUTE, type Instant } from '../../domain/time';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { roles } from '../roles';
import { FEW_CALLS, type Step } from './step';

/** The grace period is over and the victim is silent. Rekey itself never calls the vendor with the victim before this row is done. */
export const drain: Step = {
  applies: (ctx) => roles(ctx.state, ctx.subject.entry.keyId).victimExists,
  run,
  budget: FEW_CALLS,
};

async function run(ctx: Context): Promise<Outcome> {
  const until = (await quietSince(ctx)) + ctx.grace;
  const { lastUsedLag, lastUsed: sees } = ctx.subject.vendor.capabilities;
  const look = sees ? until + lastUsedLag : until;
  const latest = instant(look + ctx.state.snapshot.drainLimit);
  if (ctx.now() < look) {
    return {
      is: 'wait',
      until: instant(look),
      latest,
      then: 'a person is asked',
      reason: 'the grace period; the old key still works',
    };
  }
  const silence = await lastUse(ctx);
  if (silence === undefined) return done('not observed', { silent: 'not observed', until: instant(until) });
  if (silence === null || millis(silence) <= until) {
    return done('observed', {
      silent: 'observed',
      until: instant(until),
      ...(silence === null ? {} : { lastUsed: silence }),
    });
  }
  return stillUsed(ctx, silence, latest);
}

/** By the vendor's clock. null: never. undefined: no such field, or a null that means nothing. */
async function lastUse(ctx: Context): Promise<Instant | undefined | null> {
  const { vendor, entry } = ctx.subject;
  const { victim } = roles(ctx.state, entry.keyId);
  if (!vendor.capabilities.lastUsed || victim === undefined) return undefined;
  const { credentials, complete } = await vendor.list();
  const listed = credentials.find(({ id }) => id === victim);
  if (!listed) return complete ? null : undefined;
  if (listed.lastUsed === undefined || listed.lastUsed === null)
    return vendor.capabilities.nullMeansNever ? null : undefined;
  return listed.lastUsed;
}

function stillUsed(ctx: Context, lastUsed: Instant, latest: Instant): Outcome {
  const reason = `the old key was last used at ${lastUsed}, after its grace period: something that is not listed still holds it`;
  if (ctx.now() < millis(latest)) {
    const pause = Math.max(MINUTE, ctx.subject.vendor.capabilities.lastUsedLag);
    return { is: 'wait', until: instant(ctx.now() + pause), latest, then: 'a person is asked', reason };
  }
  return {
    is: 'wait',
    until: instant(ctx.now() + DAY),
    latest: instant(ctx.now() + 30 * DAY),
    then: 'it stays as it is',
    reason,
    person:
      'Find who still uses the old key and add it to used_by; the rotation goes on by itself once the key is silent.',
  };
}
