import type { World } from '../world/world';
import type { Invariant } from './invariant';
import { stateOf } from './readings';

export const doubtLeavesAlive: Invariant = {
  name: 'doubt leaves alive',
  sentence: 'A rotation that is blocked has left no key disabled, neither when it is blocked nor at rest.',
  restsOnJournal: true,
  watch: (world, broken) => ({
    written({ fact, key }) {
      const off = fact.type === 'blocked' ? disabledOf(world, key) : [];
      if (off.length > 0) broken(`${off.join(', ')} is disabled, and ${fact.rotation} is blocked`);
    },
    rest() {
      for (const key of world.setting.keys) {
        const identity = world.identityOf(key);
        const { open, blocked } = world.chronicle.stateOf(identity);
        // Once its version is deleted nobody can tell that the key was ours: a person is asked, by its id.
        const asked = world.emptied.has(key.path) ? (open?.person ?? '') : '';
        const off = open && (blocked || open.status === 'person') ? disabledOf(world, identity) : [];
        const left = off.filter((id) => !asked.includes(id));
        if (left.length > 0) broken(`${key.name}: ${left.join(', ')} is left disabled`);
      }
    },
  }),
};

/** Keys of this identity that no person has disabled, and of which the vendor has not said that they are revoked. */
function disabledOf(world: World, identity: string): readonly string[] {
  return world.servers.vendor.keys.all
    .filter((one) => stateOf(one) === 'disabled' && world.belongings.get(one.id) === identity)
    .filter(
      ({ id }) => !world.notRevoked.has(id) && !world.assumptions.excuses(id, 'hands off the key in use'),
    )
    .map(({ id }) => id);
}
