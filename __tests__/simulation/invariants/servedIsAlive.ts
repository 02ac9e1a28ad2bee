import type { KeySetting } from '../world/setting';
import type { World } from '../world/world';
import type { Invariant } from './invariant';
import { isRemoved, stateOf } from './readings';

export const servedIsAlive: Invariant = {
  name: 'served is alive',
  sentence:
    'What the store serves is a key that the vendor knows, neither disabled nor revoked; what we make it serve is accepted at that moment.',
  watch: (world, broken) => {
    const before = new Map<KeySetting, string | undefined>();
    const see = (): void => {
      for (const key of world.setting.keys) before.set(key, world.served(key).value);
    };
    see();
    return {
      effect({ call, kind }) {
        if (kind !== 'serve' && kind !== 'destroy') return;
        for (const key of world.setting.keys) {
          const { value } = world.served(key);
          if (value === before.get(key) || isRemoved(world, key)) continue;
          const why = value === undefined ? loss(world, key) : refusal(world, value);
          if (why !== undefined) broken(`${call.id}: ${key.name} is served anew, and ${why}`);
        }
      },
      look() {
        see();
        for (const key of world.setting.keys) {
          const why = isRemoved(world, key) ? undefined : wrongWith(world, key);
          if (why !== undefined) broken(`${key.name}: ${why}`);
        }
      },
    };
  },
};

/** Where there was no key when the rotation began, its undo leaves none. */
function loss({ emptied }: World, { first, path }: KeySetting): string | undefined {
  return first || emptied.has(path) ? undefined : 'nothing is left';
}

function refusal({ servers: { vendor } }: World, value: string): string | undefined {
  const found = vendor.keys.byValue(value);
  if (!found) return 'no key has this value';
  return vendor.keys.accepts(found) ? undefined : `the vendor refuses ${found.id}`;
}

function wrongWith(world: World, key: KeySetting): string | undefined {
  const { value } = world.served(key);
  if (value === undefined) return loss(world, key);
  const found = world.servers.vendor.keys.byValue(value);
  if (found && stateOf(found) === 'alive') return undefined;
  const { assumptions } = world;
  if (assumptions.excuses(found?.id ?? key.name, 'hands off the key in use', 'no dead value by hand'))
    return undefined;
  return `the store serves ${found?.id ?? 'something unknown'}, which is ${found ? stateOf(found) : 'no key'}`;
}
