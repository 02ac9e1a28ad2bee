import type { FakeKey } from '../../../src/adapters/vendors/http/fake';
import type { KeySetting } from '../world/setting';
import type { World } from '../world/world';

/** How a key stands at the vendor from the moment of the change, however late its views are. */
export function stateOf(key: FakeKey): 'alive' | 'disabled' | 'revoked' {
  if (key.revoked !== undefined) return 'revoked';
  return key.disabled === undefined ? 'alive' : 'disabled';
}

/** Its owner asked for its removal: whoever still uses it was told to stop. */
export function isRemoved(world: World, key: KeySetting): boolean {
  const state = world.chronicle.stateOf(world.identityOf(key));
  return state.open?.kind === 'remove' || state.last?.outcome === 'removed';
}
