import type { Invariant } from './invariant';
import { isRemoved } from './readings';

export const condemnedStays: Invariant = {
  name: 'condemned stays condemned',
  sentence:
    'Before a key is disabled or revoked it is condemned in the journal, and a condemned key is never current again.',
  restsOnJournal: true,
  watch: (world, broken) => {
    return {
      effect({ call, kind, about }) {
        if ((kind === 'revoke' || kind === 'disable') && !world.isCondemned(about))
          broken(`${call.id}: ${kind} ${about}, which nobody condemned`);
      },
      look() {
        for (const key of world.setting.keys) {
          const { value } = world.served(key);
          const id = value === undefined ? undefined : world.servers.vendor.keys.byValue(value)?.id;
          if (id === undefined || isRemoved(world, key)) continue;
          if (world.isCondemned(id) && !world.assumptions.excuses(id, 'no dead value by hand'))
            broken(`${key.name}: ${id} is condemned, and the store serves it`);
        }
      },
    };
  },
};
