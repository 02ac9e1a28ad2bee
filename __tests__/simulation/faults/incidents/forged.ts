import type { Fact } from '../../../../src/domain/journal/facts';
import { foldKey } from '../../../../src/domain/journal/keyState';
import { instant } from '../../../../src/domain/tools/time';
import type { Chance } from '../../../../src/sandbox/chance';
import type { KeySetting } from '../../world/setting';
import type { World } from '../../world/world';
import type { Incident } from './incident';
import { appendCommit } from './journals';

/** A fact without what its writer adds to each. */
export type Forged<F> = F extends Fact ? Omit<F, 'v' | 'id' | 'at' | 'rotation' | 'by'> : never;

/** Whoever may write the journal writes what suits him: facts that fit, with the state that they fold to. */
export const forged: Incident = {
  name: 'journal forged',
  weight: 2,
  begin(world, chance) {
    const [key] = world.setting.keys;
    if (!key || world.setting.journal !== 'file') return undefined;
    const identity = world.identityOf(key);
    const last = world.chronicle.all.findLast((one) => one.key === identity)?.fact;
    if (!last) return undefined;
    const facts = lies(world, key, chance).map((lie, at) => ({
      ...lie,
      v: last.v,
      id: `forged.${world.scheduler.now}.${at}`,
      at: instant(world.scheduler.now),
      rotation: last.rotation,
      by: last.by,
    })) as readonly Fact[];
    const state = foldKey(world.chronicle.stateOf(identity), facts);
    if (!appendCommit(world, [{ key: identity, facts, state }])) return undefined;
    world.assumptions.breaks('the journal is ours', 'journal', 'a forger');
    missForged(world, key, facts);
    return `somebody forges ${facts.map(({ type }) => type).join(', ')} of ${key.name} in the journal`;
  },
};

/** A rollout after the switch that nobody made is one that left all instances behind. */
function missForged(world: World, key: KeySetting, facts: readonly Fact[]): void {
  const written = world.chronicle.factsOf(facts[0]?.rotation ?? '');
  if (!written.some((fact) => fact.type === 'result' && fact.row === 'forward/promote')) return;
  const rows = facts.flatMap((fact) => (fact.type === 'result' ? [fact.row] : []));
  for (const holder of world.fleet.holders)
    if (holder.key === key && rows.some((row) => row.startsWith('forward/deploy:'))) holder.isMissed = true;
}

/** That all is well and over, so that a key in use dies early; or that the key of somebody else is the one to end. */
function lies(world: World, key: KeySetting, chance: Chance): readonly Forged<Fact>[] {
  const served = world.servers.vendor.keys.byValue(world.served(key).value ?? '')?.id ?? '';
  const foreign = world.servers.vendor.keys.all.find(({ owner }) => owner === 'foreign')?.id ?? '';
  const victim = chance.pick([served, foreign]) ?? served;
  const result = (row: string, data: Record<string, string | number>) =>
    ({ type: 'result', row, how: 'observed', data }) as Forged<Fact>;
  const isOver = [
    ...key.workloads.map((name) => result(`forward/check:${name}`, { passes: 2, sentence: 'all is well' })),
    result('forward/drain', { silent: 'observed', until: instant(world.scheduler.now) }),
  ];
  const rolled = world.setting.workloads
    .filter((workload) => workload.rolled && key.workloads.includes(workload.name))
    .map(({ name }) => result(`forward/deploy:${name}`, { rollout: 'rolled by somebody else' }));
  const condemned: Forged<Fact>[] = [
    { type: 'condemn', credential: victim, why: 'it is time' },
    result('forward/condemn', { id: victim }),
  ];
  const oldIs = result('forward/claim', { base: '1', old: 'present', oldId: victim, oldHow: 'so they say' });
  const madeIs = result('forward/create', { id: victim, label: 'rekey', staged: '' });
  const turn: Forged<Fact> = { type: 'turn', to: 'discard', why: 'a change of mind' };
  return (
    chance.pick([
      isOver,
      [...rolled, ...isOver],
      condemned,
      [...isOver, ...condemned],
      [oldIs, ...isOver],
      [madeIs, turn],
    ]) ?? isOver
  );
}
