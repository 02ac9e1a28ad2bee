import type { Invariant } from './invariant';
import { stateOf } from './readings';

export const doubtLeavesAlive: Invariant = {
  name: 'doubt leaves alive',
  sentence: 'At rest, a rotation that is blocked or waits for a person has left no key disabled.',
  restsOnJournal: true,
  watch: (world, broken) => ({
    rest() {
      for (const key of world.setting.keys) {
        const identity = world.identityOf(key);
        const { open, blocked } = world.chronicle.stateOf(identity);
        if (!open || (!blocked && open.status !== 'person')) continue;
        const off = world.servers.vendor.keys.all.filter(
          (one) =>
            stateOf(one) === 'disabled' &&
            world.belongings.get(one.id) === identity &&
            !world.assumptions.excuses(one.id, 'hands off the key in use'),
        );
        if (off.length > 0) broken(`${key.name}: ${off.map(({ id }) => id).join(', ')} is left disabled`);
      }
    },
  }),
};
