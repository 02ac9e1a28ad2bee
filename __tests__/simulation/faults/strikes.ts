import type { Chance } from '../../../src/sandbox/chance';
import { HOUR, MINUTE, SECOND, type Millis } from '../../../src/domain/tools/time';
import type { Call, Strike, StrikeKind } from '../runner/call';
import { happens, weighed, whole } from '../scheduler/chances';
import type { Setting } from '../world/setting';
import type { Mix } from './mix';

/** What becomes of this call, drawn from its own chance; undefined: nothing. */
export function strikeAt(call: Call, mix: Mix, setting: Setting): Strike | undefined {
  if (!happens(call.chance, mix.share)) return undefined;
  const kinds = mix.kinds.filter(([, kind]) => fits(kind, call, setting));
  return kinds.length === 0 ? undefined : STRIKES[weighed(call.chance, kinds)](call.chance, call);
}

function fits(kind: StrikeKind, { place, method, path }: Call, { vendor }: Setting): boolean {
  if (kind === 'stale') return place === 'store' && method === 'GET';
  // Half a list that looks whole is a lie that nobody can see.
  if (kind === 'cut') return path === '/admin/keys' && method === 'GET' && vendor.pages !== undefined;
  return true;
}

const between = (chance: Chance, least: Millis, most: Millis): Millis =>
  Math.round(chance.between(least, most));

/** Mostly short, now and then very long. */
const long = (chance: Chance, least: Millis, most: Millis): Millis =>
  Math.round(least * (most / least) ** chance.fraction());

const STRIKES: Readonly<Record<StrikeKind, (chance: Chance, call: Call) => Strike>> = {
  refused: () => ({ kind: 'refused' }),
  lost: (chance) =>
    happens(chance, 0.5) ? { kind: 'lost' } : { kind: 'lost', reset: between(chance, 1, 3 * SECOND) },
  timeout: () => ({ kind: 'timeout' }),
  late: (chance) => ({ kind: 'late', delay: long(chance, 5 * SECOND, 5 * MINUTE) }),
  status: (chance) => {
    const status = chance.pick([429, 429, 500, 502, 503, 504]) ?? 500;
    const retryAfter = happens(chance, 0.5) ? { retryAfter: whole(chance, 1, 120) } : {};
    if (status === 429) return { kind: 'status', status, ...retryAfter };
    return { kind: 'status', status, ...(happens(chance, 0.4) && { passedOn: true }) };
  },
  truncated: () => ({ kind: 'truncated' }),
  html: () => ({ kind: 'html' }),
  stale: (chance) => ({ kind: 'stale', lag: long(chance, SECOND, 10 * MINUTE) }),
  cut: () => ({ kind: 'cut' }),
  stall: (chance) => ({
    kind: 'stall',
    when: happens(chance, 0.6) ? 'before' : 'after',
    duration: long(chance, 5 * SECOND, 3 * HOUR),
    suspended: happens(chance, 0.4),
  }),
  kill: (chance) => ({ kind: 'kill', when: happens(chance, 0.5) ? 'before' : 'after' }),
};
