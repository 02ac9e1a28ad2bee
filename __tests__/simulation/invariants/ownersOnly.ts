import type { Millis } from '../../../src/domain/tools/time';
import { TIMEOUT, WINDOW } from '../../../src/lifecycle/ledger';
import type { Effect } from '../world/effect';
import type { World } from '../world/world';
import { intentOf, mustBeIntended } from './intents';
import type { Invariant } from './invariant';

export const ownersOnly: Invariant = {
  name: 'owners only',
  sentence:
    'A process whose claim was taken has no effect once window and time-out are over, and never writes again.',
  restsOnJournal: true,
  watch: (world, broken) => ({
    effect(effect) {
      const { call, kind, about, at } = effect;
      const stale = kind === 'ticket' ? sinceLost(world, effect) : 0;
      if (stale > WINDOW + TIMEOUT && !world.assumptions.excuses(call.id, 'sent in time'))
        broken(`${call.id}: a ticket was written ${stale} ms after another process took over`);
      if (!mustBeIntended(effect) || kind === 'slot' || kind === 'serve' || kind === 'destroy') return;
      const intent = intentOf(world, effect);
      const claim =
        intent && world.chronicle.of(intent.fact.rotation).findLast(({ fact }) => fact.type === 'claim');
      if (!claim || claim.fact.by === intent.fact.by) return;
      if (world.assumptions.excuses(call.id, 'sent in time')) return;
      const after = at - claim.at;
      if (after > WINDOW + TIMEOUT)
        broken(`${call.id}: ${kind} ${about} happened ${after} ms after another process took over`);
    },
    written({ fact, runner }) {
      if (fact.type === 'claim' || fact.type === 'hold' || fact.type === 'unhold') return;
      const owner = world.chronicle.ownerBefore(fact);
      // The last step of a job may give back what the step before it had.
      if (owner === undefined || owner.fact.by === fact.by || owner.runner?.job === runner?.job) return;
      broken(`${runner?.name ?? '?'} wrote ${fact.type} while ${owner.runner?.name ?? '?'} had the claim`);
    },
  }),
};

/** How long ago the process has lost all that it owned. A ticket says how a rotation stands, which only its owner knows. */
function sinceLost(world: World, { call, at }: Effect): Millis {
  const rotations = new Set(world.chronicle.by(call.runner).map(({ fact }) => fact.rotation));
  const lost = [...rotations].map((rotation) => {
    const claim = world.chronicle.of(rotation).findLast(({ fact }) => fact.type === 'claim');
    return !claim || claim.runner === call.runner ? 0 : at - claim.at;
  });
  return lost.length === 0 ? 0 : Math.min(...lost);
}
