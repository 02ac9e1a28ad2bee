import { evidence } from '../../../src/evidence/build';
import type { EffectRecord, Evidence } from '../../../src/domain/evidence';
import type { ResultFact } from '../../../src/domain/journal/facts';
import { millis, SECOND } from '../../../src/domain/tools/time';
import type { Effect, EffectKind } from '../world/effect';
import type { World } from '../world/world';
import { intentsOf } from './intents';
import type { Invariant } from './invariant';
import { journalClock } from './readings';

/** What whole seconds of GitHub's clock, heard over a slow line, may be off. */
const TOLERANCE = 15 * SECOND;

/** What a row changes outside, as far as its time can be told. */
const KINDS: Readonly<Record<string, EffectKind>> = {
  create: 'create',
  promote: 'serve',
  deploy: 'roll',
  disable: 'disable',
  revoke: 'revoke',
  sweep: 'revoke',
};

export const timesMatchEffects: Invariant = {
  name: 'times match the effects',
  sentence:
    'What the evidence says was done, vendor, store or deploy system saw between the times at which it says that it was sent and answered, from the process that says so; what it says was found, not outside of those times.',
  restsOnJournal: true,
  watch: (world, broken) => {
    /** By rotation and row. */
    const effects = new Map<string, Effect[]>();
    return {
      effect(effect) {
        if (!Object.values(KINDS).includes(effect.kind)) return;
        // A process at work on two keys of one secret has intents of both, and either may be the one of this effect.
        for (const { fact } of intentsOf(world, effect)) {
          const place = `${fact.rotation} ${fact.row}`;
          effects.set(place, [...(effects.get(place) ?? []), effect]);
        }
      },
      written({ fact }) {
        if (fact.type !== 'closed') return;
        const facts = world.chronicle.factsOf(fact.rotation);
        const told: Evidence = evidence(facts);
        for (const record of told.effects) {
          const row = rowOf(record);
          const kind = KINDS[record.step];
          if (kind === undefined) continue;
          const seen = (effects.get(`${fact.rotation} ${row}`) ?? []).filter((one) => one.kind === kind);
          const why = wrongWith(world, record, seen, fact.rotation);
          if (why !== undefined)
            broken(
              `${row} of ${fact.rotation} was ${record.how}, sent ${record.sent}, seen ${record.at}, but ${why}`,
            );
        }
      },
    };
  },
};

const rowOf = ({ pass, step, unit }: EffectRecord): string =>
  unit === undefined ? `${pass}/${step}` : `${pass}/${step}:${unit}`;

function wrongWith(
  world: World,
  record: EffectRecord,
  seen: readonly Effect[],
  rotation: string,
): string | undefined {
  if (record.how === 'not known') return undefined;
  const [from, to] = [record.sent, record.at].map((at) => millis(at) - journalClock(world));
  const isWithin = ({ at }: Effect): boolean => at >= (from ?? 0) - TOLERANCE && at <= (to ?? 0) + TOLERANCE;
  const within = seen.filter(isWithin);
  const times = seen.map(({ at }) => new Date(at + journalClock(world)).toISOString()).join(', ');
  if (record.how === 'found')
    return seen.length > 0 && within.length === 0 ? `it happened at ${times}` : undefined;
  const writer = world.chronicle
    .of(rotation)
    .findLast(({ fact }) => fact.type === 'result' && isOf(fact, record))?.runner;
  // The clock that a suspended machine counts with stood still.
  if (writer === undefined || writer.clock.suspended > 0) return undefined;
  if (within.some(({ call }) => call.runner === writer)) return undefined;
  return seen.length === 0
    ? 'it never happened'
    : `${writer.name} did not do it then; it happened at ${times}`;
}

const isOf = ({ row, how }: ResultFact, record: EffectRecord): boolean =>
  row === rowOf(record) && how === record.how;
