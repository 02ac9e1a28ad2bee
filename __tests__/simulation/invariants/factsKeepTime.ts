import { millis, MINUTE } from '../../../src/domain/tools/time';
import type { Invariant } from './invariant';

/** What whole seconds and a slow line may make of the journal's clock. */
const TOLERANCE = MINUTE;

export const factsKeepTime: Invariant = {
  name: 'facts keep time',
  sentence: 'No fact is dated later than the clock of the journal, whatever the clock of a runner says.',
  restsOnJournal: true,
  watch: (world, broken) => ({
    written({ fact, runner }) {
      const ahead = millis(fact.at) - world.journalTime;
      if (ahead > TOLERANCE) broken(`${runner?.name ?? '?'} dates ${fact.type} ${ahead} ms ahead`);
    },
  }),
};
