import { HOUR, MINUTE, type Millis } from '../../../../src/domain/tools/time';
import type { FakeKey } from '../../../../src/adapters/vendors/http/fake';
import type { Place, Strike } from '../../runner/call';
import type { EffectKind } from '../../world/effect';
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
    return `${place} ${what} for ${Math.round(duration / MINUTE)} minutes`;
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

/** What it makes is usable later, or what it has revoked is accepted for longer, than it says. */
export const vendorIsSlow: Incident = {
  name: 'vendor slower than it says',
  weight: 4,
  liesInWait: true,
  begin(world, chance) {
    const { keys } = world.servers.vendor;
    const longer = Math.round(chance.between(MINUTE, HOUR) * chance.fraction());
    const [kinds, slow]: readonly [readonly EffectKind[], FakeKey['slow']] =
      chance.fraction() < 0.3
        ? [['create'], { propagation: longer }]
        : [['revoke', 'disable'], { revocation: longer }];
    world.watchers.push({
      effect({ kind, about }) {
        const key = kinds.includes(kind) ? keys.all.find(({ id }) => id === about) : undefined;
        if (key) key.slow ??= slow;
      },
    });
    return `${kinds.join(' and ')} take ${Math.round(longer / MINUTE)} minutes at the vendor from now on`;
  },
};

const lasting = (fraction: number): Millis => Math.round(fraction ** 2 * 1.5 * HOUR);

function never(): never {
  throw new Error('there is no flavour');
}
