import { TIMEOUT, WINDOW } from '../../../src/lifecycle/ledger';
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
      if (!mustBeIntended(effect) || kind === 'slot' || kind === 'serve' || kind === 'destroy') return;
      const intent = intentOf(world, effect);
      const claim =
        intent && world.chronicle.of(intent.fact.rotation).findLast(({ fact }) => fact.type === 'claim');
      if (!claim || claim.fact.by === intent.fact.by) return;
      if (world.assumptions.excuses(call.id, 'sent in time')) return;
      const after = at - claim.at;
      if (after > WINDOW + TIMEOUT)
        broken(`${call.id}: ${kind} ${about} happened ${String(after)} ms after another process took over`);
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
