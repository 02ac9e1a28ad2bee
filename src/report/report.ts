import { codeSpan, defuse } from '../domain/text';
import type { Condition, Figures, KeyFigures } from './kpi';
import { blocks, plural, table } from './markdown';
import { day, moment } from './moment';

export const reportJson = (figures: Figures): string => `${JSON.stringify(figures, null, 2)}\n`;

export const HEAD = [
  'Key',
  'State',
  'Last switch',
  'Due',
  'Oldest live since',
  'Last outcome',
  'Owner',
] as const;

/** For a log: aligned columns, the keys that need somebody first. */
export function reportText(figures: Figures): string {
  const rows = [HEAD, ...sorted(figures.keys).map((row) => cells(row, (text) => defuse(text, 60)))];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return [headline(figures), '', ...lines.map((line) => line.trimEnd())].join('\n');
}

/** Nobody reads further. */
export const MOST_ROWS = 2000;

/** For the summary and the report file. */
export function reportMarkdown(figures: Figures): string {
  const keys = sorted(figures.keys);
  const rows = keys.slice(0, MOST_ROWS).map((row) => cells(row, (text) => codeSpan(text, 60)));
  const more = keys.length > MOST_ROWS ? `_and ${String(keys.length - MOST_ROWS)} more_` : undefined;
  return `${blocks([
    `## Keys`,
    headline(figures),
    rows.length === 0 ? undefined : table(HEAD, rows),
    more,
    '_What config and journal know. Keys at a vendor that nobody listed are not in it._',
  ])}\n`;
}

const ORDER: readonly Condition[] = [
  'blocked',
  'needs a person',
  'overdue',
  'on hold',
  'running',
  'waiting',
  'new',
  'unmanaged',
  'ok',
  'removed',
];

export const sorted = (keys: readonly KeyFigures[]): readonly KeyFigures[] =>
  [...keys].sort(
    (one, other) =>
      ORDER.indexOf(one.condition) - ORDER.indexOf(other.condition) || (one.key < other.key ? -1 : 1),
  );

export function headline({ at, counts, keys, lastTick }: Figures): string {
  const words = ORDER.flatMap((name) => {
    const count = counts[name];
    return count === undefined ? [] : [`${String(count)} ${name}`];
  });
  const tick = lastTick === undefined ? 'no run seen yet' : `last run seen ${moment(lastTick)}`;
  return `${moment(at)}: ${plural(keys.length, 'key')}${words.length === 0 ? '' : `, ${words.join(', ')}`}; ${tick}.`;
}

export function cells(row: KeyFigures, foreign: (text: string) => string): readonly string[] {
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

function stateOf(row: KeyFigures, foreign: (text: string) => string): string {
  if (row.blocked !== undefined) return `${row.condition}: ${foreign(row.blocked)}`;
  if (row.hold !== undefined) return `${row.condition}: ${foreign(row.hold)}`;
  return row.waitsUntil === undefined ? row.condition : `${row.condition} until ${moment(row.waitsUntil)}`;
}
