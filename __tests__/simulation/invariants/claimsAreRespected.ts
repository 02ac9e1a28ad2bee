import { RANKS } from '../../../src/domain/journal/facts';
import { millis, MINUTE } from '../../../src/domain/tools/time';
import type { Written } from '../world/chronicle';
import type { World } from '../world/world';
import type { Invariant } from './invariant';
import { journalClock } from './readings';

/** What two servers' clocks and whole seconds may make of the same moment. */
const TOLERANCE = MINUTE;

export const claimsAreRespected: Invariant = {
  name: 'claims are respected',
  sentence:
    'A key is taken from a process only when its job is over, when its claim has ended by the clock of the journal, or by a higher rank.',
  restsOnJournal: true,
  watch: (world, broken) => ({
    written(written) {
      const { fact, runner } = written;
      const before = fact.type === 'claim' ? world.chronicle.ownerBefore(fact) : undefined;
      if (!before || before.runner?.job === runner?.job || mayTake(written, before, world)) return;
      broken(`${runner?.name ?? '?'} takes the key from ${before.runner?.name ?? '?'}, which owns it`);
    },
  }),
};

function mayTake({ fact, at }: Written, { fact: claim, runner }: Written, world: World): boolean {
  if (fact.type !== 'claim' || claim.type !== 'claim') return true;
  const clock = journalClock(world);
  return (
    runner?.job.isOver === true ||
    RANKS[fact.rank] > RANKS[claim.rank] ||
    millis(claim.end) < at + clock + TOLERANCE
  );
}
