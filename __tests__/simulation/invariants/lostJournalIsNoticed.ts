import type { Millis } from '../../../src/domain/tools/time';
import type { Invariant } from './invariant';

export const lostJournalIsNoticed: Invariant = {
  name: 'a lost journal is noticed',
  sentence:
    'A process that begins after the journal was deleted writes nothing: it is never taken for an empty one.',
  watch: (world, broken) => {
    let deleted: Millis = Infinity;
    return {
      changed(what) {
        if (what.endsWith('the journal is deleted')) deleted = Math.min(deleted, world.scheduler.now);
      },
      written({ fact, runner }) {
        if (runner && runner.started > deleted)
          broken(`${runner.name} wrote ${fact.type} into a journal that was deleted`);
      },
    };
  },
};
