import { millis, MINUTE } from '../../../src/domain/tools/time';
import { FRESH } from '../../../src/lifecycle/revocation/mustBeRevocable';
import type { KeySetting } from '../world/setting';
import type { World } from '../world/world';
import type { Invariant } from './invariant';
import { isRemoved, journalClock } from './readings';

/**
 * A person's write and the look before the condemn may cross, however long the condemn is on its way. Then nothing is disabled or
 * revoked, which other promises watch.
 */
const CROSSING = FRESH + MINUTE;

function wasJustWritten(world: World, key: KeySetting, id: string): boolean {
  const condemned = world.chronicle.all.find(({ fact }) => fact.type === 'condemn' && fact.credential === id);
  const byHand = world.handTouched.get(world.identityOf(key));
  if (condemned === undefined || byHand === undefined) return false;
  // By when it was put down: a machine that is suspended then may send it much later.
  const written = millis(condemned.fact.at) - journalClock(world);
  return byHand <= condemned.at && written - byHand < CROSSING;
}

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
          if (!world.isCondemned(id) || world.assumptions.excuses(id, 'no dead value by hand')) continue;
          if (!wasJustWritten(world, key, id))
            broken(`${key.name}: ${id} is condemned, and the store serves it`);
        }
      },
    };
  },
};
