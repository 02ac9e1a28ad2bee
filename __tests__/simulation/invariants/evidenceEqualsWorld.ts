import type { ResultFact, RowId } from '../../../src/domain/journal/facts';
import type { JsonObject } from '../../../src/domain/tools/json';
import { rowParts } from '../../../src/domain/journal/rowId';
import type { FakeKey } from '../../../src/adapters/vendors/http/fake';
import { gateway } from '../../../src/adapters/vendors/http/fake/wire';
import type { Millis } from '../../../src/domain/tools/time';
import type { Effect } from '../world/effect';
import type { KeySetting } from '../world/setting';
import type { World } from '../world/world';
import type { Invariant } from './invariant';
import { isLateComer, stateOf } from './readings';

interface Claimed {
  readonly world: World;
  readonly key: KeySetting;
  readonly fact: ResultFact;
  readonly data: JsonObject;
  readonly unit: string | undefined;
  /** Something switched this credential on again, after whoever wrote the fact had switched it off and looked last. */
  isEnabledSince(key: FakeKey): boolean;
}

/** The store keeps no version but the newest. */
const isForgotten = ({ setting }: World): boolean => setting.store.promises.keeps !== 'versions';

/** What is wrong with a result of this step, if anything is. */
const TRUTHS: Readonly<Record<string, (claimed: Claimed) => string | undefined>> = {
  create: ({ world, key, data }) => {
    const made = keyOf(world, data['id']);
    if (!made) return 'the vendor knows no such key';
    if (data['staged'] === '') return undefined;
    const slot = world.servers.kv.mount.secrets.get(`${key.path}.rekey.${key.field}`);
    const staged = slot?.versions.get(Number(data['staged']));
    if (!staged && isForgotten(world)) return undefined;
    // Others may have ended the slot before this was written down.
    if (staged?.destroyed === true || staged?.data['part_value'] === made.value) return undefined;
    return 'its value is not staged';
  },
  promote: ({ world, key, data }) => {
    const version = world.servers.kv.mount.secrets.get(key.path)?.versions.get(Number(data['version']));
    const promoted = keyOf(world, data['id']);
    if (!promoted || version?.destroyed === true || (!version && isForgotten(world))) return undefined;
    return version?.data[key.field] === promoted.value ? undefined : 'that version holds another value';
  },
  check: ({ world, fact, data }) => {
    const made = resultIn(world, fact, 'forward/create')?.['id'];
    const wrong = fact.row.startsWith('forward/') && data['keyId'] !== undefined && data['keyId'] !== made;
    return wrong ? `it has to use ${String(made)} by then` : undefined;
  },
  drain: ({ world, key, fact, data }) => {
    const isBack = fact.row.startsWith('back/');
    const id = isBack
      ? resultIn(world, fact, 'forward/create')?.['id']
      : resultIn(world, fact, 'forward/claim')?.['oldId'];
    const victim = keyOf(world, id);
    const byHand =
      (world.handTouched.get(world.identityOf(key)) ?? 0) >= (world.chronicle.of(fact.rotation)[0]?.at ?? 0);
    if (data['silent'] !== 'observed' || !victim || stateOf(victim) !== 'alive' || byHand) return undefined;
    const user = [...world.fleet.holders].find(
      ({ held, since }) => held.value === victim.value && !isLateComer(world, key, victim.id, since),
    );
    return user && `${user.who} uses ${victim.id}`;
  },
  deploy: ({ world, data }) => {
    const run = world.servers.github.home.actions.runs.find(({ id }) => String(id) === data['rollout']);
    return run?.conclusion === 'success' ? undefined : 'that run has not succeeded';
  },
  disable: ({ world, fact, data, isEnabledSince }) => {
    const { credential } = condemnedBy(world, fact) ?? {};
    const key = keyOf(world, credential);
    if (fact.how === 'not observed' || data['checked'] === 0 || !key) return undefined;
    return stateOf(key) === 'alive' && !isEnabledSince(key) ? `${key.id} is not disabled` : undefined;
  },
  revoke: ({ world, data }) => mustBeRevokedAsSaid(world, data['id']),
  sweep: ({ world, data }) => mustBeRevokedAsSaid(world, data['id']),
  prove: ({ world, fact, data }) => {
    const key = keyOf(world, condemnedBy(world, fact)?.credential);
    if (data['grade'] === 'unproven' || !key) return undefined;
    if (data['grade'] === 'refused' && world.servers.vendor.keys.accepts(key)) return `${key.id} is accepted`;
    return mustBeRevoked(key);
  },
};

