import { intentOf, mustBeIntended } from './intents';
import type { Invariant } from './invariant';

export const intentComesFirst: Invariant = {
  name: 'intent comes first',
  sentence:
    'Every effect has its intent in the journal before it, written by the same process and about the same thing.',
  watch: (world, broken) => ({
    effect(effect) {
      if (mustBeIntended(effect) && !intentOf(world, effect))
        broken(
          `${effect.call.id}: ${effect.kind} ${effect.about} without an intent of ${effect.call.runner.name}`,
        );
    },
  }),
};
