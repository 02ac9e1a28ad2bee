import type { Invariant } from './invariant';

/** Runs that one rotation may need, whatever happens. */
const MOST = 100;

export const resumesAreFew: Invariant = {
  name: 'resumes are few',
  sentence: `No rotation needs more than ${MOST} runs.`,
  restsOnJournal: true,
  watch: (world, broken) => {
    const claims = new Map<string, number>();
    return {
      written({ fact }) {
        if (fact.type !== 'claim') return;
        const count = (claims.get(fact.rotation) ?? 0) + 1;
        claims.set(fact.rotation, count);
        if (count > MOST) broken(`${fact.rotation} was claimed ${count} times`);
      },
    };
  },
};
