import type { Fact, Rank, WaitFact } from '../domain/journal/facts';
import type { StepName } from '../domain/steps';
import { rowParts } from '../domain/journal/rowId';
import { moment } from './moment';
import { seen } from './seen';
import { foreign, own, plain, say, type Phrase } from './phrase';

const LONG = 300;

/**
 * One fact as one line of a log, or undefined when there is nothing to tell. `before`: the fact told last, so that a wait
 * that only continues is not told again.
 */
export function progressLine(fact: Fact, before?: Fact): string | undefined {
  const phrase = told(fact, before);
  return phrase && plain(phrase);
}

const told = (fact: Fact, before: Fact | undefined): Phrase | undefined =>
  'row' in fact ? rowTold(fact, before) : decisionTold(fact);

type RowFact = Extract<Fact, { row: unknown }>;

function rowTold(fact: RowFact, before: Fact | undefined): Phrase | undefined {
  switch (fact.type) {
    case 'intent':
      return say`→ ${rowText(fact.row)}`;
    case 'result':
      return say`${own(fact.how === 'not observed' ? '○' : '✓')} ${rowText(fact.row)}  ${own(fact.how)}  ${seen(stepOf(fact.row), fact.data)}`;
    case 'failed':
      return say`✗ ${rowText(fact.row)}  ${own(fact.code)}  ${foreign(fact.message, LONG)}`;
    case 'wait':
      return before?.type === 'wait' && sameWait(before, fact) ? undefined : waitText(fact);
  }
}

function decisionTold(fact: Exclude<Fact, RowFact>): Phrase | undefined {
  switch (fact.type) {
    case 'claim':
      return fact.takenFrom === undefined
        ? say`claimed: ${own(fact.kind)}${rankOf(fact)}, until ${own(moment(fact.end))}`
        : say`taken over from ${fact.takenFrom}: ${own(fact.kind)}${rankOf(fact)}`;
    case 'release':
      return undefined;
    case 'turn':
      return say`↩ ${own(fact.to)}: ${foreign(fact.why, LONG)}`;
    case 'condemn':
      return say`† ${fact.credential} never becomes current again: ${foreign(fact.why, LONG)}`;
    case 'blocked':
      return say`■ blocked, ${own(fact.code)}: ${foreign(fact.why, LONG)}`;
    case 'hold':
      return say`■ on hold by ${fact.actor}${reasonOf(fact)}`;
    case 'unhold':
      return say`▶ released by ${fact.actor}${reasonOf(fact)}`;
    case 'warning':
      return say`! ${foreign(fact.message, LONG)}`;
    case 'closed':
      return say`■ ${own(fact.outcome)}`;
  }
}

/** The lowest is that of every order, whoever gave it. */
const rankOf = ({ rank }: { readonly rank: Rank }): Phrase => own(rank === 'scheduled' ? '' : `, ${rank}`);

const reasonOf = ({ reason }: { readonly reason: string }): Phrase =>
  reason === '' ? own('') : say`: ${foreign(reason, LONG)}`;

const stepOf = (row: WaitFact['row']): StepName => rowParts(row)?.step ?? 'close';

function waitText(fact: WaitFact): Phrase {
  const person = fact.person === undefined ? own('') : say`; to do: ${foreign(fact.person, LONG)}`;
  return say`… ${rowText(fact.row)}  until ${own(moment(fact.until))}: ${foreign(fact.reason, LONG)}${person}`;
}

function sameWait(one: WaitFact, other: WaitFact): boolean {
  return one.row === other.row && one.reason === other.reason && moment(one.until) === moment(other.until);
}

function rowText(row: WaitFact['row']): Phrase {
  const parts = rowParts(row);
  if (!parts) return foreign(row);
  const name = parts.pass === 'forward' ? parts.step : `${parts.pass} ${parts.step}`;
  return parts.unit === undefined ? own(name) : say`${own(name)} ${parts.unit}`;
}
