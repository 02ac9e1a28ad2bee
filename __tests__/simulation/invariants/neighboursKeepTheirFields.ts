import { intentOf } from './intents';
import type { Invariant } from './invariant';

type Fields = Readonly<Record<string, unknown>>;

export const neighboursKeepTheirFields: Invariant = {
  name: 'neighbours keep their fields',
  sentence: 'A rotation changes its own fields of a secret and no others.',
  restsOnJournal: true,
  watch: (world, broken) => {
    const paths = [...new Set(world.setting.keys.map(({ path }) => path))];
    const read = (path: string): Fields => world.servers.kv.served(path) ?? {};
    const before = new Map(paths.map((path) => [path, read(path)]));
    return {
      effect(effect) {
        if (effect.kind !== 'serve') return;
        const key = world.keyOf(intentOf(world, effect)?.key ?? '');
        for (const path of paths) {
          const [old, now] = [before.get(path) ?? {}, read(path)];
          const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
          const changed = names.filter((name) => old[name] !== now[name]);
          const strange = changed.filter(
            (name) => !key || path !== key.path || (name !== key.field && name !== `${key.field}_id`),
          );
          if (strange.length > 0)
            broken(
              `${effect.call.id}: a rotation of ${key?.name ?? '?'} changed ${strange.join(', ')} in ${path}`,
            );
        }
      },
      look() {
        for (const path of paths) before.set(path, read(path));
      },
    };
  },
};
