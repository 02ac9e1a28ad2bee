import type { FakeKey } from '../../../src/adapters/vendors/http/fake';
import { millis, MINUTE } from '../../../src/domain/time';
import type { Written } from '../world/chronicle';
import type { KeySetting } from '../world/setting';
import type { World } from '../world/world';

/** How a key stands at the vendor from the moment of the change, however late its views are. */
export function stateOf(key: FakeKey): 'alive' | 'disabled' | 'revoked' {
  if (key.revoked !== undefined) return 'revoked';
  return key.disabled === undefined ? 'alive' : 'disabled';
}

const MINUTES_OF_A_CREATE = 3 * MINUTE;

/** Of another team, never used, made beside a create of ours: without labels it looks just like what that create left. */
export function looksLost(world: World, { id, created }: FakeKey): boolean {
  const beside = ({ fact }: Written): boolean =>
    fact.type === 'intent' &&
    fact.row === 'forward/create' &&
    Math.abs(created - millis(fact.at)) <= MINUTES_OF_A_CREATE;
  return world.assumptions.excuses(id, 'strangers use what they make') && world.chronicle.all.some(beside);
}

/** Its owner asked for its removal: whoever still uses it was told to stop. */
export function isRemoved(world: World, key: KeySetting): boolean {
  const state = world.chronicle.stateOf(world.identityOf(key));
  return state.open?.kind === 'remove' || state.last?.outcome === 'removed';
}
