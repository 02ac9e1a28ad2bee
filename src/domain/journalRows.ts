import { RekeyError } from './errors';
import { FACT_VERSION, NO_ROTATION, type Fact } from './facts';
import type { KeyState } from './keyState';
import { rowParts } from './rowId';

/** How a journal writes itself down. A journal may be cut, or forged: everything read from it is looked at before it is believed. */
export const JOURNAL_FORMAT = 1;
export const ROW_VERSION = 1;

const FACT_TYPES: ReadonlySet<string> = new Set<Fact['type']>([
  'claim',
  'release',
  'intent',
  'result',
  'failed',
  'wait',
  'turn',
  'condemn',
  'blocked',
  'hold',
  'unhold',
  'warning',
  'closed',
]);

/** Facts that say what became of a row, and so must name it; the first two with what there is to say. */
const WITH_DATA: ReadonlySet<string> = new Set<Fact['type']>(['intent', 'result']);
const ABOUT_A_ROW: ReadonlySet<string> = new Set<Fact['type']>(['intent', 'result', 'failed', 'wait']);

type Fields = Readonly<Record<string, unknown>>;

export const cut = (what: string): RekeyError => new RekeyError('RK7002', `${what} is cut or unreadable.`);

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
  if (!isCount(version) || version === 0) throw cut(what);
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
  if (!isRow(value) || value.identity !== identity) throw cut(what);
  return value;
}

function isRow(value: Fields): value is Fields & KeyState {
  const strings = ['identity', 'name', 'environment', 'vendor', 'head'];
  return (
    strings.every((field) => typeof value[field] === 'string') &&
    value['head'] !== '' &&
    isCount(value['count']) &&
    isCount(value['failures']) &&
    isStrings(value['workloads']) &&
    isStrings(value['condemned']) &&
    (value['open'] === undefined || isOpen(value['open']))
  );
}

function isOpen(value: unknown): boolean {
  return (
    isObject(value) &&
    ['rotation', 'kind', 'started', 'pass', 'status'].every((field) => typeof value[field] === 'string') &&
    isCount(value['takeovers']) &&
    (value['claim'] === undefined || (isObject(value['claim']) && isObject(value['claim']['owner'])))
  );
}

export const writeFacts = (facts: readonly Fact[]): string =>
  facts.map((fact) => `${JSON.stringify(fact)}\n`).join('');

/** One fact a line, each line ended, so that a cut shows. */
export function readFacts(text: string, rotation: string): readonly Fact[] {
  if (text === '') return [];
  if (!text.endsWith('\n')) throw cut(factsOf(rotation));
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => readFact(parseObject(line, factsOf(rotation)), rotation));
}

export function readFact(value: unknown, rotation: string): Fact {
  const what = factsOf(rotation);
  if (!isObject(value)) throw cut(what);
  refuseNewer(value['v'], FACT_VERSION, 'A fact');
  if (!isFact(value) || value.rotation !== rotation) throw cut(what);
  return value;
}

const factsOf = (rotation: string): string =>
  rotation === NO_ROTATION ? 'The file of facts without a rotation' : `The file of facts of ${rotation}`;

function isFact(value: Fields): value is Fields & Fact {
  const { type, row, data } = value;
  return (
    ['id', 'at', 'rotation', 'by', 'type'].every((field) => typeof value[field] === 'string') &&
    value['id'] !== '' &&
    FACT_TYPES.has(String(type)) &&
    (row === undefined ? !ABOUT_A_ROW.has(String(type)) : isRowId(row)) &&
    (isObject(data) || !WITH_DATA.has(String(type))) &&
    !Number.isNaN(Date.parse(String(value['at'])))
  );
}

const isRowId = (value: unknown): boolean => typeof value === 'string' && rowParts(value) !== undefined;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
