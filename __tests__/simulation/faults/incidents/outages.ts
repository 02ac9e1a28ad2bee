import { HOUR, MINUTE, type Millis } from '../../../../src/domain/time';
import type { Place, Strike } from '../../runner/call';
import type { Incident } from './incident';

const PLACES: readonly Place[] = ['vendor', 'store', 'github', 'health', 'hooks', 'disk'];

const FLAVOURS: readonly (readonly [string, () => Strike])[] = [
  ['cannot be reached', () => ({ kind: 'refused' })],
  ['does not answer', () => ({ kind: 'timeout' })],
  ['answers 503', () => ({ kind: 'status', status: 503 })],
  ['answers 429', () => ({ kind: 'status', status: 429, retryAfter: 30 })],
  ['is a page of a proxy', () => ({ kind: 'html' })],
];

/** A place is away for a while; a disk is full. */
export const outage: Incident = {
  name: 'outage',
  weight: 6,
  begin(world, chance) {
    const place = chance.pick(PLACES) ?? 'vendor';
    const [what, strike] = chance.pick(FLAVOURS) ?? FLAVOURS[0] ?? never();
    const duration = lasting(chance.fraction());
    world.outages.set(place, { until: world.scheduler.now + duration, strike });
    return `${place} ${what} for ${String(Math.round(duration / MINUTE))} minutes`;
  },
};

/** Logins of the store end before their time. */
export const tokensRevoked: Incident = {
  name: 'tokens revoked',
  weight: 2,
  begin(world) {
    world.servers.login.revokeAll();
    return 'all tokens of the store are revoked';
  },
};

const lasting = (fraction: number): Millis => Math.round(fraction ** 2 * 1.5 * HOUR);

function never(): never {
  throw new Error('there is no flavour');
}
