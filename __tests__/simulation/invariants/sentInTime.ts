import { WINDOW } from '../../../src/lifecycle/ledger';
import { intentOf } from './intents';
import type { Invariant } from './invariant';

/** What no fence of the store stops. */
const UNFENCED = new Set(['create', 'revoke', 'disable', 'roll']);

export const sentInTime: Invariant = {
  name: 'sent in time',
  sentence:
    'An effect that no fence stops is sent within 30 seconds of the append that allows it, by the last look at the clock.',
  restsOnJournal: true,
  watch: (world, broken) => ({
    effect(effect) {
      const { call, kind, about } = effect;
      if (!UNFENCED.has(kind) || world.assumptions.excuses(call.id, 'sent in time')) return;
      const key = intentOf(world, effect)?.key;
      const allowed = world.chronicle.by(call.runner).findLast((one) => one.key === key);
      const late = allowed ? call.begun - allowed.sentAt : 0;
      if (late > WINDOW) broken(`${call.id}: ${kind} ${about} was sent ${late} ms after its append`);
    },
  }),
};
