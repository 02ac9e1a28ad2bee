import { evidence } from '../../src/evidence/build';
import { foldRotation } from '../../src/domain/journal/rotation';
import type { Situation } from '../../src/report/situation';
import { keyConfig, runContext, type Tale } from './facts';

/** What a command would hand to a report after this tale. */
export function situationOf(tale: Tale, changes: Partial<Situation> = {}): Situation {
  const rotation = foldRotation(tale.facts);
  return {
    key: rotation?.snapshot ?? keyConfig(),
    run: runContext(),
    state: tale.state,
    ...(rotation && { rotation, evidence: evidence(tale.facts) }),
    ...changes,
  };
}
