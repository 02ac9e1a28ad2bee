import type { Invariant } from './invariant';

export const removedStaysGone: Invariant = {
  name: 'removed stays gone',
  sentence:
    'Once a key was condemned because a person wanted it gone, proved or not, no scheduled run begins anything with it, until a person has given it a new one.',
  restsOnJournal: true,
  watch: (world, broken) => {
    const removals = new Set<string>();
    const gone = new Set<string>();
    /** Rotations that gave a removed key a new one. */
    const revivals = new Set<string>();
    return {
      written({ fact, key, runner }) {
        if (fact.type === 'condemn' && removals.has(fact.rotation)) gone.add(key);
        if (fact.type === 'result' && fact.row === 'forward/promote' && gone.delete(key))
          revivals.add(fact.rotation);
        if (fact.type === 'result' && fact.row === 'back/promote' && revivals.has(fact.rotation))
          gone.add(key);
        if (fact.type !== 'claim' || !fact.snapshot) return;
        if (fact.kind === 'remove') removals.add(fact.rotation);
        if (gone.has(key) && fact.order.actor === 'schedule')
          broken(`${runner?.name ?? '?'} begins to ${fact.kind} ${fact.snapshot.name}, which was removed`);
      },
    };
  },
};
