import { RekeyError } from '../../domain/errors';
import { resultOf, type RotationState } from '../../domain/journal/rotation';

/** Who lives on and who dies, by public id. Either may be absent: first key, removal. */
export interface Roles {
  readonly victim?: string;
  readonly survivor?: string;
  /** The victim was current at some time, so it dies only through the tail. */
  readonly everCurrent: boolean;
  /** There is a victim, although its id may not be known. */
  readonly victimExists: boolean;
}

/** The id of the key that was there before, as far as anybody ever said it: it was read, or today's reviewed config says it. */
export function oldIdOf(state: RotationState, keyIdOfToday?: string): string | undefined {
  return resultOf(state, 'forward', 'claim')?.oldId ?? keyIdOfToday;
}

/** forward: old dies. back and discard: new dies. abandon: nobody does. */
export function roles(state: RotationState, keyIdOfToday?: string): Roles {
  const claim = resultOf(state, 'forward', 'claim');
  const created = resultOf(state, 'forward', 'create');
  const oldId = oldIdOf(state, keyIdOfToday);
  const hasOld = claim?.old === 'present';
  const old = hasOld && oldId !== undefined ? oldId : undefined;
  const fresh = created?.id;
  if (state.pass === 'forward') {
    return {
      everCurrent: true,
      victimExists: hasOld,
      ...(old !== undefined && { victim: old }),
      ...(fresh !== undefined && { survivor: fresh }),
    };
  }
  if (state.pass === 'abandon') return { everCurrent: true, victimExists: false };
  return {
    // A journal that discards what it says it promoted was written by somebody else.
    everCurrent: state.pass === 'back' || promoted(state),
    victimExists: fresh !== undefined,
    ...(fresh !== undefined && { victim: fresh }),
    ...(old !== undefined && { survivor: old }),
  };
}

/** The line of the pass is crossed: the victim is condemned, was dead already, or the end has begun. Only forward from here. */
export function lineCrossed(state: RotationState): boolean {
  return resultOf(state, state.pass, 'condemn') !== undefined || isEnding(state);
}

/** All that is left is to clean up and to say how it ended; evidence and ticket may say so already. */
export function isEnding({ pass, rows }: RotationState): boolean {
  return rows[`${pass}/free`] !== undefined || rows[`${pass}/close`] !== undefined;
}

/** A promote of new was recorded as done. */
export function promoted(state: RotationState): boolean {
  return resultOf(state, 'forward', 'promote') !== undefined;
}

/** A promote of new was intended, and nobody knows whether it happened. */
export function promoteOpen(state: RotationState): boolean {
  const row = state.rows['forward/promote'];
  return row?.intent !== undefined && row.result === undefined;
}

/** The id that was condemned in this pass; empty: killed by hand, id unknown. Undefined: none yet. */
export function condemnedId(state: RotationState): string | undefined {
  return resultOf(state, state.pass, 'condemn')?.id;
}

/** For the steps that kill: they apply only once there is an id. */
export function victimOf(state: RotationState): string {
  const id = condemnedId(state);
  if (id !== undefined && id !== '') return id;
  throw new RekeyError('RK7002', 'The journal names no condemned credential.');
}
