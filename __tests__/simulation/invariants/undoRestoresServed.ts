import type { Invariant } from './invariant';

export const undoRestoresServed: Invariant = {
  name: 'undo leaves what was served',
  sentence: 'When a rotation is undone, the store serves the value that it served when the rotation began.',
  restsOnJournal: true,
  watch: (world, broken) => {
    const found = new Map<string, string | undefined>();
    return {
      written({ fact, key: identity }) {
        const key = world.keyOf(identity);
        if (!key) return;
        const { value } = world.served(key);
        if (fact.type === 'claim' && !found.has(fact.rotation)) found.set(fact.rotation, value);
        if (fact.type !== 'closed' || (fact.outcome !== 'undone' && fact.outcome !== 'rehearsed')) return;
        const begun = world.chronicle.of(fact.rotation)[0]?.at ?? 0;
        if ((world.handTouched.get(identity) ?? 0) >= begun) return;
        if (found.get(fact.rotation) !== value)
          broken(
            `${key.name}: ${fact.rotation} was ${fact.outcome}, and the store serves another value than before`,
          );
      },
    };
  },
};
