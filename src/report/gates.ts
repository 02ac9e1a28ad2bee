import type { EffectRecord, Evidence, Gate } from '../domain/evidence';
import { codeSpan } from '../domain/tools/text';
import { table } from './markdown';
import { between, second } from './moment';
import { markdown } from './phrase';
import { named, seen } from './seen';

const VERDICTS: Readonly<Record<Gate['verdict'], string>> = {
  passed: '✅ passed',
  failed: '❌ failed',
  'not observed': '🟡 not observed',
};

/** Each gate with its verdict and its numbers. */
export function gateTable(gates: readonly Gate[]): string {
  return table(
    ['Gate', 'Verdict', 'When (UTC)', 'What was seen'],
    gates.map((gate) => [
      rowName(gate),
      VERDICTS[gate.verdict],
      second(gate.at),
      markdown(seen(gate.step, gate.numbers)),
    ]),
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
      `${second(effect.sent)}${effect.intents.length > 1 ? `, asked ${effect.intents.length} times` : ''}`,
      toldAt(effect),
      markdown(effect.how === 'not known' ? named(effect.data) : seen(effect.step, effect.data)),
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
