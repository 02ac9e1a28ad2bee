import { drainTimes, silentAt, skewOf, type DrainTimes } from '../drainTimes';
import { DAY, instant, MINUTE, spoken, when, type Instant, type Millis } from '../../domain/time';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { roles } from '../roles';
import { stopwatch } from '../stopwatch';
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

async function run(ctx: Context): Promise<Outcome> {
  const times = await drainTimes(ctx);
  const latest = latestOf(ctx, times);
  // A list may come long after it was asked for, and shows no use in between.
  const asked = ctx.now();
  const sinceAsked = stopwatch(ctx.ports.clock);
  if (asked < times.look) {
    return {
      is: 'wait',
      until: instant(times.look),
      latest: instant(latest),
      then: 'a person is asked',
      reason: times.isPruned ? `${waitsFor(ctx, times)}; ${PRUNED}` : waitsFor(ctx, times),
    };
  }
  const lastUsed = await lastUse(ctx);
  if (lastUsed === CUT) return cutList(ctx, latest);
  if (typeof lastUsed === 'string' && silentAt(ctx, lastUsed, times) > asked)
    return stillUsed(ctx, lastUsed, times, latest);
  await mustBeWell(ctx);
  ctx.memory.sinceDrained = sinceAsked;
  const until = instant(times.until);
  if (lastUsed === undefined) return done('not observed', { silent: 'not observed', until });
  return done('observed', { silent: 'observed', until, ...(lastUsed === null ? {} : { lastUsed }) });
}

const CUT = Symbol('cut');
const PRUNED =
  'it counts from the newest version of the secret, because the store no longer keeps the version written by the switch: raise max_versions';

const dying = ({ state }: Context): 'old' | 'new' => (state.pass === 'back' ? 'new' : 'old');

/** The grace period to its end; where that is not enough, what must be seen after it, and which settings make it last. */
function waitsFor(ctx: Context, { until, look }: DrainTimes): string {
  const which = dying(ctx);
  const grace = `grace period of ${spoken(ctx.grace)}, to ${when(until)}`;
  const works = `the ${which} key still works`;
  if (look <= until) return `${grace}; ${works}`;
  const lag = ctx.subject.vendor.capabilities.lastUsedLag;
  return `${grace}, then silence of the ${which} key, to be seen at ${when(look)} (a use shows up to ${spoken(lag)} late: limits.last_used_lag of ${ctx.subject.entry.vendor}; clocks may differ by ${spoken(skewOf(ctx))}); ${works}`;
}

/** However often times move while it waits, a person is asked in the end. */
function latestOf(ctx: Context, { look, silence }: DrainTimes): Millis {
  const { pass } = ctx.state;
  const longest = ctx.grace + silence + 2 * ctx.subject.vendor.capabilities.lastUsedLag;
  return Math.min(look, ctx.waitingSince(`${pass}/drain`) + longest) + ctx.drainLimit;
}

/** By the vendor's clock. null: never. undefined: no such field, or a null that means nothing. CUT: the list ended before it. */
async function lastUse(ctx: Context): Promise<Instant | undefined | null | typeof CUT> {
  const { vendor, entry } = ctx.subject;
  const { victim } = roles(ctx.state, entry.keyId);
  if (!vendor.capabilities.lastUsed || victim === undefined) return undefined;
  const { credentials, complete } = await vendor.list();
  const listed = credentials.find(({ id }) => id === victim);
  if (!listed) return complete ? null : CUT;
  if (listed.lastUsed === undefined || listed.lastUsed === null)
    return vendor.capabilities.nullMeansNever ? null : undefined;
  return listed.lastUsed;
}

function stillUsed(ctx: Context, lastUsed: Instant, times: DrainTimes, latest: Millis): Outcome {
  return notSilent(ctx, latest, {
    until: Math.max(ctx.now() + MINUTE, silentAt(ctx, lastUsed, times)),
    reason: `the ${dying(ctx)} key was last used at ${lastUsed}: something that is not listed still holds it`,
    person: `Find who still uses the ${dying(ctx)} key and add it to used_by; the rotation goes on by itself once the key is silent.`,
  });
}

/** Absence from a list that was cut says nothing. */
function cutList(ctx: Context, latest: Millis): Outcome {
  return notSilent(ctx, latest, {
    until: ctx.now() + LOOK_AGAIN,
    reason: `the vendor's list was cut before the ${dying(ctx)} key, so nobody can see whether it is silent`,
    person: `Raise max_pages of the vendor's list; the rotation goes on by itself once the ${dying(ctx)} key is seen.`,
  });
}

const LOOK_AGAIN = 10 * MINUTE;

interface NotSilent {
  readonly until: Millis;
  readonly reason: string;
  readonly person: string;
}

function notSilent(ctx: Context, latest: Millis, { until, reason, person }: NotSilent): Outcome {
  if (ctx.now() < latest)
    return {
      is: 'wait',
      until: instant(until),
      latest: instant(latest),
      then: 'a person is asked',
      reason,
    };
  return {
    is: 'wait',
    until: instant(ctx.now() + DAY),
    latest: instant(latest + 30 * DAY),
    then: 'it stays as it is',
    reason,
    person,
  };
}
