import type { Evidence } from '../domain/evidence';
import { fateInfo, fatesOf, type Fate } from '../domain/journal/fate';
import type { Outcome } from '../domain/outcomes';
import type { RotationState } from '../domain/journal/rotation';

type Death = Evidence['death'];

/** What is known of the credential that had to die. Only a recorded proof says dead. */
export function deathOf(rotation: RotationState, outcome: Outcome | 'open'): Death {
  const fates = fatesOf(rotation);
  if (!fates.victim) return { grade: 'not due' };
  const { id, fate } = fates[fates.victim];
  const grade = gradeOf(fate, outcome !== 'open', id !== undefined);
  return id === undefined ? { grade } : { credential: id, grade };
}

function gradeOf(fate: Fate, over: boolean, known: boolean): Death['grade'] {
  const { death } = fateInfo(fate);
  if (death !== 'alive') return death;
  return over || !known ? 'left alive' : 'not due';
}
