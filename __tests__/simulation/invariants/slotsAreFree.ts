import type { Invariant } from './invariant';
import { PLANTED } from '../world/vendors';
import type { KeySetting } from '../world/setting';

export const slotsAreFree: Invariant = {
  name: 'slots are free',
  sentence:
    'At rest no staged value is left in the store, unless its rotation is open or the slot is held by others.',
  restsOnJournal: true,
  watch: (world, broken) => ({
    rest() {
      const { destroys, reservation } = world.setting.store.promises;
      // Without compare-and-set a process that stood still may take a slot long after it was freed. The next rotation frees it.
      if (!reservation && world.assumptions.was('sent in time')) return;
      for (const key of world.setting.keys) {
        if (world.chronicle.stateOf(world.identityOf(key)).open) continue;
        const path = `${key.path}.rekey.${key.field}`;
        const slot = world.servers.kv.mount.secrets.get(path);
        if (isOfOthers(key, world.servers.kv.served(path))) continue;
        // Where nothing can be destroyed, only what is on top can be taken away.
        const left = [...(slot?.versions ?? [])].filter(
          ([version, { data }]) =>
            (destroys || version === slot?.current) && JSON.stringify(data).includes(PLANTED),
        );
        if (left.length > 0)
          broken(
            `${key.name}: a value is left in version ${left.map(([version]) => version).join(', ')} of its slot`,
          );
      }
    },
  }),
};

/** Whoever holds a slot cleans it up. */
function isOfOthers(
  { repository }: KeySetting,
  slot: Readonly<Record<string, unknown>> | undefined,
): boolean {
  const note = slot?.['rekey'];
  return typeof note === 'string' && !note.includes(repository);
}
