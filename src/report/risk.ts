import { fateInfo, fatesOf } from '../domain/journal/fate';
import type { RotationState, RowState } from '../domain/journal/rotation';
import { rowParts } from '../domain/journal/rowId';
import { infoOf, isStep } from '../domain/steps';
import { sentenceList } from '../domain/tools/text';
import { own, say, type Phrase } from './phrase';
import type { Situation } from './situation';

/** consumers is worth waking somebody; doubt is worth a ticket, and is also what nobody has looked at. */
export interface Risk {
  readonly level: 'none' | 'doubt' | 'consumers';
  readonly phrase: Phrase;
}

const NONE: Risk = { level: 'none', phrase: own('nothing') };

/** What may be failing, or open to abuse, while this stop lasts. */
export function riskOf(situation: Situation): Risk {
  const { rotation } = situation;
  return (
    refusedInUse(situation) ??
    (rotation
      ? (failing(rotation) ?? cutOff(rotation) ?? doubt(rotation) ?? unseen(rotation))
      : notLookedAt(situation)) ??
    NONE
  );
}

/** RK5011: the vendor refuses the key that the store serves. */
function refusedInUse({ error, rotation, state }: Situation): Risk | undefined {
  const codes = [error?.code, rotation?.closed ? undefined : (rotation?.blocked ?? state?.blocked)?.code];
  if (!codes.includes('RK5011')) return undefined;
  return { level: 'consumers', phrase: own('every consumer: the vendor refuses the key in use') };
}

/** A workload that was not well when last looked at, after a switch. */
function failing(rotation: RotationState): Risk | undefined {
  if (rotation.closed) return undefined;
  const switched = rotation.rows['forward/promote']?.intent ?? rotation.rows['forward/promote']?.result;
  const names = switched ? unhealthy(rotation) : [];
  if (names.length === 0) return switched && lateUnhealthy(rotation) ? LATE : undefined;
  return { level: 'consumers', phrase: say`consumers of ${sentenceList(names)} may be failing` };
}

const LATE: Risk = {
  level: 'consumers',
  phrase: own('a consumer was unhealthy when last looked at; the old key still works'),
};

/** Well when it was checked, and not any more at the end of the drain. */
const lateUnhealthy = ({ rows, pass }: RotationState): boolean => {
  const drain = rows[`${pass}/drain`];
  return drain?.result === undefined && drain?.firstFailure !== undefined && drain.lastFailure === 'RK6008';
};

/** After a step back the checks of that pass count, as soon as there are any. */
function unhealthy(rotation: RotationState): readonly string[] {
  const rows = Object.entries(rotation.rows).flatMap(([id, row]) => {
    const parts = rowParts(id);
    const rolled = parts !== undefined && isStep(parts.step) && infoOf(parts.step).perWorkload;
    return row && parts && rolled ? [{ well: !isUnhealthy(row), ...parts }] : [];
  });
  const again = new Set(rows.filter((row) => row.pass === 'back' && row.well).map((row) => row.unit));
  const bad = rows.filter((row) => !row.well && (row.pass === 'back' || !again.has(row.unit)));
  return [...new Set(bad.map((row) => row.unit ?? ''))];
}

/** A probe or a deployer that cannot be reached says nothing about the consumers. */
const isUnhealthy = ({ result, lastFailure }: RowState): boolean =>
  result === undefined && (lastFailure === 'RK6002' || lastFailure === 'RK6005');

/** The key that the store serves is disabled or revoked: a containment, or a gap. */
function cutOff(rotation: RotationState): Risk | undefined {
  const fates = fatesOf(rotation);
  if (
    rotation.closed ||
    rotation.kind === 'remove' ||
    fates.current === 'unknown' ||
    fates.current === 'unclear'
  )
    return undefined;
  const served = fates[fates.current].fate;
  if (!fateInfo(served).isCutOff) return undefined;
  return { level: 'consumers', phrase: own('every consumer: the key in use is disabled or revoked') };
}

function doubt(rotation: RotationState): Risk | undefined {
  const fates = fatesOf(rotation);
  const victim = fates.victim && fates[fates.victim];
  if (victim?.fate === 'unproven') {
    return { level: 'doubt', phrase: own('a revoked key may still be accepted: its death is not proved') };
  }
  if (fates.new.fate === 'perhaps' && rotation.closed) {
    return { level: 'doubt', phrase: own('a key that nobody uses may be left at the vendor') };
  }
  return undefined;
}

/** Nothing at risk is said only where somebody has looked since the last change. */
function unseen(rotation: RotationState): Risk | undefined {
  if (rotation.closed && rotation.pass !== 'abandon') return undefined;
  const { current, old } = fatesOf(rotation);
  if (current === 'unknown' || current === 'unclear') return IN_DOUBT;
  if (old.fate === 'disabling' || old.fate === 'disabled') return DISABLED;
  const switched = rotation.rows[`${rotation.pass}/promote`]?.result !== undefined;
  const names = switched ? unchecked(rotation) : [];
  if (names.length === 0) return undefined;
  return {
    level: 'doubt',
    phrase: say`not known: ${sentenceList(names)} ${own(names.length === 1 ? 'was' : 'were')} not checked since the switch`,
  };
}

const IN_DOUBT: Risk = { level: 'doubt', phrase: own('not known: nobody has seen which key is in use') };
const DISABLED: Risk = { level: 'doubt', phrase: own('whatever still uses the old key: it is disabled') };

const unchecked = ({ rows, snapshot, pass }: RotationState): readonly string[] =>
  snapshot.usedBy.filter((name) => rows[`${pass}/check:${name}`]?.result === undefined);

/** Without its facts nothing can be said of an open rotation. */
function notLookedAt({ state }: Situation): Risk | undefined {
  return state?.open === undefined
    ? undefined
    : { level: 'doubt', phrase: own('not known: this run did not look at the open rotation') };
}
