import type { Invariant } from './invariant';
import { looksLost, stateOf } from './readings';

export const foreignIsUntouched: Invariant = {
  name: 'foreign is untouched',
  sentence: 'Keys of other teams and fields of others in the same secret never change.',
  watch: (world, broken) => {
    const { keys } = world.servers.vendor;
    const paths = [...new Set(world.setting.keys.map(({ path }) => path))];
    return {
      look() {
        for (const key of keys.all)
          if (key.owner === 'foreign' && stateOf(key) !== 'alive' && !looksLost(world, key))
            broken(`${key.id} of another team is ${stateOf(key)}`);
        for (const path of world.setting.noNeighbours ? [] : paths) {
          const served = world.servers.kv.served(path);
          if (served?.['other'] !== 'kept' && !world.emptied.has(path))
            broken(`a field of others in ${path} has changed`);
        }
      },
    };
  },
};
