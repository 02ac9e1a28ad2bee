import { isRemoved } from './readings';
import type { Invariant } from './invariant';
import { stateOf } from './readings';

export const servedIsAlive: Invariant = {
  name: 'served is alive',
  sentence: 'What the store serves is a key that the vendor knows, neither disabled nor revoked.',
  watch: (world, broken) => ({
    look() {
      for (const key of world.setting.keys) {
        const { value } = world.served(key);
        if (value === undefined) continue;
        const found = world.servers.vendor.keys.byValue(value);
        if (found && stateOf(found) === 'alive') continue;
        if (isRemoved(world, key)) continue;
        if (
          world.assumptions.excuses(
            found?.id ?? key.name,
            'hands off the key in use',
            'no dead value by hand',
          )
        )
          continue;
        broken(
          `${key.name}: the store serves ${found?.id ?? 'something unknown'}, which is ${found ? stateOf(found) : 'no key'}`,
        );
      }
    },
  }),
};
