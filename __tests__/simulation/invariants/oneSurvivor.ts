import type { Invariant } from './invariant';
import { isRemoved, stateOf } from './readings';

export const oneSurvivor: Invariant = {
  name: 'one survivor',
  sentence:
    'At rest each key has one living credential, the one that is served; a second one only while a person was asked about it.',
  restsOnJournal: true,
  watch: (world, broken) => ({
    rest() {
      for (const key of world.setting.keys) {
        const identity = world.identityOf(key);
        const { open, blocked } = world.chronicle.stateOf(identity);
        if (open || blocked) continue;
        const served = world.served(key).value;
        const alive = world.servers.vendor.keys.all.filter(
          (one) => stateOf(one) !== 'revoked' && world.belongings.get(one.id) === identity,
        );
        const lost = alive.filter(
          ({ id, value }) => !world.displaced.has(id) && (value !== served || isRemoved(world, key)),
        );
        if (lost.length > 0) broken(`${key.name}: nobody knows of ${lost.map(({ id }) => id).join(', ')}`);
      }
    },
  }),
};
