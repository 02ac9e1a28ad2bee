import { MINUTE, SECOND } from '../../../../src/domain/time';
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
    return `with the next revocation the vendor refuses every key for ${String(Math.round(duration / SECOND))} s`;
  },
};
