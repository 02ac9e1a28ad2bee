import type { Fact } from '../../../../src/domain/journal/facts';
import { foldKey } from '../../../../src/domain/journal/keyState';
import { instant, HOUR } from '../../../../src/domain/tools/time';
import type { World } from '../../world/world';
import type { Incident } from './incident';
import type { Forged } from './forged';
import { appendCommit } from './journals';

const result = (row: string, data: Record<string, string | number>, how = 'did'): Forged<Fact> =>
  ({ type: 'result', row, how, data }) as Forged<Fact>;

interface Ids {
  readonly served: string;
  readonly foreign: string;
  readonly other: string;
}

/** Facts that a forger adds to an open rotation: that somebody is dead, that it turned back, that it is another's. */
/** The old key is silent, every workload well, and it is time. */
const drained = ({ other }: Ids, { scheduler }: World): readonly Forged<Fact>[] => [
  result('forward/drain', { silent: 'observed', until: instant(scheduler.now) }, 'observed'),
  { type: 'condemn', credential: other, why: 'pass forward' },
  result('forward/condemn', { id: other }),
];

const LIES: readonly ((ids: Ids, world: World) => readonly Forged<Fact>[])[] = [
  drained,
  (ids, world) => drained(ids, world).slice(0, 1),
  ({ other }) => [result('forward/revoke', { id: other }), proof('forward')],
  ({ served }) => [
    { type: 'condemn', credential: served, why: 'it is time' },
    result('forward/condemn', { id: served }),
    result('forward/revoke', { id: served }),
    proof('forward'),
  ],
  () => [proof('forward'), result('forward/free', { destroyed: 0 })],
  () => [{ type: 'turn', to: 'back', why: 'a change of mind' }],
  () => [{ type: 'turn', to: 'discard', why: 'a change of mind' }],
  ({ served }) => [
    { type: 'turn', to: 'back', why: 'a change of mind' },
    result('back/verify', { accepted: 3 }, 'observed'),
    result('back/promote', { version: '1', previous: '2', id: served }),
  ],
  ({ foreign }) => [
    result('forward/create', { id: foreign, label: 'rekey', staged: '1' }),
    { type: 'turn', to: 'discard', why: 'a change of mind' },
  ],
  ({ served }) => [result('forward/promote', { version: '1', previous: '1', id: served })],
  ({ other }) => [
    result('forward/claim', { base: '1', old: 'present', oldId: other, oldHow: 'the vendor says so' }),
  ],
  (_ids, world) => [
    {
      type: 'blocked',
      code: 'RK5013',
      why: 'so they say',
    },
    { type: 'unhold', actor: 'a-person', reason: instant(world.scheduler.now + HOUR) },
  ],
];

const proof = (pass: string): Forged<Fact> =>
  result(`${pass}/prove`, { refused: 3, control: 3, grade: 'refused' }, 'observed');

/** Whoever may write the journal says what did not happen: a death, a way back, another id. */
export const forgedWords: Incident = {
  name: 'death or return forged',
  weight: 6,
  begin(world, chance) {
    const [key] = world.setting.keys;
    if (!key || world.setting.journal !== 'file') return undefined;
    const identity = world.identityOf(key);
    const last = world.chronicle.all.findLast((one) => one.key === identity)?.fact;
    if (!last || !world.chronicle.stateOf(identity).open) return undefined;
    const { keys } = world.servers.vendor;
    const served = keys.byValue(world.served(key).value ?? '')?.id ?? '';
    const foreign = keys.all.find(({ owner }) => owner === 'foreign')?.id ?? '';
    const other = keys.all.findLast(({ id, owner }) => owner === 'ours' && id !== served)?.id ?? foreign;
    const lie = chance.pick(LIES);
    const facts = (lie?.({ served, foreign, other }, world) ?? []).map((one, at) => ({
      ...one,
      v: last.v,
      id: `forged.${world.scheduler.now}.${at}`,
      at: instant(world.scheduler.now),
      rotation: last.rotation,
      by: last.by,
    })) as readonly Fact[];
    const state = foldKey(world.chronicle.stateOf(identity), facts);
    if (facts.length === 0 || !appendCommit(world, [{ key: identity, facts, state }])) return undefined;
    world.assumptions.breaks('the journal is ours', 'journal', 'a forger');
    return `somebody forges ${facts.map((fact) => ('row' in fact ? fact.row : fact.type)).join(', ')} of ${key.name} in the journal`;
  },
};
