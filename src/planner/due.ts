import type { KeyConfig, PolicyConfig } from '../domain/config';
import { shortIdentity } from '../domain/key';
import type { KeyState } from '../domain/journal/keyState';
import { DAY, millis, spoken, type Millis } from '../domain/tools/time';
import { nextRun } from './cron';

export interface Due {
  readonly at: Millis;
  /** After this it is overdue. */
  readonly latest: Millis;
  /** Such as `every 30d`. */
  readonly reason: string;
}

/** Rotations take time and wait for windows: policy and expiry are met by beginning this much earlier. */
const MARGIN = 3 * DAY;
const SPREAD = 0.1;

/**
 * The earliest of frequency or schedule, policy maximum, and expiry at the vendor. It counts from the last switch and never
 * from a tick, because GitHub delays and drops ticks. Undefined: nothing makes it due.
 */
export function dueOf(key: KeyConfig, state: KeyState, policy: PolicyConfig): Due | undefined {
  const since = state.removed ? undefined : (state.lastPromote ?? state.adopted);
  if (since === undefined) return undefined;
  const base = millis(since);
  const dates = [
    byFrequency(key, state.identity, base),
    bySchedule(key, base),
    byPolicy(key, policy, state.identity, base),
    byExpiry(key, state, base),
  ].filter((due) => due !== undefined);
  const [first, ...others] = dates.sort((one, other) => one.at - other.at);
  return first && { ...first, latest: Math.min(first.latest, ...others.map((due) => due.latest)) };
}

/** A little before it is overdue. */
function byFrequency({ frequency }: KeyConfig, identity: string, base: Millis): Due | undefined {
  if (frequency === undefined) return undefined;
  const latest = base + frequency;
  return {
    at: latest - spread(frequency, identity),
    latest,
    reason: `every ${spoken(frequency)}`,
  };
}

function bySchedule({ schedule }: KeyConfig, base: Millis): Due | undefined {
  const next = schedule === undefined ? undefined : nextRun(schedule, 'UTC', base);
  return next === undefined
    ? undefined
    : { at: next, latest: next + DAY, reason: `schedule ${schedule ?? ''}` };
}

/**
 * The old key lives on through the grace period, so that counts as its age too. However little time this leaves, at least
 * half of it passes first: a key must never be due again as soon as it is new.
 */
function byPolicy(key: KeyConfig, policy: PolicyConfig, identity: string, base: Millis): Due | undefined {
  const oldest = policy.maxAge[key.criticality];
  if (oldest === undefined) return undefined;
  const early = Math.min(MARGIN, oldest * SPREAD) + spread(oldest, identity);
  const free = Math.max(0, oldest - key.grace);
  return {
    at: base + Math.max(free / 2, free - early),
    latest: base + oldest,
    reason: `policy allows ${spoken(oldest)} for ${key.criticality}`,
  };
}

/** Everybody must have moved before it ends, so grace period and margin come off; both shrink where its life is short. */
function byExpiry(key: KeyConfig, { expires }: KeyState, base: Millis): Due | undefined {
  if (expires === undefined) return undefined;
  const end = millis(expires);
  if (end <= base) return undefined;
  const latest = end - Math.min(key.grace, (end - base) / 2);
  return { at: latest - Math.min(MARGIN, (end - base) / 5), latest, reason: 'the vendor ends it by itself' };
}

/** Up to a tenth, always the same for the same key: keys of one day do not fall due together for ever. */
function spread(duration: Millis, identity: string): Millis {
  const fraction = parseInt(shortIdentity(identity).slice(0, 8), 16) / 2 ** 32;
  return Math.floor(duration * SPREAD * fraction);
}
