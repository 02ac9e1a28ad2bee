import type { KeySetting } from '../world/setting';
import type { World } from '../world/world';
import type { Invariant } from './invariant';
import { crossedByHand, isRemoved, stateOf } from './readings';

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
        if (kind !== 'serve') return;
        for (const key of world.setting.keys) {
          const { value } = world.served(key);
          if (value === undefined || value === before.get(key) || isRemoved(world, key)) continue;
          const why = refusal(world, value);
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

function refusal(world: World, value: string): string | undefined {
  const { keys } = world.servers.vendor;
  const found = keys.byValue(value);
  if (!found) return 'no key has this value';
  if (keys.accepts(found) || isByHand(world, found.id)) return undefined;
  return `the vendor refuses ${found.id}`;
}

function wrongWith(world: World, key: KeySetting): string | undefined {
  const { value } = world.served(key);
  if (value === undefined) return mayBeEmpty(world, key) ? undefined : 'the store serves nothing';
  const found = world.servers.vendor.keys.byValue(value);
  if (found && stateOf(found) === 'alive') return undefined;
  if (isByHand(world, found?.id ?? key.name) || crossedByHand(world, found)) return undefined;
  return `the store serves ${found?.id ?? 'something unknown'}, which is ${found ? stateOf(found) : 'no key'}`;
}

/** Where there was no key when the rotation began, its undo leaves none. */
function mayBeEmpty(world: World, key: KeySetting): boolean {
  const identity = world.identityOf(key);
  const wasDone = world.chronicle.all.some(
    (one) => one.key === identity && one.fact.type === 'closed' && one.fact.outcome === 'done',
  );
  return world.emptied.has(key.path) || (key.first && !wasDone);
}

const isByHand = ({ assumptions }: World, id: string): boolean =>
  assumptions.excuses(id, 'hands off the key in use', 'no dead value by hand');
