import { drainTimes, silentAt, skewOf, type DrainTimes } from '../revocation/drainTimes';
import { DAY, instant, MINUTE, spoken, when, type Instant, type Millis } from '../../domain/tools/time';
import { RekeyError } from '../../domain/errors';
import { sentenceList } from '../../domain/tools/text';
import type { Context } from '../context';
import { isIn } from '../inList';
import { done, type StepOutcome, waitUntil } from '../stepOutcome';
import { roles } from '../revocation/roles';
import { stopwatch } from '../stopwatch';
import { leftAsTheyAre } from './deploy';
import { victimParts } from '../values';
import { mustBeWell } from './check';
import { fewCalls, type Step } from './step';

/**
 * The grace period is over, the victim is silent, and every workload is well with the survivor. Rekey itself never calls the
 * vendor with the victim before this row is done. Once it is revoked there is nothing to wait for.
 */
export const drain: Step = {
  applies: ({ state, subject }) =>
    roles(state, subject.entry.keyId).victimExists && !state.rows[`${state.pass}/revoke`]?.result,
  run,
  budget: fewCalls,
};

async function run(ctx: Context): Promise<StepOutcome> {
  const times = await drainTimes(ctx);
  const latest = latestOf(ctx, times);
  // A list may come long after it was asked for, and shows no use in between.
  const asked = ctx.now();
  const sinceAsked = stopwatch(ctx.ports.clock);
  if (asked < times.look) {
    return waitUntil(times.look, {
      latest: latest,
      then: 'a person is asked',
      reason: times.isPruned ? `${waitsFor(ctx, times)}; ${PRUNED}` : waitsFor(ctx, times),
    });
  }
  const lastUsed = await lastUse(ctx);
  if (lastUsed === CUT || lastUsed === HIDDEN) return unseen(ctx, latest, lastUsed);
  if (typeof lastUsed === 'string' && silentAt(ctx, lastUsed, times) > asked)
    return stillUsed(ctx, lastUsed, times, latest);
  const left = leftAsTheyAre(ctx);
  if (lastUsed === undefined && left.length > 0) return unrolled(ctx, latest, left);
  await mustBeWell(ctx);
  ctx.memory.sinceDrained = sinceAsked;
  const until = instant(times.until);
  if (lastUsed === undefined) return done('not observed', { silent: 'not observed', until });
  return done('observed', { silent: 'observed', until, ...(lastUsed === null ? {} : { lastUsed }) });
}

const CUT = Symbol('cut');
const HIDDEN = Symbol('hidden');
const PRUNED =
  'it counts from the newest version of the secret, because the store no longer keeps the version written by the switch: raise max_versions';

const dying = ({ state }: Context): 'old' | 'new' => (state.pass === 'back' ? 'new' : 'old');

/** The grace period to its end; where that is not enough, what must be seen after it, and which settings make it last. */
function waitsFor(ctx: Context, { until, look }: DrainTimes): string {
  const grace = `grace period of ${spoken(ctx.grace)}, to ${when(until)}`;
  if (look <= until) return grace;
  const lag = spoken(ctx.subject.vendor.capabilities.lastUsedLag);
  const why = `limits.last_used_lag of ${ctx.subject.entry.vendor} is ${lag}, clocks may differ by ${spoken(skewOf(ctx))}`;
  return `${grace}, then silence of the ${dying(ctx)} key until ${when(look)} (${why})`;
}

/** However often times move while it waits, a person is asked in the end. */
function latestOf(ctx: Context, { look, silence }: DrainTimes): Millis {
  const { pass } = ctx.state;
  const longest = ctx.grace + silence + 2 * ctx.subject.vendor.capabilities.lastUsedLag;
  return Math.min(look, ctx.waitingSince(`${pass}/drain`) + longest) + ctx.drainLimit;
}

/**
 * By the vendor's clock. null: never. undefined: no such field, or a null that means nothing. CUT: the list ended before it.
 * HIDDEN: the list says that it is complete, and is not.
 */
async function lastUse(ctx: Context): Promise<Instant | undefined | null | typeof CUT | typeof HIDDEN> {
  const { vendor, entry } = ctx.subject;
  const { victim, survivor } = roles(ctx.state, entry.keyId);
  if (!vendor.capabilities.lastUsed || victim === undefined) return undefined;
  const { credentials, complete } = await vendor.list();
  const listed = credentials.find(({ id }) => id === victim);
  if (!listed && !complete) return CUT;
  if (!listed) return survivor !== undefined && !isIn({ credentials }, survivor) ? HIDDEN : absent(ctx);
  if (listed.lastUsed === undefined || listed.lastUsed === null)
    return vendor.capabilities.nullMeansNever ? null : undefined;
  return listed.lastUsed;
}

/**
 * Not in a list that says that it is complete. Gone only when the vendor refuses it: a person may have deleted it. Asking with it counts as
 * a use, which here no list would show.
 */
async function absent(ctx: Context): Promise<undefined | null | typeof HIDDEN> {
  const parts = await victimParts(ctx);
  if (!parts) return undefined;
  const verdict = await ctx.subject.vendor.verify(parts);
  if (verdict.answer !== 'unknown') return verdict.answer === 'refused' ? null : HIDDEN;
  throw new RekeyError('RK5006', `The vendor does not say whether it accepts the old key: ${verdict.why}.`);
}

function stillUsed(ctx: Context, lastUsed: Instant, times: DrainTimes, latest: Millis): StepOutcome {
  return notSilent(ctx, latest, {
    until: Math.max(ctx.now() + MINUTE, silentAt(ctx, lastUsed, times)),
    reason: `the ${dying(ctx)} key was last used at ${lastUsed}: something that is not listed still holds it`,
    person: `Find who still uses the ${dying(ctx)} key and add it to used_by; the rotation continues by itself once the key is silent.`,
  });
}

/** Absence from a list that was cut, or that hides a key that works, says nothing. */
function unseen(ctx: Context, latest: Millis, why: typeof CUT | typeof HIDDEN): StepOutcome {
  const said =
    why === CUT ? `was cut before the ${dying(ctx)} key` : 'does not hold a key that the vendor accepts';
  return notSilent(ctx, latest, {
    until: ctx.now() + LOOK_AGAIN,
    reason: `the vendor's list ${said}, so nobody can see whether the ${dying(ctx)} key is silent`,
    person: `Describe how the next page of the vendor's list is found (next:), or raise max_pages; the rotation continues by itself once the ${dying(ctx)} key is seen.`,
  });
}

/** An instance that restarted by itself may hold the key that is to die, and nobody has seen that none does. */
function unrolled(ctx: Context, latest: Millis, left: readonly string[]): StepOutcome {
  const names = sentenceList(left);
  return notSilent(ctx, latest, {
    until: ctx.now() + LOOK_AGAIN,
    reason: `the rollout of ${names} was refused, and the vendor does not show when the ${dying(ctx)} key was last used`,
    person: `See that no instance of ${names} holds the ${dying(ctx)} key, then delete that key at the vendor by hand: the rotation continues by itself`,
  });
}

const LOOK_AGAIN = 10 * MINUTE;

interface NotSilent {
  readonly until: Millis;
  readonly reason: string;
  readonly person: string;
}

function notSilent(ctx: Context, latest: Millis, { until, reason, person }: NotSilent): StepOutcome {
  if (ctx.now() < latest) return waitUntil(until, { latest: latest, then: 'a person is asked', reason });
  return waitUntil(ctx.now() + DAY, { latest: latest + 30 * DAY, then: 'it stays as it is', reason, person });
}
