import type { RotationState } from '../domain/journal/rotation';
import type { TurnFact } from '../domain/journal/facts';

/** The turn by which a person took the rotation back; undefined where it was undone because something failed. */
export function rollbackOf({ turns, claims }: RotationState): Pick<TurnFact, 'why'> | undefined {
  const [first] = turns;
  if (!first || first.code !== undefined) return undefined;
  const claim = claims.find(({ by }) => by === first.by);
  return claim?.order.command === 'rollback' ? first : undefined;
}

/** The turn that says why the rotation was undone, or given up: the first, because what follows it are its consequences. */
export function turnOf({ turns, pass }: RotationState): RotationState['turns'][number] | undefined {
  return pass === 'abandon' ? turns.at(-1) : turns[0];
}