export const evidenceEqualsWorld: Invariant = {
  name: 'evidence equals the world',
  sentence:
    'Each result in the journal is true when it is written: made, staged, switched, rolled, disabled (by the last look), revoked, refused.',
  restsOnJournal: true,
  watch: (world, broken) => {
    /** Name of a process and value of a credential to when it looked last whether the vendor accepts it. */
    const looks = new Map<string, Millis>();
    /** Name of a process and id of a credential to when it switched it off last. */
    const disables = new Map<string, Millis>();
    const enables = new Map<string, Effect>();
    return {
      sent({ place, runner }, request) {
        const value = place === 'vendor' ? gateway.keyOf(request) : undefined;
        if (value !== undefined) looks.set(`${runner.name} ${value}`, world.scheduler.now);
      },
      effect(effect) {
        const { kind, about, call, at } = effect;
        if (kind === 'enable') enables.set(about, effect);
        if (kind === 'disable') disables.set(`${call.runner.name} ${about}`, at);
      },
      written({ fact, key: identity, runner }) {
        const key = world.keyOf(identity);
        if (fact.type !== 'result' || !key) return;
        const parts = rowParts(fact.row);
        if (!parts || fact.how === 'not observed') return;
        const isEnabledSince = ({ id, value }: FakeKey): boolean => {
          const enable = enables.get(id);
          const own = runner?.name ?? '';
          const seen = Math.max(
            looks.get(`${own} ${value}`) ?? Infinity,
            disables.get(`${own} ${id}`) ?? Infinity,
          );
          if (!enable || enable.at < seen) return false;
          // One of its own that was on its way for longer than anything may be is seen by nobody.
          return enable.call.runner !== runner || world.assumptions.excuses(enable.call.id, 'sent in time');
        };
        const why = TRUTHS[parts.step]?.({
          world,
          key,
          fact,
          data: fact.data,
          unit: parts.unit,
          isEnabledSince,
        });
        if (why !== undefined)
          broken(`${fact.row} of ${key.name} says ${JSON.stringify(fact.data)}, but ${why}`);
      },
    };
  },
};

function keyOf(world: World, id: unknown): FakeKey | undefined {
  return world.servers.vendor.keys.all.find((key) => key.id === id);
}

/** What an earlier row of the same rotation has left. */
function resultIn(world: World, { rotation }: ResultFact, row: RowId): JsonObject | undefined {
  const result = world.chronicle
    .factsOf(rotation)
    .findLast((fact) => fact.type === 'result' && fact.row === row);
  return result?.type === 'result' ? result.data : undefined;
}

function condemnedBy(world: World, fact: ResultFact): { readonly credential: string } | undefined {
  const id = resultIn(world, fact, `${rowParts(fact.row)?.pass ?? 'forward'}/condemn`)?.['id'];
  return typeof id === 'string' ? { credential: id } : undefined;
}

function mustBeRevoked(key: FakeKey | undefined): string | undefined {
  return key && stateOf(key) !== 'revoked' ? `${key.id} is ${stateOf(key)}` : undefined;
}

/** What the vendor said yes to is done, as far as anybody can see who has not tried it: that is for the proof. */
function mustBeRevokedAsSaid(world: World, id: unknown): string | undefined {
  const key = keyOf(world, id);
  return key && world.notRevoked.has(key.id) ? undefined : mustBeRevoked(key);
}
