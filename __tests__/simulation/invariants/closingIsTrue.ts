import { evidence } from '../../../src/evidence/build';
import type { ClosedFact, Fact } from '../../../src/domain/journal/facts';
import type { Outcome } from '../../../src/domain/outcomes';
import { foldRotation, resultOf, type RotationState } from '../../../src/domain/journal/rotation';
import type { KeySetting } from '../world/setting';
import type { World } from '../world/world';
import type { Invariant } from './invariant';
import { LAST_LOOK, stateOf } from './readings';

/** What must be true when a rotation is closed like this. */
type Ending = (
  world: World,
  key: KeySetting,
  rotation: RotationState,
) => readonly (readonly [boolean, string])[];

const ENDINGS: Partial<Record<Outcome, Ending>> = {
  done: (world, key, rotation) => {
    const made = resultOf(rotation, 'forward', 'create')?.id;
    const proved = resultOf(rotation, 'forward', 'prove')?.grade === 'refused';
    return [
      [
        proved || resultOf(rotation, 'forward', 'claim')?.old === 'absent',
        'nobody proved the death of the old key',
      ],
      [isDead(world, resultOf(rotation, 'forward', 'claim')?.oldId), 'the old key is alive'],
      [
        servedId(world, key) === made,
        `the store serves ${servedId(world, key) ?? 'nothing'}, not ${made ?? ''}`,
      ],
    ];
  },
  undone: (world, _key, rotation) => [
    [isDead(world, madeIn(rotation)) || isUnproven(world, rotation), 'the new key is alive'],
  ],
  rehearsed: (world, _key, rotation) => [[isDead(world, madeIn(rotation)), 'the rehearsal key is alive']],
  removed: (world, _key, rotation) => [
    [isDead(world, resultOf(rotation, 'forward', 'claim')?.oldId), 'the removed key is alive'],
  ],
};

export const closingIsTrue: Invariant = {
  name: 'closing is true',
  sentence:
    'Done, undone, rehearsed and removed are what they say, and the evidence calls nobody dead who lives.',
  restsOnJournal: true,
  watch: (world, broken) => ({
    written({ fact, key: identity }) {
      const key = world.keyOf(identity);
      if (fact.type !== 'closed' || !key) return;
      const facts = world.chronicle.factsOf(fact.rotation);
      const rotation = foldRotation(facts);
      if (!rotation) return;
      const found = ENDINGS[fact.outcome]?.(world, key, rotation) ?? [];
      const byHand =
        (world.handTouched.get(identity) ?? 0) >= (world.chronicle.of(fact.rotation)[0]?.at ?? 0);
      for (const [is, what] of [...(byHand ? [] : found), died(world, facts), leftNone(world, key, fact)])
        if (!is) broken(`${key.name} is closed as ${fact.outcome}, but ${what}`);
    },
  }),
};

/** The vendor said yes to its revocation and did nothing, and the rotation says that nobody proved it. */
function isUnproven(world: World, rotation: RotationState): boolean {
  const made = madeIn(rotation);
  const grade = resultOf(rotation, rotation.pass, 'prove')?.grade;
  return made !== undefined && world.notRevoked.has(made) && grade === 'unproven';
}

const madeIn = (rotation: RotationState): string | undefined => resultOf(rotation, 'forward', 'create')?.id;

function died(world: World, facts: readonly Fact[]): readonly [boolean, string] {
  const { death } = evidence(facts);
  const dead = death.grade === 'refused' || death.grade === 'gone from list';
  return [
    !dead || isDead(world, death.credential),
    `the evidence calls ${death.credential ?? ''} ${death.grade}`,
  ];
}

/** Who says removed leaves no other key behind that is served: one that came just before the condemn could not be seen. */
function leftNone(
  world: World,
  key: KeySetting,
  { outcome, rotation }: ClosedFact,
): readonly [boolean, string] {
  const line = world.chronicle.of(rotation).find(({ fact }) => fact.type === 'condemn');
  const touched = world.handTouched.get(world.identityOf(key)) ?? 0;
  const isLate = line !== undefined && touched > line.at - LAST_LOOK;
  const id = servedId(world, key);
  return [outcome !== 'removed' || isLate || isDead(world, id), `${id ?? ''} is served, and alive`];
}

function isDead(world: World, id: string | undefined): boolean {
  const key = world.servers.vendor.keys.all.find((one) => one.id === id);
  return !key || stateOf(key) === 'revoked';
}

function servedId(world: World, key: KeySetting): string | undefined {
  const { value } = world.served(key);
  return value === undefined ? undefined : world.servers.vendor.keys.byValue(value)?.id;
}
