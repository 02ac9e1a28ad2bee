import type { Occasion } from '../domain/contracts/notifier';
import { fatesOf } from '../domain/journal/fate';
import type { Outcome } from '../domain/outcomes';
import type { RotationState } from '../domain/journal/rotation';
import * as next from './next';
import { cause } from './now';
import { own, say, type Phrase } from './phrase';
import { rollbackOf, turnOf } from './rollback';
import type { Situation } from './situation';
import type { Standing } from './standing';

/** What the end of a rotation means to people: a new one is one row. */
interface Row {
  readonly standing: (situation: Situation) => Standing;
  readonly occasion: Occasion;
  /** The word of the evidence. */
  readonly evidence: string;
  readonly now: (rotation: RotationState | undefined) => Phrase;
  readonly next: (situation: Situation) => Phrase;
}

const NOTHING = (): Phrase => own('nothing');

const why = (rotation: RotationState | undefined): Phrase => {
  const turn = rotation && turnOf(rotation);
  return turn ? say`: ${cause(turn.why)}` : own('');
};

const isRollback = (rotation: RotationState | undefined): boolean =>
  rotation !== undefined && rollbackOf(rotation) !== undefined;

export const OUTCOME_WORDS: Readonly<Record<Outcome, Row>> = {
  done: {
    standing: () => 'rotated',
    occasion: 'done',
    evidence: 'Done.',
    now: () => own('rotated'),
    next: NOTHING,
  },
  adopted: {
    standing: () => 'adopted',
    occasion: 'done',
    evidence: 'Adopted.',
    now: (rotation) => say`adopted${why(rotation)}`,
    next: NOTHING,
  },
  rehearsed: {
    standing: () => 'rehearsed',
    occasion: 'done',
    evidence: 'Rehearsed.',
    now: () => own('rehearsed'),
    next: next.rehearsed,
  },
  removed: {
    standing: () => 'removed',
    occasion: 'done',
    evidence: 'Removed.',
    now: (rotation) => say`removed${why(rotation)}`,
    next: next.removed,
  },
  undone: {
    standing: ({ rotation }) => {
      if (!rotation || !isRollback(rotation)) return 'undone';
      return fatesOf(rotation).new.fate === 'unproven' ? 'unproven' : 'rolled back';
    },
    occasion: 'undone',
    evidence: 'Undone.',
    now: (rotation) => say`${own(isRollback(rotation) ? 'rolled back' : 'undone')}${why(rotation)}`,
    next: next.undone,
  },
  abandoned: {
    standing: () => 'undone',
    occasion: 'undone',
    evidence: 'Given up.',
    now: (rotation) => say`given up${why(rotation)}`,
    next: next.abandoned,
  },
  unproven: {
    standing: () => 'unproven',
    occasion: 'needs-person',
    evidence: 'Ended without a proof of death.',
    now: () => own('finished without a proof of death'),
    next: next.unproven,
  },
};
