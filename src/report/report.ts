import { codeSpan, defuse } from '../domain/tools/text';
import {
  byOwner,
  CONDITION_NAMES,
  CONDITIONS,
  sorted,
  type Figures,
  type KeyFigures,
  type OwnerFigures,
} from './kpi';
import { blocks, details, plural, table } from './markdown';
import { day, moment } from './moment';

export const reportJson = (figures: Figures): string => `${JSON.stringify(figures, null, 2)}\n`;

const HEAD = ['Key', 'State', 'Last switch', 'Due', 'Oldest live since', 'Last outcome', 'Owner'] as const;

/** Beyond this nobody reads key by key. */
const MANY_KEYS = 20;
/** So many keys of one owner that stand alike are one line. */
const MANY_ALIKE = 10;
const NAMED = 3;

/** For a log: counts, those of each owner where there are many, then aligned columns with the keys that need somebody first. */
export function reportText(figures: Figures): string {
  const keys = sorted(figures.keys);
  const groups = alike(keys);
  const single = groups.filter((group) => group.length <= MANY_ALIKE).flat();
  const rows = [HEAD, ...single.map((row) => cells(row, (text) => defuse(text, 60)))];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const owners = keys.length > MANY_KEYS ? [...byOwner(keys).map(ownerLine), ''] : [];
  const lines = groups.flatMap((group) =>
    group.length > MANY_ALIKE
      ? [groupLine(group)]
      : group.map((row) => line(cells(row, (text) => defuse(text, 60)))),
  );
  return [headline(figures), '', ...owners, line(HEAD), ...lines].join('\n');
}

const ownerLine = ({ owner, keys, counts }: OwnerFigures): string =>
  `${defuse(owner, 60)}: ${plural(keys.length, 'key')}, ${countWords(counts)}`;

/** Keys of one owner and one condition, with the same reason, in the order of the first of each. */
function alike(keys: readonly KeyFigures[]): readonly (readonly KeyFigures[])[] {
  const groups = new Map<string, KeyFigures[]>();
  for (const key of keys) {
    const said = JSON.stringify([key.owner, key.condition, key.blocked, key.hold]);
    const known = groups.get(said);
    if (known) known.push(key);
    else groups.set(said, [key]);
  }
  return [...groups.values()];
}

function groupLine(group: readonly KeyFigures[]): string {
  const [first] = group;
  if (!first) return '';
  const { condition, owner, blocked, hold } = first;
  const names = group.slice(0, NAMED).map(({ key }) => defuse(key, 60));
  const reason = blocked ?? hold;
  const why = reason === undefined ? [] : [defuse(reason, 60)];
  const dates = [spanOf('due', group, 'due'), spanOf('last switch', group, 'lastPromote')].flat();
  const head = `${condition} ${plural(group.length, 'key')} of ${defuse(owner, 60)}`;
  return [`${head}: ${names.join(', ')} and ${group.length - NAMED} more`, ...why, ...dates].join('  ');
}

/** `due 2026-12-01 to 2026-12-28` */
function spanOf(word: string, group: readonly KeyFigures[], field: 'due' | 'lastPromote'): readonly string[] {
  const days = group.flatMap((key) => (key[field] === undefined ? [] : [day(key[field])])).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [`${word} ${first === last ? first : `${first} to ${last}`}`];
}

/** Nobody reads further. */
export const MOST_ROWS = 1000;

/** For the summary: what needs somebody as a table; of many keys the others folded away, owner by owner. */
export function reportMarkdown(figures: Figures): string {
  const keys = sorted(figures.keys).slice(0, MOST_ROWS);
  const left = figures.keys.length - keys.length;
  const isFolded = (key: KeyFigures): boolean =>
    keys.length > MANY_KEYS && !CONDITIONS[key.condition].isUrgent;
  const folded = byOwner(keys.filter(isFolded)).map((group) =>
    details(
      `${html(group.owner)}: ${plural(group.keys.length, 'more key')}, ${countWords(group.counts)}`,
      rowsOf(group.keys),
    ),
  );
  const shown = keys.filter((key) => !isFolded(key));
  return `${blocks([
    `## Keys`,
    headline(figures),
    shown.length === 0 ? undefined : rowsOf(shown),
    ...folded,
    left > 0 ? `_and ${left} more_` : undefined,
    '_What config and journal know. Keys at a vendor that nobody listed are not in it._',
  ])}\n`;
}

const rowsOf = (keys: readonly KeyFigures[]): string =>
  table(
    HEAD,
    keys.map((row) => cells(row, (text) => codeSpan(text, 60))),
  );

/** In a summary of ours, which is HTML, an owner is letters and nothing else. */
const html = (owner: string): string => defuse(owner, 60).replace(/[^\p{L}\p{N} ._-]/gu, ' ');

export function headline({ at, counts, keys, lastTick }: Figures): string {
  const words = countWords(counts);
  const tick = lastTick === undefined ? 'no run seen yet' : `last run seen ${moment(lastTick)}`;
  return `${moment(at)}: ${plural(keys.length, 'key')}${words === '' ? '' : `, ${words}`}; ${tick}.`;
}

/** `2 blocked, 5 ok`, the most urgent first. */
export const countWords = (counts: Figures['counts']): string =>
  CONDITION_NAMES.flatMap((name) => (counts[name] === undefined ? [] : [`${counts[name]} ${name}`])).join(
    ', ',
  );

function cells(row: KeyFigures, foreign: (text: string) => string): readonly string[] {
  const { oldestLive: live, last } = row;
  return [
    foreign(row.key),
    stateOf(row, foreign),
    row.lastPromote === undefined ? '–' : day(row.lastPromote),
    row.due === undefined ? '–' : `${day(row.due)}${row.overdue ? ' overdue' : ''}`,
    live === undefined ? '–' : `${day(live.since)}${live.atLeast ? ' or before' : ''}`,
    last === undefined ? '–' : `${last.outcome} ${day(last.at)}`,
    foreign(row.owner),
  ];
}

/** `waiting until 2026-11-21 02:01 UTC`, `blocked: RK7008: they disagree` */
export function stateOf(row: KeyFigures, foreign: (text: string) => string): string {
  const reason = row.blocked ?? row.hold;
  if (reason !== undefined) return `${row.condition}: ${foreign(reason)}`;
  return row.waitsUntil === undefined ? row.condition : `${row.condition} until ${moment(row.waitsUntil)}`;
}
