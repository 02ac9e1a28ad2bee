import { HOUR, MINUTE, type Millis } from '../../../../src/domain/tools/time';
import type { World } from '../../world/world';
import type { Incident } from './incident';

/** An entry is taken out of rekey.yml, and put back some time later. */
export const entryGone: Incident = {
  name: 'entry gone',
  weight: 2,
  begin(world, chance) {
    const key = chance.pick(world.setting.keys);
    if (!key) return undefined;
    world.edit({ withoutKeys: [key.name] });
    world.scheduler.in(Math.round(chance.fraction() * HOUR), 'entry back', undefined, () =>
      world.edit({ withoutKeys: [] }),
    );
    return `${key.name} is taken out of the config`;
  },
};

export const graceEdited: Incident = {
  name: 'grace edited',
  weight: 6,
  begin(world, chance) {
    const { grace } = world.setting;
    const edited = chance.fraction() < 0.7 ? Math.max(longestHold(world), grace / 4) : grace * 2;
    world.edit({ grace: edited });
    return `grace_period is ${Math.round(edited / MINUTE)} minutes from now on`;
  },
};

/** The config looks for a key at another path, where there is none, until somebody sees it. */
export const storeChanged: Incident = {
  name: 'store changed',
  weight: 2,
  begin(world, chance) {
    const key = chance.pick(world.setting.keys);
    if (!key) return undefined;
    world.edit({ moved: { [key.name]: `${key.path}-moved` } });
    world.scheduler.in(Math.round(chance.fraction() * HOUR), 'path back', undefined, () =>
      world.edit({ moved: {} }),
    );
    return `the config looks for ${key.name} in ${key.path}-moved`;
  },
};

const longestHold = ({ setting }: World): Millis =>
  Math.max(...setting.workloads.map(({ rolled, cache, batch }) => Math.max(batch, rolled ? 0 : cache)));
