import { intentOf } from './intents';
import type { Invariant } from './invariant';

export const killsOnlyItsOwn: Invariant = {
  name: 'kills only its own',
  sentence: 'What a rotation disables or revokes was made for its key, or stood in its field of the secret.',
  watch: (world, broken) => ({
    effect(effect) {
      const { call, kind, about } = effect;
      if (kind === 'create') {
        const key = intentOf(world, effect)?.key;
        if (key !== undefined) world.belongings.set(about, key);
        return;
      }
      if (kind !== 'revoke' && kind !== 'disable') return;
      const owner = world.belongings.get(about);
      const tampered = world.assumptions.was('the journal is ours');
      if (owner === undefined || (!tampered && owner !== intentOf(world, effect)?.key))
        broken(`${call.id}: ${kind} ${about}, which belongs to ${owner ?? 'nobody here'}`);
    },
  }),
};
