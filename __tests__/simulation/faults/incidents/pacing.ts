import { MINUTE, SECOND, type Millis } from '../../../../src/domain/tools/time';
import type { Place } from '../../runner/call';
import type { Incident } from './incident';

/** Every server, but the disk, takes so many requests a second, and refuses the others. */
export const askedTooOften: Incident = {
  name: 'asked too often',
  weight: 5,
  begin(world, chance) {
    const rate = chance.pick([0.5, 1, 2, 5]) ?? 1;
    const after = chance.pick([undefined, 0, 1, 2, 7]);
    const until = world.scheduler.now + Math.round(chance.between(MINUTE, 40 * MINUTE));
    const next = new Map<Place, Millis>();
    const others = world.faults;
    world.faults = (call) => {
      const { now } = world.scheduler;
      const strike = others(call);
      if (strike || now >= until || call.place === 'disk') return strike;
      const free = next.get(call.place) ?? 0;
      if (now < free)
        return { kind: 'status', status: 429, ...(after !== undefined && { retryAfter: after }) };
      next.set(call.place, now + SECOND / rate);
      return undefined;
    };
    return `every server takes ${rate} requests a second for a while`;
  },
};
