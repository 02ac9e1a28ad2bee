import { RekeyError } from '../errors';
import { FACT_VERSION, NO_ROTATION, type Fact } from './facts';
import type { KeyState } from './keyState';
import { wrongInFact } from './factShapes';
import { wrongInRow } from './rowShape';
import { count, isObject } from './shape';
import { codeSpan } from '../tools/text';

/** How a journal writes itself down. A journal may be cut, or forged: everything read from it is looked at before it is believed. */
export const JOURNAL_FORMAT = 1;
export const ROW_VERSION = 1;

type Fields = Readonly<Record<string, unknown>>;

export const cut = (what: string): RekeyError => new RekeyError('RK7002', `${what} is cut or unreadable.`);

/** @param field the path of what does not fit, empty for all of it */
const misshapen = (what: string, field: string): RekeyError =>
  field === ''
    ? cut(what)
    : new RekeyError('RK7002', `${what} cannot be read: ${codeSpan(field)} is not what belongs there.`);

/** JSON that must be an object; anything else is a journal that was cut. */
export function parseObject(text: string, what: string): Fields {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw cut(what);
  }
  if (!isObject(parsed)) throw cut(what);
  return parsed;
}

/** Throws RK7004 when a newer release of Rekey wrote this. */
export function refuseNewer(version: unknown, newest: number, what: string): void {
  if (count(version) !== undefined || typeof version !== 'number' || version === 0) throw cut(what);
  if (version > newest)
    throw new RekeyError('RK7004', `${what} has version ${version}, this release reads up to ${newest}.`);
}

/** `{"format": 1}` */
export function readFormat(text: string): void {
  refuseNewer(parseObject(text, 'journal.json')['format'], JOURNAL_FORMAT, 'journal.json');
}

/** One row of the index. */
export function readRow(identity: string, value: unknown): KeyState {
  const what = 'A row of the journal';
  if (!isObject(value)) throw cut(what);
  refuseNewer(value['v'], ROW_VERSION, what);
  const wrong = wrongInRow(value) ?? (value['identity'] === identity ? undefined : 'identity');
  if (wrong !== undefined) throw misshapen(rowOf(value['name']), wrong);
  return value as Fields & KeyState;
}

const rowOf = (name: unknown): string =>
  typeof name === 'string' ? `The row of ${codeSpan(name)} in the journal` : 'A row of the journal';

export const writeFacts = (facts: readonly Fact[]): string =>
  facts.map((fact) => `${JSON.stringify(fact)}\n`).join('');

/** One fact a line, each line ended, so that a cut shows. */
export function readFacts(text: string, rotation: string): readonly Fact[] {
  if (text === '') return [];
  if (!text.endsWith('\n')) throw cut(factsOf(rotation));
  return text
    .slice(0, -1)
    .split('\n')
    .map((line, at) => factOf(parseObject(line, factsOf(rotation)), rotation, at + 1));
}

export const readFact = (value: unknown, rotation: string): Fact => factOf(value, rotation);

/** @param line in its file, from 1 */
function factOf(value: unknown, rotation: string, line?: number): Fact {
  const what = `${factsOf(rotation)}${line === undefined ? '' : `, line ${line},`}`;
  if (!isObject(value)) throw cut(what);
  refuseNewer(value['v'], FACT_VERSION, 'A fact');
  const wrong = wrongInFact(value) ?? (value['rotation'] === rotation ? undefined : 'rotation');
  if (wrong !== undefined) throw misshapen(what, wrong);
  return value as Fields & Fact;
}

const factsOf = (rotation: string): string =>
  rotation === NO_ROTATION ? 'The file of facts without a rotation' : `The file of facts of ${rotation}`;
