import { MINUTE, SECOND } from '../../../../src/domain/tools/time';
import type { Incident } from './incident';

/** While a revocation spreads, the vendor refuses every key for a moment: a refusal then proves nothing. */
export const refusesAll: Incident = {
  name: 'refuses all',
  weight: 2,
  liesInWait: true,
  begin(world, chance) {
    const duration = Math.round(chance.between(10 * SECOND, 3 * MINUTE));
    const others = world.faults;
    let until: number | undefined;
    world.watchers.push({
      effect: ({ kind }) => {
        if (kind === 'revoke') until ??= world.scheduler.now + duration;
      },
    });
    world.faults = (call) => {
      const refuses = until !== undefined && world.scheduler.now < until;
      return refuses && call.place === 'vendor' && call.path.startsWith('/v1/')
        ? { kind: 'status', status: 401 }
        : others(call);
    };
    return `with the next revocation the vendor refuses every key for ${Math.round(duration / SECOND)} s`;
  },
};

/** The same, and what it revoked is accepted for a while after that. */
export const refusesAllAndForgets: Incident = {
  name: 'refuses all, then accepts the dead',
  weight: 4,
  liesInWait: true,
  begin(world, chance) {
    const [refuses, lives] = [
      chance.between(5 * SECOND, 90 * SECOND),
      chance.between(2 * MINUTE, 20 * MINUTE),
    ];
    const others = world.faults;
    let until: number | undefined;
    world.watchers.push({
      effect: ({ kind, about }) => {
        const key =
          kind === 'revoke' ? world.servers.vendor.keys.all.find(({ id }) => id === about) : undefined;
        if (!key) return;
        until ??= world.scheduler.now + refuses;
        key.slow ??= { revocation: lives };
      },
    });
    world.faults = (call) => {
      const isIll = until !== undefined && world.scheduler.now < until;
      return isIll && call.place === 'vendor' && call.path.startsWith('/v1/')
        ? { kind: 'status', status: 401 }
        : others(call);
    };
    return `with the next revocation the vendor refuses every key for ${Math.round(refuses / SECOND)} s, and accepts the revoked ones for ${Math.round(lives / SECOND)} s`;
  },
};
