import type { Evidence } from '../domain/evidence';
import { fatesOf, type Fate } from '../domain/journal/fate';
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
  switch (fate) {
    case 'refused':
    case 'gone from list':
    case 'unproven':
      return fate;
    case 'revoking':
    case 'revoked':
    case 'perhaps':
      return 'unproven';
    case 'alive':
    case 'disabling':
    case 'disabled':
      return over || !known ? 'left alive' : 'not due';
    case 'none':
      return 'not due';
  }
}
