import type { EffectRecord, Failure, Gate } from '../domain/evidence';
import type { FailedFact, Fact, IntentFact, ResultFact, RowId } from '../domain/journal/facts';
import { infoOf, isStep } from '../domain/steps';
import { rowParts, type RowParts } from '../domain/journal/rowId';

export interface Rows {
  readonly gates: readonly Gate[];
  readonly effects: readonly EffectRecord[];
  readonly failures: readonly Failure[];
}

/** Any other row that changed nothing (looked only) is shown as a gate too. */
const asks = ({ step }: RowParts): boolean => isStep(step) && infoOf(step).asks === true;

/** The rows of one rotation: the last verdict of each gate, each effect with its intents, every failure. */
export function rowsOf(facts: readonly Fact[]): Rows {
  const gates = new Map<RowId, Gate>();
  const effects = new Map<RowId, EffectRecord>();
  const intents = new Map<RowId, Intents>();
  const failures: Failure[] = [];
  for (const fact of facts) {
    if (fact.type !== 'intent' && fact.type !== 'result' && fact.type !== 'failed') continue;
    const parts = rowParts(fact.row);
    if (!parts) continue;
    const sofar = intents.get(fact.row) ?? { all: [], open: [] };
    if (fact.type === 'intent') {
      intents.set(fact.row, { all: [...sofar.all, fact], open: [...sofar.open, fact] });
      // Asked again: what was seen before does not count any more.
      if (asks(parts)) gates.delete(fact.row);
    } else if (fact.type === 'failed') {
      failures.push({ at: fact.at, code: fact.code, message: fact.message, ...parts });
      if (fact.nothingDone) intents.set(fact.row, { ...sofar, open: sofar.open.slice(0, -1) });
      if (asks(parts)) gates.set(fact.row, failedGate(parts, fact));
    } else if (isEffect(parts, fact)) effects.set(fact.row, effectOf(parts, fact, sofar));
    else gates.set(fact.row, gateOf(parts, fact));
  }
  const known = [...effects.values(), ...notKnown(intents, effects, gates)];
  return { gates: [...gates.values()], effects: known, failures };
}

/** The intents of a row; `open`: those that may have had an effect. */
interface Intents {
  readonly all: readonly IntentFact[];
  readonly open: readonly IntentFact[];
}

function isEffect(parts: RowParts, fact: ResultFact): boolean {
  return !asks(parts) && (fact.how === 'did' || fact.how === 'found');
}

function effectOf(parts: RowParts, fact: ResultFact, { all, open }: Intents): EffectRecord {
  const how = fact.how === 'found' ? 'found' : 'did';
  return {
    how,
    sent: open[0]?.at ?? fact.at,
    at: fact.at,
    intents: all.map(({ at }) => at),
    data: fact.data,
    ...parts,
  };
}

/** Asked for, without a word about its end. To close is what makes the evidence itself. */
function notKnown(
  intents: ReadonlyMap<RowId, Intents>,
  ...known: readonly ReadonlyMap<RowId, unknown>[]
): readonly EffectRecord[] {
  return [...intents].flatMap(([row, { all, open }]) => {
    const parts = rowParts(row);
    const [first] = open;
    const last = open.at(-1);
    if (!parts || !first || !last || isNoEffect(parts) || known.some((rows) => rows.has(row))) return [];
    return [
      {
        how: 'not known' as const,
        sent: first.at,
        at: last.at,
        intents: all.map(({ at }) => at),
        data: last.data,
        ...parts,
      },
    ];
  });
}

const isNoEffect = (parts: RowParts): boolean => parts.step === 'close' || asks(parts);

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
