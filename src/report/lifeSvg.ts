import { defuse } from '../domain/tools/text';
import { instant, SECOND, type Millis } from '../domain/tools/time';
import type { Lane, Life } from './life';
import type { LifeMark } from './lifeMarks';
import { SPAN_WORDS, type Span, type SpanState } from './lifeSpans';
import { second } from './moment';
import { escaped, html } from './phrase';

/** Heights say the same as colours. Looks are classes, so that the page decides on light and dark. */
export const LIFE_STYLE = `
figure { margin: .6rem 0; } figure svg { display: block; width: 100%; overflow: visible; } figure text { font-size: 12px; fill: currentColor; }
.used { fill: #1f883d; } .idle { fill: #54aeff; } .off { fill: #8c959f; }
.unsure { fill: none; stroke: #bf8700; stroke-width: 2; stroke-dasharray: 4 3; } .ahead { fill: none; stroke: #8c959f; stroke-dasharray: 1 4; }
figure line { stroke: currentColor; stroke-dasharray: 2 3; } figure circle { fill: Canvas; stroke: currentColor; }
.number { text-anchor: middle; } .end { text-anchor: end; } figure .number { font-size: 11px; }
.marks { margin: .4rem 0; padding: 0; list-style: none; font-size: .9em; } .marks li { padding: .1rem 0; overflow-wrap: anywhere; }`;

/** What the bars mean, for readers who see them for the first time. */
export const LIFE_LEGEND =
  'Drawn from the journal. Thick bar: in use. Half as thick: exists, not in use. Thin: disabled or revoked. Dashed: not known. Dotted: not seen yet. Time is stretched where much happens.';

const HEIGHTS: Readonly<Record<SpanState, number>> = { used: 16, idle: 8, off: 3, unsure: 12, ahead: 1 };
const LANE = 48;
const MIDDLE = 32;
/** In per cent of the width, so that a number at the end is not cut. */
const EDGE = 3;

type Place = (at: Millis) => number;

/** The life of the two keys as a drawing without script, and each mark in words below it. @param id unique in the page */
export function lifeFigure(life: Life, id: string): string {
  const { lanes, marks, from, to } = life;
  const { place, places } = scale(life);
  const height = lanes.length * LANE + 20;
  const about = `${describe(lanes)} ${marks.map(({ title }, index) => `${index + 1}: ${title}`).join(', ')}.`;
  return `<figure><svg role="img" aria-labelledby="${id}t ${id}d" height="${height}">
<title id="${id}t">Life of the two keys of ${escaped(defuse(life.key, 60))}</title><desc id="${id}d">${escaped(about)}</desc>
${lanes.map((lane, index) => drawLane(lane, index, place)).join('\n')}
${marks.map((mark, index) => drawMark(mark, index, places[index] ?? EDGE, lanes)).join('\n')}
<text x="0" y="${height - 2}">${second(instant(from))}</text><text class="end" x="100%" y="${height - 2}">${second(instant(to))} UTC</text>
</svg><ol class="marks">
${marks.map(listed).join('\n')}
</ol></figure>`;
}

const describe = (lanes: readonly Lane[]): string =>
  lanes
    .map(
      ({ side, spans }) => `The ${side} key: ${spans.map(({ state }) => SPAN_WORDS[state]).join(', then ')}.`,
    )
    .join(' ');

/** Between two marks there is room for a number at least, and more the longer it took: a second and a day are both to be seen. */
function scale({ from, to, marks }: Life): { readonly place: Place; readonly places: readonly number[] } {
  const times = [from, ...marks.map(({ at }) => at), to];
  const ends: number[] = [0];
  for (const [index, at] of times.slice(1).entries()) {
    const gap = at - (times[index] ?? at);
    ends.push((ends.at(-1) ?? 0) + 1 + 0.35 * Math.log10(1 + gap / SECOND));
  }
  const whole = ends.at(-1) ?? 1;
  const places = ends.map((end) => EDGE + (end / whole) * (100 - 2 * EDGE));
  const place = (at: Millis): number => {
    const next = times.findIndex((time) => time >= at);
    const [low, high] = [times[next - 1], times[next]];
    const [left, right] = [places[next - 1], places[next]];
    if (low === undefined || high === undefined || left === undefined || right === undefined) {
      return at <= from ? EDGE : 100 - EDGE;
    }
    return left + ((at - low) / (high - low)) * (right - left);
  };
  return { place, places: places.slice(1, -1) };
}

const percent = (x: number): string => `${x.toFixed(2)}%`;

function drawLane({ side, id, spans }: Lane, index: number, place: Place): string {
  const name = `${side} key ${id === undefined ? '(id not known)' : defuse(id, 32)}`;
  const top = index * LANE;
  return `<text x="0" y="${top + 14}">${escaped(name)}</text>${spans.map((span) => bar(span, top, place)).join('')}`;
}

function bar({ state, from, to }: Span, top: number, place: Place): string {
  const [left, right] = [place(from), place(to)];
  const tall = HEIGHTS[state];
  const words = `${SPAN_WORDS[state]}, ${second(instant(from))} to ${second(instant(to))}`;
  return `<rect class="${state}" x="${percent(left)}" width="${percent(Math.max(0.2, right - left))}" y="${top + MIDDLE - tall / 2}" height="${tall}"><title>${words}</title></rect>`;
}

function drawMark({ side, title }: LifeMark, index: number, x: number, lanes: readonly Lane[]): string {
  const rows = lanes.flatMap((lane, row) => (side === 'both' || lane.side === side ? [row] : []));
  const [first = 0] = rows;
  const last = rows.at(-1) ?? first;
  const at = percent(x);
  const middle = (row: number): number => row * LANE + MIDDLE;
  const y = middle(first);
  const line =
    first === last ? '' : `<line x1="${at}" x2="${at}" y1="${middle(first)}" y2="${middle(last)}"/>`;
  return `<g><title>${escaped(title)}</title>${line}<circle cx="${at}" cy="${y}" r="8"/><text class="number" x="${at}" y="${y + 4}">${index + 1}</text></g>`;
}

function listed({ at, icon, title, told }: LifeMark, index: number): string {
  const more = told.length === 0 ? '' : `: ${html(told)}`;
  return `<li>${index + 1} ${icon} ${second(instant(at))} <strong>${escaped(title)}</strong>${more}</li>`;
}
