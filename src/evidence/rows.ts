import type { EffectRecord, Failure, Gate } from '../domain/evidence';
import type { FailedFact, Fact, IntentFact, ResultFact, RowId, StepName } from '../domain/facts';
import { rowParts, type RowParts } from '../domain/rowId';

export interface Rows {
  readonly gates: readonly Gate[];
  readonly effects: readonly EffectRecord[];
  readonly failures: readonly Failure[];
}

/** Rows that ask a question. Any other row that changed nothing (looked only) is shown as a gate too. */
const QUESTIONS: ReadonlySet<StepName> = new Set(['preflight', 'verify', 'check', 'drain', 'prove']);

/** The rows of one rotation: the last verdict of each gate, each effect with its intent, every failure. */
export function rowsOf(facts: readonly Fact[]): Rows {
  const gates = new Map<RowId, Gate>();
  const effects = new Map<RowId, EffectRecord>();
  const intents = new Map<RowId, IntentFact>();
  const failures: Failure[] = [];
  for (const fact of facts) {
    if (fact.type !== 'intent' && fact.type !== 'result' && fact.type !== 'failed') continue;
    const parts = rowParts(fact.row);
    if (!parts) continue;
    if (fact.type === 'intent') intents.set(fact.row, fact);
    else if (fact.type === 'failed') {
      failures.push({ at: fact.at, code: fact.code, message: fact.message, ...parts });
      if (QUESTIONS.has(parts.step)) gates.set(fact.row, failedGate(parts, fact));
    } else if (isEffect(parts, fact)) effects.set(fact.row, effectOf(parts, fact, intents.get(fact.row)));
    else gates.set(fact.row, gateOf(parts, fact));
  }
  return { gates: [...gates.values()], effects: [...effects.values()], failures };
}

function isEffect(parts: RowParts, fact: ResultFact): boolean {
  return !QUESTIONS.has(parts.step) && (fact.how === 'did' || fact.how === 'found');
}

function effectOf(parts: RowParts, fact: ResultFact, intent: IntentFact | undefined): EffectRecord {
  const how = fact.how === 'found' ? 'found' : 'did';
  return { how, intended: intent?.at ?? fact.at, at: fact.at, data: fact.data, ...parts };
}

function gateOf(parts: RowParts, fact: ResultFact): Gate {
  return { verdict: sawIt(fact) ? 'passed' : 'not observed', at: fact.at, numbers: fact.data, ...parts };
}

/** A drain that could not see whether old is silent, and a proof that proves nothing, were not observed. */
function sawIt(fact: ResultFact): boolean {
  return (
    fact.how !== 'not observed' && fact.data['silent'] !== 'not observed' && fact.data['grade'] !== 'unproven'
  );
}

function failedGate(parts: RowParts, fact: FailedFact): Gate {
  return {
    verdict: 'failed',
    at: fact.at,
    numbers: { code: fact.code, message: fact.message },
    ...parts,
  };
}
