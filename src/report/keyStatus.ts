import type { Occasion } from '../domain/contracts/notifier';
import { moment } from './moment';
import * as next from './next';
import * as now from './now';
import { OUTCOME_WORDS } from './outcomes';
import { own, say, type Phrase } from './phrase';
import { riskOf } from './risk';
import { statusOf, type KeyStatus, type Situation } from './situation';
import type { Standing } from './standing';
import * as until from './until';

type Telling<S> = (status: S, situation: Situation) => Phrase;

/** What the status of a key means to people: a new one is one row. */
interface Row<S> {
  readonly standing: Standing | ((status: S, situation: Situation) => Standing);
  /** Who is told; left out: nobody, unless the key is overdue. */
  readonly occasion?: Occasion | ((status: S) => Occasion);
  /** The first of the five lines. */
  readonly now: Telling<S>;
  /** The third: how long this may last, and what then. */
  readonly until: Telling<S>;
  /** The fourth: the exact thing to do. */
  readonly next: Telling<S>;
  /** Somebody is at work on it, so nobody is called, whatever is at risk. */
  readonly isAtWork?: true;
  /** There is nothing to act on, whatever is at risk. */
  readonly isIdle?: true;
  /** Instead of `now`, once this run has ended a hold or a block. */
  readonly released?: string;
  /** Tells one stop of a rotation from the next with the same occasion. Left out: when the key is due. */
  readonly detail?: (status: S) => string;
}

const NOTHING = (): Phrase => own('nothing');
const NEXT_RUN = (): Phrase => own('the next run');

const ROWS: { readonly [Is in KeyStatus['is']]: Row<Extract<KeyStatus, { is: Is }>> } = {
  elsewhere: {
    standing: 'elsewhere',
    now: (_status, situation) => now.elsewhere(situation),
    until: until.claim,
    next: NOTHING,
    isAtWork: true,
  },
  overtaken: {
    standing: 'interrupted',
    now: () => own('stopped: a hold or a release of this key intervened'),
    until: NEXT_RUN,
    next: next.interrupted,
  },
  closed: {
    standing: ({ outcome }, situation) => OUTCOME_WORDS[outcome].standing(situation),
    occasion: ({ outcome }) => OUTCOME_WORDS[outcome].occasion,
    now: ({ outcome }, { rotation }) => OUTCOME_WORDS[outcome].now(rotation),
    until: until.noDeadline,
    next: ({ outcome }, situation) => OUTCOME_WORDS[outcome].next(situation),
    detail: ({ outcome }) => outcome,
  },
  held: {
    standing: 'on hold',
    now: now.held,
    until: () => own('a person releases it'),
    next: (_status, situation) => next.release(situation),
  },
  blocked: {
    standing: 'blocked',
    occasion: 'blocked',
    now: ({ code, why }) => say`blocked, ${own(code)}: ${now.cause(why)}`,
    until: until.noDeadline,
    next: next.blocked,
    detail: ({ code, why }) => `${code} ${why}`,
  },
  person: {
    standing: 'needs a person',
    occasion: 'needs-person',
    now: ({ wait }) => say`waits for a person: ${now.cause(wait.reason)}`,
    until: until.waited,
    next: next.person,
    detail: ({ wait }) => wait.person ?? '',
  },
  waiting: {
    standing: 'waiting',
    now: ({ wait }) => say`waits: ${now.cause(wait.reason)}`,
    until: until.waited,
    next: next.waiting,
  },
  claimed: {
    standing: 'running',
    now: ({ owner }) => say`claimed by ${now.ownerOf(owner)}`,
    until: until.claim,
    next: NOTHING,
    isAtWork: true,
  },
  running: {
    standing: 'running',
    now: (_status, { rotation }) => say`at work${now.at(rotation)}`,
    until: until.claim,
    next: NOTHING,
    isAtWork: true,
  },
  interrupted: {
    standing: 'interrupted',
    now: (_status, { rotation, error }) => say`stopped${now.at(rotation)}${now.because(error)}`,
    until: NEXT_RUN,
    next: next.interrupted,
    released: 'released: the next run continues',
  },
  failed: {
    standing: 'failed',
    now: (_status, { error }) => say`not started${now.because(error)}`,
    until: until.noDeadline,
    next: next.notStarted,
  },
  refused: {
    standing: 'failed',
    now: (_status, situation) => say`not started${now.planned(situation)}`,
    until: until.noDeadline,
    next: next.notStarted,
  },
  'back off': {
    standing: 'later',
    now: () => own('the last rotation was undone; the next try is later'),
    until: (status) => own(moment(status.until)),
    next: (_status, situation) => next.later(situation),
  },
  idle: {
    standing: 'idle',
    now: (_status, situation) => say`nothing to do${now.planned(situation)}`,
    until: until.noDeadline,
    next: NOTHING,
    isIdle: true,
    released: 'released: the next run does what is due',
  },
};

/** Each status has the row of its name; TypeScript cannot follow that through a union. */
const rowOf = (status: KeyStatus): Row<KeyStatus> => ROWS[status.is] as Row<KeyStatus>;

export function nowLine(status: KeyStatus, situation: Situation): Phrase {
  const { now: told, released } = rowOf(status);
  const isReleased = situation.released === true && released !== undefined;
  return now.line(status, situation, isReleased ? own(released) : told(status, situation));
}

export const untilLine = (status: KeyStatus, situation: Situation): Phrase =>
  rowOf(status).until(status, situation);

export function doLine(status: KeyStatus, situation: Situation): Phrase {
  const { isAtWork, isIdle, next: calm } = rowOf(status);
  const isUrgent = riskOf(situation).level === 'consumers' && !isAtWork && !isIdle;
  return isUrgent ? next.rescue(status, situation) : calm(status, situation);
}

export function standingOf(situation: Situation): Standing {
  const status = statusOf(situation);
  const { standing } = rowOf(status);
  if (status.is !== 'elsewhere' && riskOf(situation).level === 'consumers') return 'at risk';
  return typeof standing === 'string' ? standing : standing(status, situation);
}

export function occasionOf(status: KeyStatus, situation: Situation): Occasion | undefined {
  const { isAtWork, occasion } = rowOf(status);
  if (isAtWork) return undefined;
  if (riskOf(situation).level === 'consumers') return 'consumers-at-risk';
  const calm = typeof occasion === 'function' ? occasion(status) : occasion;
  return calm ?? (situation.plan?.overdue === true ? 'overdue' : undefined);
}

export function detailOf(status: KeyStatus, { plan }: Situation): string {
  const { detail } = rowOf(status);
  return detail ? detail(status) : (plan?.due ?? '');
}
