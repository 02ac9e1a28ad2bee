import type { Effect } from '../world/effect';
import type { World } from '../world/world';
import type { Invariant } from './invariant';
import { intentOf } from './intents';
import { crossedByHand, isRemoved, journalClock } from './readings';
import type { RowId } from '../../../src/domain/journal/facts';
import { rowParts } from '../../../src/domain/journal/rowId';
import { millis, SECOND, type Millis } from '../../../src/domain/tools/time';

/** What GitHub's clock of whole seconds, heard over a slow line, may be off. */
const TOLERANCE = 15 * SECOND;

export const graceIsKept: Invariant = {
  name: 'grace is kept',
  sentence:
    'A key that was ever served dies only through the tail: a whole grace period after it was last served, or after its removal was asked for, and after the last workload was checked.',
  watch: (world, broken) => {
    /** Id of a key to when it was last seen to be served. */
    const served = new Map<string, Millis>();
    const { keys } = world.servers.vendor;
    const see = (): void => {
      for (const key of world.setting.keys) {
        const { value } = world.served(key);
        const id = value === undefined ? undefined : keys.byValue(value)?.id;
        if (id !== undefined) served.set(id, world.scheduler.now);
      }
    };
    see();
    return {
      effect(effect) {
        const { call, kind, about, at } = effect;
        const last = served.get(about);
        see();
        if ((kind !== 'revoke' && kind !== 'disable') || last === undefined) return;
        const key = world.keyOf(world.belongings.get(about) ?? '');
        const wasSentLate = world.assumptions.excuses(call.id, 'sent in time');
        if (key && isRemoved(world, key)) {
          const asked = at - askedAt(world, effect);
          if (asked < graceOf(world, effect) - TOLERANCE && !wasSentLate)
            broken(`${call.id}: ${kind} ${about} ${asked} ms after its removal was asked for`);
          return;
        }
        const since = at - (served.get(about) === at ? at : (served.get(about) ?? last));
        const isWrittenBack =
          world.assumptions.excuses(about, 'no dead value by hand') ||
          crossedByHand(
            world,
            keys.all.find(({ id }) => id === about),
            at,
          );
        if (since < graceOf(world, effect) && !wasSentLate && !isWrittenBack)
          broken(`${call.id}: ${kind} ${about} ${since} ms after it was served`);
        const { row, rotation } = intentOf(world, effect)?.fact ?? {};
        const isLost = world.assumptions.was('the journal is ours');
        if (row !== undefined && !isLost && (row.includes('/sweep') || row.startsWith('discard/')))
          broken(`${call.id}: ${row} ended ${about}, which was served`);
        const unchecked = at - checkedAt(world, rotation, row);
        if (unchecked < graceOf(world, effect) - TOLERANCE)
          broken(`${call.id}: ${kind} ${about} ${unchecked} ms after the last check`);
      },
      look: see,
    };
  },
};

/** When the last workload was found well in the same pass. */
function checkedAt(world: World, rotation = '', row: RowId = 'forward/revoke'): Millis {
  const pass = rowParts(row)?.pass ?? '';
  const checks = world.chronicle
    .factsOf(rotation)
    .flatMap((fact) => (fact.type === 'result' && fact.row.startsWith(`${pass}/check:`) ? [fact.at] : []));
  return Math.max(0, ...checks.map((at) => millis(at) - journalClock(world)));
}

/** When its rotation began. */
function askedAt(world: World, effect: Effect): Millis {
  const [first] = world.chronicle.factsOf(intentOf(world, effect)?.fact.rotation ?? '');
  return first ? millis(first.at) - journalClock(world) : 0;
}

/** As the rotation wrote it down when it began. Once somebody has written into the journal, today's reviewed entry is all there is. */
function graceOf(world: World, effect: Effect): Millis {
  const rotation = intentOf(world, effect)?.fact.rotation ?? '';
  const [first] = world.chronicle.factsOf(rotation);
  const written = first?.type === 'claim' ? first.snapshot?.grace : undefined;
  if (written === undefined) return world.setting.grace;
  return world.assumptions.was('the journal is ours') ? Math.min(written, world.reviewedGrace) : written;
}
