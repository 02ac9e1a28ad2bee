import { NEWER } from '../faults/incidents/journals';
import type { Invariant } from './invariant';

export const newerFactsAreLeft: Invariant = {
  name: 'newer facts are left alone',
  sentence: 'Once a newer release has written about a key, this one writes nothing more about it.',
  watch: (world, broken) => ({
    written({ fact, key, runner }) {
      const { broken: found } = world.assumptions;
      // What was taken out of the journal again, nobody can know.
      if (found.some(({ assumption, by }) => assumption === 'the journal is ours' && by !== NEWER)) return;
      const isNewer = found.some(({ by, about }) => by === NEWER && about === key);
      if (isNewer) broken(`${runner?.name ?? '?'} wrote ${fact.type} after what it cannot read`);
    },
  }),
};
