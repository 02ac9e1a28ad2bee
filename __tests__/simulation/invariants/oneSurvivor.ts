import type { Fact } from '../../../src/domain/journal/facts';
import { millis, SECOND, type Millis } from '../../../src/domain/tools/time';
import type { FakeKey } from '../../../src/adapters/vendors/http/fake';
import type { World } from '../world/world';
import { intentOf } from './intents';
import type { Invariant } from './invariant';
import { isRemoved, journalClock, stateOf } from './readings';

/** As long as an answer may be on its way at most. */
const SLOWEST = 12 * SECOND;

export const oneSurvivor: Invariant = {
  name: 'one survivor',
  sentence:
    'At rest each key has one living credential, the one that is served; a second one only while a person was asked about it.',
  restsOnJournal: true,
  watch: (world, broken) => {
    /** Made so late that nobody waited for them any more: the next rotation ends them, when it can see them. */
    const unseen = new Set<string>();
    /** When somebody may have looked for them, the list did not show them and did not say so. */
    const hidden = new Set<string>();
    const seeHidden = (): void => {
      for (const id of world.belongings.keys()) if (isHidden(world, id)) hidden.add(id);
    };
    /** Made by a process that stood still for too long, and used by it: it is named, and left for a person to delete. */
    const late = new Map<string, Millis>();
    const { lags } = world.setting.vendor;
    return {
      look: seeHidden,
      effect(effect) {
        seeHidden();
        const { call, kind, about } = effect;
        if (kind !== 'create' || !world.assumptions.excuses(call.id, 'sent in time')) return;
        late.set(about, effect.at);
        const rotation = intentOf(world, effect)?.fact.rotation ?? '';
        const facts = world.chronicle.factsOf(rotation);
        const isOver = facts.some((fact) => fact.type === 'closed' || isSweep(fact));
        const { without, pages } = world.setting.vendor;
        if (isOver || without.includes('labels') || pages?.most === 1) unseen.add(about);
      },
      written({ fact, key }) {
        for (const [id, at] of late) {
          const isNamed = fact.type === 'warning' && fact.message.includes(id);
          // Whoever swept had looked before, and the list may have been late, or its process suspended before it could write so.
          const looked = millis(fact.at) - journalClock(world) - lags.list - SLOWEST;
          const isAfterwards = isSweep(fact) && world.belongings.get(id) === key && at > looked;
          if (isNamed || isAfterwards) unseen.add(id);
        }
        if (fact.type === 'warning')
          for (const id of world.notRevoked) if (fact.message.includes(id)) unseen.add(id);
        // A person is asked about what the vendor said that it revoked, and did not.
        if (fact.type === 'result' && fact.data['grade'] === 'unproven')
          for (const id of world.notRevoked) if (world.isCondemned(id)) unseen.add(id);
        if (fact.type !== 'closed' || fact.outcome !== 'abandoned') return;
        // Given up by a person, who ends what is not needed.
        for (const [id, identity] of world.belongings) if (identity === key) unseen.add(id);
      },
      rest() {
        for (const key of world.setting.keys) {
          const identity = world.identityOf(key);
          const { open, blocked } = world.chronicle.stateOf(identity);
          if (open || blocked) continue;
          const served = world.served(key).value;
          const alive = world.servers.vendor.keys.all.filter(
            (one) => isAlive(world, one) && world.belongings.get(one.id) === identity,
          );
          const lost = alive.filter(
            ({ id, value }) =>
              !world.displaced.has(id) &&
              !unseen.has(id) &&
              !hidden.has(id) &&
              (value !== served || (isRemoved(world, key) && world.isCondemned(id))),
          );
          if (lost.length > 0) broken(`${key.name}: nobody knows of ${lost.map(({ id }) => id).join(', ')}`);
        }
      },
    };
  },
};

const isSweep = (fact: Fact): boolean => fact.type === 'result' && fact.row.includes('/sweep');

/** What a person disables by hand is his to end. */
function isAlive(world: World, key: FakeKey): boolean {
  const state = stateOf(key);
  return (
    state === 'alive' ||
    (state === 'disabled' && !world.assumptions.excuses(key.id, 'hands off the key in use'))
  );
}

/** Beyond the first page of a list that does not say that it has more: nobody can look for it. */
function isHidden({ setting, servers }: World, id: string): boolean {
  const { shows, link } = setting.wording;
  if (shows === undefined || link) return false;
  return servers.vendor.keys.listed.findIndex((key) => key.id === id) >= shows;
}
