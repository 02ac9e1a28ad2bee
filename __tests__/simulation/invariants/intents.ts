import type { IntentFact } from '../../../src/domain/journal/facts';
import { rowParts } from '../../../src/domain/journal/rowId';
import type { Written } from '../world/chronicle';
import type { Effect, EffectKind } from '../world/effect';
import type { World } from '../world/world';

export type Intended = Written & { readonly fact: IntentFact };

/** Effects that must be intended, and the steps that may intend them. */
const STEPS: Partial<Record<EffectKind, readonly string[]>> = {
  create: ['create'],
  revoke: ['revoke', 'sweep'],
  disable: ['disable'],
  roll: ['deploy'],
  serve: ['promote', 'fence', 'claim'],
  slot: ['create', 'claim', 'free'],
  destroy: ['free'],
};

export const mustBeIntended = ({ kind }: Effect): boolean => STEPS[kind] !== undefined;

/** The newest intent of the same process that allows this effect. */
export function intentOf(world: World, effect: Effect): Intended | undefined {
  return intentsOf(world, effect).at(-1);
}

/** All of them that were written when the call left: a process may be at work on several keys of one secret. */
export function intentsOf(world: World, effect: Effect): readonly Intended[] {
  const steps = STEPS[effect.kind] ?? [];
  const { runner, departed = effect.at } = effect.call;
  return world.chronicle
    .by(runner)
    .filter((one): one is Intended => one.fact.type === 'intent' && one.at <= departed)
    .filter(({ fact, key }) => {
      const step = rowParts(fact.row)?.step;
      return step !== undefined && steps.includes(step) && isAbout(effect, fact, world, key);
    });
}

function isAbout({ kind, about, call }: Effect, { data }: IntentFact, world: World, key: string): boolean {
  switch (kind) {
    case 'create':
      return (JSON.parse(call.body) as { name?: unknown }).name === data['label'];
    case 'revoke':
    case 'disable':
      return data['id'] === about;
    case 'roll':
      return data['marker'] === about;
    default: {
      const { path = '', field = '' } = world.keyOf(key) ?? {};
      return about.includes(`/${path}`) && (kind !== 'slot' || about.endsWith(`${path}.rekey.${field}`));
    }
  }
}
