import type { KeySetting } from '../world/setting';
import type { World } from '../world/world';

/** What a careful person does about a key at rest, having read what it says. @returns orders to give */
export function mend(world: World): readonly (readonly string[])[] {
  return world.setting.keys.flatMap((key) => mendKey(world, key));
}

function mendKey(world: World, key: KeySetting): readonly (readonly string[])[] {
  const identity = world.identityOf(key);
  const { open, hold, blocked } = world.chronicle.stateOf(identity);
  if (hold || blocked) return [['release', '--keys', key.name, '--reason', 'mended']];
  if (open?.status !== 'person') return [];
  world.fleet.stopScripts();
  return [];
}
