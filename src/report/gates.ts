import type { EffectRecord, Evidence, Gate } from '../domain/evidence';
import type { JsonObject } from '../domain/json';
import { codeSpan, inOrder } from '../domain/text';
import { table } from './markdown';
import { between, second } from './moment';

const VERDICTS: Readonly<Record<Gate['verdict'], string>> = {
  passed: '✅ passed',
  failed: '❌ failed',
  'not observed': '🟡 not observed',
};

/** Each gate with its verdict and its numbers. */
export function gateTable(gates: readonly Gate[]): string {
  return table(
    ['Gate', 'Verdict', 'When (UTC)', 'What was seen'],
    gates.map((gate) => [rowName(gate), VERDICTS[gate.verdict], second(gate.at), numbers(gate.numbers)]),
  );
}

const HOWS: Readonly<Record<EffectRecord['how'], string>> = {
  did: 'did',
  found: 'found done: it happened in between',
  'not known': 'asked for; whether it happened is not known',
};

/** Each effect with both times: when it was sent at the earliest, and when somebody was told, or found it. */
export function effectTable(effects: readonly EffectRecord[]): string {
  return table(
    ['Effect', 'How', 'Sent (UTC)', 'Told or found', 'Details'],
    effects.map((effect) => [
      rowName(effect),
      HOWS[effect.how],
      `${second(effect.sent)}${effect.intents.length > 1 ? `, asked ${String(effect.intents.length)} times` : ''}`,
      toldAt(effect),
      numbers(effect.data),
    ]),
  );
}

function toldAt({ how, sent, at }: EffectRecord): string {
  if (how === 'not known') return '–';
  return sent === at ? second(at) : `${second(at)}, ${between(sent, at)} later`;
}

export function failureTable(failures: Evidence['failures']): string {
  return table(
    ['Failure', 'Code', 'When (UTC)', 'Message'],
    failures.map((failure) => [
      rowName(failure),
      codeSpan(failure.code),
      second(failure.at),
      codeSpan(failure.message, 300),
    ]),
  );
}

export function rowName({ pass, step, unit }: Pick<Gate, 'pass' | 'step' | 'unit'>): string {
  const name = pass === 'forward' ? step : `${pass} ${step}`;
  return unit === undefined ? name : `${name} ${codeSpan(unit)}`;
}

/** Public data of a row as one code span: a sentence where there is one, else names and values. */
export function numbers(data: JsonObject): string {
  const { sentence, ...rest } = data;
  const pairs = Object.entries(rest)
    .sort(([one], [other]) => inOrder(one, other))
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const words = typeof sentence === 'string' && sentence !== '' ? [sentence, ...pairs] : pairs;
  return codeSpan(words.join(', '), 240);
}
