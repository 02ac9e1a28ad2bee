import type { Effect } from '../world/effect';
import type { World } from '../world/world';
import type { Invariant } from './invariant';
import { intentOf } from './intents';
import { isRemoved } from './readings';
import type { Millis } from '../../../src/domain/time';

export const graceIsKept: Invariant = {
  name: 'grace is kept',
  sentence:
    'A key that was ever served is disabled or revoked only a whole grace period after it was last served.',
  watch: (world, broken) => {
    /** Id of a key to when it was last seen to be served. */
    const served = new Map<string, Millis>();
    const see = (): void => {
      for (const key of world.setting.keys) {
        const { value } = world.served(key);
        const id = value === undefined ? undefined : world.servers.vendor.keys.byValue(value)?.id;
        if (id !== undefined) served.set(id, world.scheduler.now);
      }
    };
    see();
    return {
      effect(effect) {
        const { call, kind, about, at } = effect;
        const last = served.get(about);
        see();
        if ((kind !== 'revoke' && kind !== 'disable') || last === undefined) return;
        const key = world.keyOf(world.belongings.get(about) ?? '');
        if (key && isRemoved(world, key)) return;
        const since = at - (served.get(about) === at ? at : (served.get(about) ?? last));
        if (since < graceOf(world, effect))
          broken(`${call.id}: ${kind} ${about} ${String(since)} ms after it was served`);
      },
      look: see,
    };
  },
};

/** As the rotation wrote it down when it began. */
function graceOf(world: World, effect: Effect): Millis {
  const rotation = intentOf(world, effect)?.fact.rotation ?? '';
  const [first] = world.chronicle.factsOf(rotation);
  return first?.type === 'claim' && first.snapshot ? first.snapshot.grace : world.setting.grace;
}
