import { HOUR, millis, MINUTE } from '../../../src/domain/tools/time';
import type { WaitFact } from '../../../src/domain/journal/facts';
import type { World } from '../world/world';
import type { Invariant } from './invariant';

export const waitsEnd: Invariant = {
  name: 'waits end',
  sentence:
    'Whatever an open rotation waits for, it says why, until when, until when at latest, and what then.',
  restsOnJournal: true,
  watch: (world, broken) => ({
    written({ fact, key }) {
      if (fact.type === 'wait') {
        const first = firstOf(world, fact);
        // A grace period that is made longer moves all ends, and so does a switch of which the store knows no more when it was.
        if (
          fact.person === undefined &&
          world.edits.grace === undefined &&
          isSwitchKept(world, fact.rotation, key) &&
          millis(fact.latest) > millis(first.latest) + (fact.after === undefined ? HOUR : MINUTE)
        )
          broken(`${fact.row} waits until ${fact.latest} at latest, and waited until ${first.latest} before`);
        if (fact.reason === '' || fact.then === '') broken(`${fact.row} waits without a reason or an end`);
        if (millis(fact.latest) < millis(fact.at) && fact.person === undefined)
          broken(`${fact.row} waits until ${fact.until}, at latest ${fact.latest}, which is over`);
      }
      if (fact.type !== 'release') return;
      const { open } = world.chronicle.stateOf(key);
      if (open?.status !== 'waiting' && open?.status !== 'person') return;
      if (open.resumeAt === undefined || open.latest === undefined || (open.reason ?? '') === '')
        broken(`${open.rotation} is ${open.status} and does not say until when or why`);
    },
  }),
};

/** Whoever writes another value is the last to switch; whoever writes often pushes the version out that was made current. */
function isSwitchKept(world: World, rotation: string, identity: string): boolean {
  const begun = world.chronicle.of(rotation)[0]?.at ?? 0;
  if ((world.handTouched.get(identity) ?? 0) >= begun) return false;
  const switched = world.chronicle
    .factsOf(rotation)
    .findLast((fact) => fact.type === 'result' && fact.row.endsWith('/promote'));
  const versions = world.servers.kv.mount.secrets.get(world.keyOf(identity)?.path ?? '')?.versions;
  if (switched?.type !== 'result' || !versions) return true;
  return versions.has(Number(switched.data['version']));
}

/** The first wait of the row for the same thing, since it last got on. */
function firstOf(world: World, { rotation, row, id }: WaitFact): WaitFact {
  let first: WaitFact | undefined;
  for (const fact of world.chronicle.factsOf(rotation)) {
    if (fact.type === 'unhold' || (fact.type === 'result' && fact.row === row)) first = undefined;
    // A switch that never arrived is sent again, and waited for again.
    if (fact.type === 'failed' && fact.row === row && row.endsWith('/promote') && fact.code === 'RK4010')
      first = undefined;
    if (fact.type !== 'wait' || fact.row !== row) continue;
    // Another wait in between says that the row got that far.
    if (fact.after !== first?.after) first = undefined;
    first ??= fact;
    if (fact.id === id) break;
  }
  if (!first) throw new Error('a wait comes after itself');
  return first;
}
