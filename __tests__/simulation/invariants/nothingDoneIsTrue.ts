import { rowParts } from '../../../src/domain/journal/rowId';
import type { Effect, EffectKind } from '../world/effect';
import { intentOf } from './intents';
import type { Invariant } from './invariant';

/** Effects that are one call: a step that makes several may well have done half. */
const EFFECT_OF: Readonly<Record<string, EffectKind>> = {
  create: 'create',
  promote: 'serve',
  fence: 'serve',
  deploy: 'roll',
  disable: 'disable',
  revoke: 'revoke',
  sweep: 'revoke',
};

export const nothingDoneIsTrue: Invariant = {
  name: 'nothing done is true',
  sentence: 'When the journal says that an effect surely did not happen, it has not happened and never will.',
  restsOnJournal: true,
  watch: (world, broken) => {
    const done = new Map<string, Effect>();
    const denied = new Set<string>();
    return {
      effect(effect) {
        const intent = intentOf(world, effect)?.fact;
        if (!intent || EFFECT_OF[rowParts(intent.row)?.step ?? ''] !== effect.kind) return;
        done.set(intent.id, effect);
        if (denied.has(intent.id))
          broken(`${effect.call.id}: ${effect.kind} ${effect.about} happened after all`);
      },
      written({ fact }) {
        if (fact.type !== 'failed' || fact.nothingDone !== true) return;
        const intent = world.chronicle
          .factsOf(fact.rotation)
          .findLast((one) => one.type === 'intent' && one.row === fact.row && one.by === fact.by);
        if (!intent) return;
        denied.add(intent.id);
        const effect = done.get(intent.id);
        if (effect)
          broken(`${fact.row}: nothing was done, it says, but ${effect.call.id} did ${effect.kind}`);
      },
    };
  },
};
