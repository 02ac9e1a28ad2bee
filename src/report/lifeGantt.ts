import { HOUR, instant, type Millis } from '../domain/tools/time';
import { lifeOf, type Life, type Told } from './life';
import { SPAN_WORDS, type SpanState } from './lifeSpans';
import { second } from './moment';

const MOST_KEYS = 3;

/** https://mermaid.js.org/syntax/gantt.html#syntax: `active`, `done` and `crit` are its three looks; the words say the same. */
const LOOKS: Readonly<Record<SpanState, string>> = {
  used: 'active, ',
  idle: '',
  off: 'done, ',
  unsure: 'crit, ',
  ahead: 'done, crit, ',
};

/** The life of the two keys of each rotation, as drawings that GitHub renders; of the first three that have one. */
export function gantts(told: readonly Told[]): string | undefined {
  const lives = told.flatMap((one) => lifeOf(one) ?? []).slice(0, MOST_KEYS);
  return lives.length === 0 ? undefined : lives.map(gantt).join('\n\n');
}

function gantt({ key, from: first, to: last, lanes, marks }: Life): string {
  const lines = [
    'gantt',
    `title The two keys of ${label(key)}, as the journal tells it, in UTC`,
    'dateFormat YYYY-MM-DD HH:mm:ss',
    `axisFormat ${last - first < HOUR ? '%H:%M:%S' : '%m-%d %H:%M'}`,
    'todayMarker off',
    ...lanes.flatMap(({ side, id, spans }) => [
      `section ${side} key ${label(id ?? 'id not known')}`,
      ...spans.flatMap(({ state, from, to }) => {
        const [begin, end] = [time(from), time(to)];
        // What began and ended within a second has no width on this scale.
        return begin === end ? [] : [`${SPAN_WORDS[state]} :${LOOKS[state]}${begin}, ${end}`];
      }),
    ]),
    ...(marks.length === 0 ? [] : ['section marks']),
    ...marks.map(({ at, icon, title }) => `${icon} ${title} :milestone, ${time(at)}, 0s`),
  ];
  return ['```mermaid', ...lines.map((line, index) => (index === 0 ? line : `  ${line}`)), '```'].join('\n');
}

const time = (at: Millis): string => second(instant(at));

/** What a name may be made of: a colon, a comma, a semicolon or `#` would end it or begin a comment. */
const label = (text: string): string =>
  text
    .replace(/[^\w .-]/g, ' ')
    .slice(0, 40)
    .trim();
