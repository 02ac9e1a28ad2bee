/** What follows from how a rotation ended; its words are in `report/outcomes.ts`. */
interface OutcomeInfo {
  /** What was asked for is the case. */
  readonly isGood?: true;
  /** How its ticket is closed. Left out: it stays open, because a person must look. */
  readonly ticket?: 'done' | 'undone' | 'abandoned';
}

/** Persisted words. */
export const OUTCOMES = {
  done: { isGood: true, ticket: 'done' },
  adopted: { isGood: true, ticket: 'done' },
  rehearsed: { isGood: true, ticket: 'done' },
  removed: { isGood: true, ticket: 'done' },
  undone: { ticket: 'undone' },
  abandoned: { ticket: 'abandoned' },
  unproven: {},
} as const satisfies Record<string, OutcomeInfo>;

export type Outcome = keyof typeof OUTCOMES;
export type TicketEnd = NonNullable<OutcomeInfo['ticket']>;

const INFO: Readonly<Record<Outcome, OutcomeInfo>> = OUTCOMES;

export const outcomeInfo = (outcome: Outcome): OutcomeInfo => INFO[outcome];
