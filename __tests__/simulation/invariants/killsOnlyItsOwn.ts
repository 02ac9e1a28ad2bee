import type { World } from '../world/world';
import { intentOf } from './intents';
import { looksLost } from './readings';
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
      const found = world.servers.vendor.keys.all.find(({ id }) => id === about);
      if (found && looksLost(world, found)) return;
      const tampered = world.assumptions.was('the journal is ours');
      const own = owner === intentOf(world, effect)?.key;
      if (owner === undefined || (!tampered && !own && !isLost(world, about)))
        broken(`${call.id}: ${kind} ${about}, which belongs to ${owner ?? 'nobody here'}`);
    },
  }),
};

/** Without labels nobody can tell for which of our keys a credential was made whose value never reached the store. */
function isLost({ setting, servers }: World, id: string): boolean {
  if (!setting.vendor.without.includes('labels')) return false;
  const value = servers.vendor.keys.all.find((key) => key.id === id)?.value ?? '';
  const stored = [...servers.kv.mount.secrets.values()].map(({ versions }) => [...versions]);
  return !JSON.stringify(stored).includes(value);
}
