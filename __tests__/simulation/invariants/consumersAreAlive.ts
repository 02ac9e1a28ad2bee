import type { Invariant } from './invariant';
import { crossedByHand, isLateComer, stateOf } from './readings';

export const consumersAreAlive: Invariant = {
  name: 'consumers are alive',
  sentence:
    'The key that a running consumer holds is neither disabled nor revoked: listed ones always; others, and those that a rollout left behind while it said complete, where they show in last-used.',
  watch: (world, broken) => ({
    look() {
      const { vendor, wording, blind } = world.setting;
      // Who reads one page of a longer list does not see everything.
      const whole = vendor.pages?.most !== 1 && wording.shows === undefined;
      const shows = !vendor.without.includes('last used') && whole && !blind;
      for (const { held, key, who, isListed, isMissed, since } of world.fleet.holders) {
        const found = held.value === undefined ? undefined : world.servers.vendor.keys.byValue(held.value);
        if (!found || stateOf(found) === 'alive' || isLateComer(world, key, found.id, since)) continue;
        if (((!isListed || isMissed) && !shows) || crossedByHand(world, found)) continue;
        if (world.assumptions.excuses(found.id, 'hands off the key in use', 'no dead value by hand'))
          continue;
        broken(`${who} uses ${found.id} of ${key.name}, which is ${stateOf(found)}`);
      }
    },
  }),
};
