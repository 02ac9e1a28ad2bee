import { defuse } from '../domain/tools/text';
import { DAY, HOUR, instant, millis, spoken, type Instant } from '../domain/tools/time';
import {
  byOwner,
  CONDITION_NAMES,
  CONDITIONS,
  sorted,
  type Figures,
  type KeyFigures,
  type OwnerFigures,
} from './kpi';
import { plural } from './markdown';
import { day, moment } from './moment';
import { escaped } from './phrase';
import { countWords, MOST_ROWS } from './report';

/** A drawing of a key's rotation stands at this place of the page. */
export type PlaceOf = (key: string) => string | undefined;

/** How many keys stand how, when the next are due, and which is the oldest: what somebody wants to know of all of them. */
export function overview({ at, keys, counts }: Figures): string {
  if (keys.length === 0) return '';
  const chips = CONDITION_NAMES.flatMap((name) =>
    counts[name] === undefined ? [] : [`<li>${CONDITIONS[name].icon} ${counts[name]} ${name}</li>`],
  );
  return `<ul class="counts">${chips.join('')}</ul>\n${paragraph(dueWords(keys, at))}${paragraph(oldestWords(keys, at))}`;
}

const paragraph = (text: string): string => (text === '' ? '' : `<p>${escaped(text)}</p>\n`);

/** Times as the journal's own are compared as text: there may be ten thousand. */
function dueWords(keys: readonly KeyFigures[], at: Instant): string {
  const overdue = keys.filter((key) => key.overdue).length;
  const dated = keys.filter(({ due, overdue: late }) => due !== undefined && !late);
  const next = leastOf(dated, ({ due }) => due);
  if (!next?.due) return overdue === 0 ? '' : `Due: ${overdue} overdue.`;
  const within = (days: number): string => {
    const end = instant(millis(at) + days * DAY);
    return `${dated.filter(({ due = '' }) => due <= end).length} within ${days} days`;
  };
  return `Due: ${overdue} overdue, ${within(7)}, ${within(30)}; next is ${defuse(next.key, 60)} on ${day(next.due)}.`;
}

function oldestWords(keys: readonly KeyFigures[], at: Instant): string {
  const oldest = leastOf(keys, ({ oldestLive }) => oldestLive?.since);
  return oldest ? `Oldest: ${defuse(oldest.key, 60)}, ${ageOf(oldest, at)}.` : '';
}

/** The first of those whose time is the earliest; of none that has a time, undefined. */
function leastOf(
  keys: readonly KeyFigures[],
  timeOf: (key: KeyFigures) => Instant | undefined,
): KeyFigures | undefined {
  let least: { readonly key: KeyFigures; readonly time: Instant } | undefined;
  for (const key of keys) {
    const time = timeOf(key);
    if (time !== undefined && (!least || time < least.time)) least = { key, time };
  }
  return least?.key;
}

/** So few are all opened. */
const FEW_KEYS = 20;
/** Of so many keys of one owner, those that need nobody are folded away. */
const MANY_OF_ONE = 12;

/** All keys, owner by owner and condition by condition, the most urgent first. */
export function keyTables({ keys, at }: Figures, placeOf: PlaceOf): string {
  const shown = sorted(keys).slice(0, MOST_ROWS);
  const owners = byOwner(shown).map((group) => ownerTable(group, at, shown.length <= FEW_KEYS, placeOf));
  const more = keys.length > shown.length ? `<p>and ${keys.length - shown.length} more</p>` : '';
  return `${owners.join('\n')}${more}`;
}

