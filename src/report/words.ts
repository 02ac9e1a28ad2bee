import { infoOf, isStep, WORDS, type Word } from '../domain/steps';
import { fatesOf } from '../domain/journal/fate';
import type { Pass } from '../domain/journal/facts';
import type { RotationState, RowState } from '../domain/journal/rotation';
import { rowParts, type RowParts } from '../domain/journal/rowId';
import type { Instant } from '../domain/tools/time';
import { table } from './markdown';
import { between, minute } from './moment';

/** unseen: done, but something was not observed. stopped: begun and not finished, and what failed was another part. skipped: this rotation has no such part, or never came to it. */
export type Mark = 'done' | 'unseen' | 'now' | 'not yet' | 'failed' | 'stopped' | 'skipped';

export interface WordState {
  readonly word: Word;
  readonly mark: Mark;
  readonly from?: Instant;
  readonly to?: Instant;
}

interface Touched extends RowParts {
  readonly row: RowState;
}

/** A state never changes, and a report tells its words in a table, a picture and a page. */
const known = new WeakMap<RotationState, Map<Pass, readonly WordState[]>>();

/** The five words of one pass, each with what became of it. */
export function wordsOf(rotation: RotationState, pass: Pass): readonly WordState[] {
  const passes = known.get(rotation) ?? new Map<Pass, readonly WordState[]>();
  known.set(rotation, passes);
  const words = passes.get(pass) ?? foundOut(rotation, pass);
  passes.set(pass, words);
  return words;
}

function foundOut(rotation: RotationState, pass: Pass): readonly WordState[] {
  const rows = rowsOfPass(rotation, pass);
  const used = usedWords(rotation, pass);
  return WORDS.map((word) => {
    const own = rows.filter((row) => infoOf(row.step).word === word);
    const span = spanOf(own, rows, pass === 'forward' ? rotation.started : undefined);
    const mark = used.has(word) ? markOf(word, own, rotation, pass) : 'skipped';
    const isBystander = mark === 'failed' && !own.some(hasFailed) && rows.some(hasFailed);
    return { word, mark: isBystander ? 'stopped' : mark, ...span };
  });
}

function rowsOfPass(rotation: RotationState, pass: Pass): readonly Touched[] {
  return Object.entries(rotation.rows).flatMap(([id, row]) => {
    const parts = rowParts(id);
    return row && parts?.pass === pass && isStep(parts.step) ? [{ row, ...parts }] : [];
  });
}

function usedWords(rotation: RotationState, pass: Pass): ReadonlySet<Word> {
  const { kind } = rotation;
  if (pass === 'back') return new Set(['switch', 'watch', 'revoke', 'prove']);
  if (pass === 'discard') return new Set(['revoke', 'prove']);
  if (pass === 'abandon') return new Set();
  if (kind === 'adopt') return new Set();
  if (kind === 'remove') return new Set(['watch', 'revoke', 'prove']);
  if (kind !== 'rotate') return new Set(['create']);
  const first = fatesOf(rotation).old.fate === 'none';
  return new Set(first ? ['create', 'switch', 'watch'] : WORDS);
}

function markOf(word: Word, rows: readonly Touched[], rotation: RotationState, pass: Pass): Mark {
  if (isDone(word, rotation, pass)) return rows.some(({ row }) => isUnseen(row)) ? 'unseen' : 'done';
  const over = rotation.closed !== undefined || rotation.pass !== pass;
  if (!rows.some(({ step }) => step !== 'close')) return over ? 'skipped' : 'not yet';
  return over || rotation.blocked !== undefined ? 'failed' : 'now';
}

const hasFailed = ({ row }: Touched): boolean => row.failures > 0 && row.result === undefined;

function isUnseen({ result }: RowState): boolean {
  return (
    result !== undefined &&
    (result.how === 'not observed' ||
      result.data['silent'] === 'not observed' ||
      result.data['grade'] === 'unproven')
  );
}

/** A word is done when its last step is; switch and watch take turns, workload by workload. */
function isDone(word: Word, rotation: RotationState, pass: Pass): boolean {
  const has = (step: RowParts['step']): boolean => rotation.rows[`${pass}/${step}`]?.result !== undefined;
  switch (word) {
    case 'create':
      return has('verify');
    case 'switch':
      return has('promote') && (has('drain') || isChecked(rotation, pass));
    case 'watch':
      return has('drain') || (fatesOf(rotation).old.fate === 'none' && isChecked(rotation, pass));
    case 'revoke':
      return has('revoke');
    case 'prove':
      return has('prove');
  }
}

const isChecked = ({ rows, snapshot }: RotationState, pass: Pass): boolean =>
  snapshot.usedBy.every((name) => rows[`${pass}/check:${name}`]?.result !== undefined);

/** From the last touch of the rows before it (the time in between was spent on it) to its own last one. */
function spanOf(
  rows: readonly Touched[],
  all: readonly Touched[],
  start: Instant | undefined,
): { readonly from?: Instant; readonly to?: Instant } {
  const touches = touchesOf(rows);
  const [first, last] = [touches[0], touches.at(-1)];
  if (first === undefined || last === undefined) return {};
  const earlier = all.slice(
    0,
    Math.max(
      0,
      all.findIndex((row) => rows.includes(row)),
    ),
  );
  const before = touchesOf(earlier)
    .filter((at) => at <= first)
    .at(-1);
  return { from: before ?? start ?? first, to: last };
}

function touchesOf(rows: readonly Touched[]): readonly Instant[] {
  return rows
    .flatMap(({ row }) => [row.intent?.at, row.result?.at, row.wait?.at, row.firstFailure])
    .flatMap((at) => at ?? [])
    .sort();
}

const SIGNS: Readonly<Record<Mark, string>> = {
  done: '✅',
  unseen: '🟡',
  now: '⏳',
  'not yet': '⬜',
  failed: '❌',
  stopped: '⏹️',
  skipped: '➖',
};

export const signOf = (mark: Mark): string => SIGNS[mark];

/** What the signs mean, for readers who see them for the first time. */
export const LEGEND =
  '✅ done · 🟡 done, but not all of it was observed · ⏳ now · ⬜ not yet · ❌ failed · ⏹️ stopped before its end · ➖ no part of this rotation';

const PASS_NAMES: Readonly<Record<Pass, string>> = {
  forward: 'forward',
  back: 'taken back',
  discard: 'discarded',
  abandon: 'given up',
};

/** An adoption only looks, so none of the five is a part of it. */
export const hasWords = ({ kind }: RotationState): boolean => kind !== 'adopt';

/** The five words as a table: a row for the way forward and one for the way back, each word with its sign and time. */
export function wordTable(rotation: RotationState): string {
  const passes: readonly Pass[] = rotation.pass === 'forward' ? ['forward'] : ['forward', rotation.pass];
  return table(
    ['', ...WORDS],
    passes.map((pass) => {
      const words = wordsOf(rotation, pass);
      return [`${PASS_NAMES[pass]}${startOf(words)}`, ...words.map(cell)];
    }),
  );
}

function startOf(words: readonly WordState[]): string {
  const [first] = words.flatMap(({ mark, from }) => (mark === 'skipped' ? [] : (from ?? []))).sort();
  return first === undefined ? '' : `, ${minute(first)}`;
}

function cell({ mark, from, to }: WordState): string {
  if (mark === 'skipped' || from === undefined || to === undefined) return signOf(mark);
  return `${signOf(mark)} ${mark === 'now' ? `since ${minute(from).slice(5)}` : between(from, to)}`;
}
