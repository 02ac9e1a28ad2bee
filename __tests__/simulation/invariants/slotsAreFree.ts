import type { Invariant } from './invariant';
import { PLANTED } from '../world/vendors';

export const slotsAreFree: Invariant = {
  name: 'slots are free',
  sentence: 'At rest no staged value is left in the store, unless its rotation is open.',
  restsOnJournal: true,
  watch: (world, broken) => ({
    rest() {
      for (const key of world.setting.keys) {
        if (world.chronicle.stateOf(world.identityOf(key)).open) continue;
        const slot = world.servers.kv.mount.secrets.get(`${key.path}.rekey.${key.field}`);
        const left = [...(slot?.versions ?? [])].filter(([, { data }]) =>
          JSON.stringify(data).includes(PLANTED),
        );
        if (left.length > 0)
          broken(
            `${key.name}: a value is left in version ${left.map(([version]) => version).join(', ')} of its slot`,
          );
      }
    },
  }),
};