function ownerTable(group: OwnerFigures, at: Instant, all: boolean, placeOf: PlaceOf): string {
  const { owner, keys, counts } = group;
  const urgent = keys.filter(({ condition }) => CONDITIONS[condition].isUrgent);
  const folds = !all && urgent.length > 0 && keys.length > MANY_OF_ONE;
  const first = folds ? urgent : keys;
  const rest = folds ? keys.slice(urgent.length) : [];
  const folded =
    rest.length === 0
      ? ''
      : `<details><summary>${plural(rest.length, 'more key')}</summary>${table(rest, at, placeOf)}</details>`;
  return `<details${all || urgent.length > 0 ? ' open' : ''}><summary><h3>${escaped(defuse(owner, 60))}</h3> ${plural(keys.length, 'key')}: ${countWords(counts)}</summary>
${table(first, at, placeOf)}${folded}</details>`;
}

const HEAD = ['Key', 'Age', 'Due', 'Last switch', 'Last outcome'] as const;

function table(keys: readonly KeyFigures[], at: Instant, placeOf: PlaceOf): string {
  const head = HEAD.map((name) => `<th scope="col">${name}</th>`).join('');
  const bodies = CONDITION_NAMES.flatMap((name) => {
    const rows = keys.filter(({ condition }) => condition === name);
    if (rows.length === 0) return [];
    const title = `<tr><th colspan="${HEAD.length}" scope="rowgroup">${CONDITIONS[name].icon} ${name}: ${rows.length}</th></tr>`;
    return [`<tbody>${title}\n${rows.map((row) => tableRow(row, at, placeOf)).join('\n')}</tbody>`];
  });
  return `<table><thead><tr>${head}</tr></thead>\n${bodies.join('\n')}\n</table>`;
}

function tableRow(row: KeyFigures, at: Instant, placeOf: PlaceOf): string {
  const { lastPromote, last, due, overdue } = row;
  const name = escaped(defuse(row.key, 60));
  const place = placeOf(row.key);
  const linked = place === undefined ? name : `<a href="#${place}">${name}</a>`;
  const cells = [
    `${ageOf(row, at)}${ageBar(row, at)}`,
    due === undefined ? '–' : `${day(due)}${overdue ? ' overdue' : ''}`,
    lastPromote === undefined ? '–' : day(lastPromote),
    last === undefined ? '–' : `${last.outcome} ${day(last.at)}`,
  ];
  return `<tr><td>${linked}${why(row)}</td>${cells.map(named).join('')}</tr>`;
}

/** On a narrow screen the name of the column stands before it, and what is not there is left out. */
const named = (cell: string, index: number): string =>
  `<td${cell === '–' ? ' class="none"' : ''} data-name="${HEAD[index + 1] ?? ''}">${cell}</td>`;

function why({ blocked, hold, waitsUntil }: KeyFigures): string {
  const reason = blocked ?? hold;
  if (reason !== undefined) return `<small>${escaped(defuse(reason, 200))}</small>`;
  return waitsUntil === undefined ? '' : `<small>until ${moment(waitsUntil)}</small>`;
}

/** Whole days, or hours of a young key; `at least` where it is older than what the journal saw of it. */
function ageOf({ oldestLive: live }: KeyFigures, at: Instant): string {
  const age = live ? millis(at) - millis(live.since) : Number.NaN;
  if (!live || !(age >= 0)) return '–';
  if (age < HOUR) return live.atLeast ? 'not known' : 'under 1h';
  const unit = age < DAY ? HOUR : DAY;
  return `${live.atLeast ? 'at least ' : ''}${spoken(Math.floor(age / unit) * unit)}`;
}

/** How much of the time until it is due has passed; full and of another colour once it is overdue, which the word beside it says too. */
function ageBar({ oldestLive: live, due, overdue }: KeyFigures, at: Instant): string {
  if (!live || due === undefined) return '';
  const part = (millis(at) - millis(live.since)) / (millis(due) - millis(live.since));
  if (!Number.isFinite(part)) return '';
  const width = overdue ? 100 : Math.min(100, Math.max(0, part * 100));
  return `<svg class="age" aria-hidden="true"><rect class="all" width="100%" height="6"/><rect class="${overdue ? 'late' : 'gone'}" width="${width.toFixed(0)}%" height="6"/></svg>`;
}
