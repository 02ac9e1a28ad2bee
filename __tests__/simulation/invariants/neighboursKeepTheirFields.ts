import type { KeySetting } from '../world/setting';
import { intentsOf } from './intents';
import type { Invariant } from './invariant';

type Fields = Readonly<Record<string, unknown>>;

export const neighboursKeepTheirFields: Invariant = {
  name: 'neighbours keep their fields',
  sentence: 'A rotation changes its own fields of a secret and no others.',
  watch: (world, broken) => {
    const paths = [...new Set(world.setting.keys.map(({ path }) => path))];
    const read = (path: string): Fields => world.servers.kv.served(path) ?? {};
    const before = new Map(paths.map((path) => [path, read(path)]));
    return {
      effect(effect) {
        if (effect.kind !== 'serve' && effect.kind !== 'destroy') return;
        const keys = [...new Set(intentsOf(world, effect).map(({ key }) => world.keyOf(key)))];
        for (const path of paths) {
          const [old, now] = [before.get(path) ?? {}, read(path)];
          const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
          const changed = names.filter((name) => old[name] !== now[name]);
          // What is destroyed is never what is served.
          const isSwitch =
            effect.kind === 'serve' && keys.some((key) => key?.path === path && isItsOwn(key, changed));
          if (changed.length > 0 && !isSwitch)
            broken(
              `${effect.call.id}: a ${effect.kind} of ${keys[0]?.name ?? '?'} changed ${changed.join(', ')} in ${path}`,
            );
        }
      },
      look() {
        for (const path of paths) before.set(path, read(path));
      },
    };
  },
};

const isItsOwn = ({ field }: KeySetting, changed: readonly string[]): boolean =>
  changed.every((name) => name === field || name === `${field}_id`);
