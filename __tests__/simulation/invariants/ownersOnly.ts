import { TIMEOUT, WINDOW } from '../../../src/lifecycle/ledger';
import { intentOf, mustBeIntended } from './intents';
import type { Invariant } from './invariant';

export const ownersOnly: Invariant = {
  name: 'owners only',
  sentence:
    'A process whose claim was taken has no effect once window and time-out are over, and never writes again.',
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
    written({ fact }) {
      if (fact.type === 'claim' || fact.type === 'hold' || fact.type === 'unhold') return;
      const owner = world.chronicle.ownerBefore(fact);
      if (owner !== undefined && owner !== fact.by)
        broken(`${fact.by} wrote ${fact.type} while ${owner} had the claim`);
    },
  }),
};
