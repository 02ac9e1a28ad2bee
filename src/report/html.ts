import type { Pass } from '../domain/journal/facts';
import type { RotationState } from '../domain/journal/rotation';
import { defuse, inOrder } from '../domain/tools/text';
import { fivePhrases } from './fiveLines';
import { keyTables, overview } from './htmlKeys';
import { STYLE } from './htmlStyle';
import type { Figures } from './kpi';
import { lifeOf } from './life';
import { LIFE_LEGEND, lifeFigure } from './lifeSvg';
import { plural } from './markdown';
import { between, day, minute, moment } from './moment';
import { escaped, html } from './phrase';
import { headline } from './report';
import type { Situation } from './situation';
import { standingOf } from './keyStatus';
import { byUrgency, counts, standingInfo, type Standing } from './standing';
import { signOf, wordsOf, type Mark, type WordState } from './words';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Of so many rotations the drawing is open; the others open at a click. */
const MOST_OPEN = 10;
const MOST_ENDED_OPEN = 3;
const MOST_DRAWN = 500;

export interface PageOptions {
  /** Where the evidence of a rotation lies, seen from this file; undefined where none is left there. */
  readonly pageOf?: (rotation: string) => string | undefined;
  /** What is told beside the keys: what this run worked on, or what the journal holds. */
  readonly of?: 'run' | 'journal';
}

interface Told {
  readonly situation: Situation;
  readonly standing: Standing;
  /** Of the drawing, unique in the page. */
  readonly id: string;
}

/** The report as one HTML file: what needs somebody first, then all keys. */
export function htmlReport(figures: Figures, keys: readonly Situation[], options: PageOptions = {}): string {
  const told = keys
    .filter(({ rotation }) => rotation !== undefined)
    .map((situation) => ({ situation, standing: standingOf(situation) }))
    .sort((one, other) => byUrgency(one.standing, other.standing))
    .slice(0, MOST_DRAWN)
    .map((one, index) => ({ ...one, id: `life${index}` }));
  const isRun = options.of !== 'journal';
  const title = isRun ? counts(told.map(({ standing }) => standing)) : plural(figures.keys.length, 'key');
  const sections = isRun ? sectionsOf(told, 'h2', MOST_OPEN, options) : ofJournal(told, options);
  const places = new Map(told.map(({ situation, id }) => [situation.key.name, id]));
  const legend = sections.includes('<figure>') ? `<p class="legend">${LIFE_LEGEND}</p>` : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Rekey, ${escaped(moment(figures.at))}</title>
<style>${STYLE}
</style></head><body>
<h1>Rekey${title === '' ? '' : `: ${title}`}</h1><p>${escaped(headline(figures))}</p>${keys.some(({ run }) => run.sandbox) ? '<p><strong>Sandbox: nothing here is real.</strong></p>' : ''}
${overview(figures)}${legend}${sections}
<h2>Keys</h2>
${keyTables(figures, (key) => places.get(key))}
<footer>What config and journal know. Keys at a vendor that nobody listed are not in it.</footer>
</body></html>
`;
}

/** What is open first, then what is over, the newest first. */
function ofJournal(told: readonly Told[], options: PageOptions): string {
  const closed = ({ situation }: Told): string | undefined => situation.rotation?.closed;
  const open = told.filter((one) => closed(one) === undefined);
  const ended = ({ situation }: Told): string => situation.rotation?.last.at ?? '';
  const over = told
    .filter((one) => closed(one) !== undefined)
    .sort((one, other) => inOrder(ended(other), ended(one)));
  const part = (name: string, all: readonly Told[], most: number): string =>
    all.length === 0 ? '' : `<h2>${name}: ${all.length}</h2>\n${sectionsOf(all, 'h3', most, options)}\n`;
  return `${part('Open rotations', open, MOST_OPEN)}${part('Recent rotations', over, MOST_ENDED_OPEN)}`;
}

const sectionsOf = (told: readonly Told[], heading: Heading, most: number, options: PageOptions): string =>
  told.map((one, index) => section(one, heading, index < most, options)).join('\n');

type Heading = 'h2' | 'h3';

function section(
  { situation, standing, id }: Told,
  heading: Heading,
  open: boolean,
  options: PageOptions,
): string {
  const { evidence, rotation } = situation;
  const lines = fivePhrases(situation).map(([label, phrase]) => `<dt>${label}</dt><dd>${html(phrase)}</dd>`);
  const life = lifeOf(situation);
  const figure = life ? lifeFigure(life, id) : '';
  const path = evidence && evidence.kind !== 'adopt' ? options.pageOf?.(evidence.rotation) : undefined;
  const proof = path === undefined ? '' : `<p><a href="${escaped(path)}">Evidence of this rotation</a></p>`;
  const drawn = rotation ? lanes(rotation) : '';
  const ended = evidence?.ended === undefined ? '' : ` ${day(evidence.ended)}`;
  return `<details id="${id}"${open ? ' open' : ''}><summary><${heading}>${standingInfo(standing).icon} <code>${escaped(defuse(situation.key.name))}</code> ${standing}</${heading}>${ended}</summary>
${figure}${drawn}<dl>${lines.join('')}</dl>${proof}</details>`;
}

function lanes(rotation: RotationState): string {
  const passes: readonly Pass[] = rotation.pass === 'forward' ? ['forward'] : ['forward', rotation.pass];
  return passes
    .map(
      (pass) =>
        `<ol class="words">${wordsOf(rotation, pass)
          .map((word) => box(word, pass))
          .join('')}</ol>\n`,
    )
    .join('');
}

const CLASSES: Readonly<Record<Mark, string>> = {
  done: 'done',
  unseen: 'unseen',
  now: 'now',
  failed: 'failed',
  stopped: 'stopped',
  'not yet': 'later',
  skipped: '',
};

function box({ word, mark, from, to }: WordState, pass: Pass): string {
  if (mark === 'skipped') return '';
  const name = pass === 'forward' ? word : `undo ${word}`;
  const time =
    from === undefined || to === undefined
      ? ''
      : `<small>${escaped(mark === 'now' ? `since ${minute(from)}` : between(from, to))}</small>`;
  return `<li class="${CLASSES[mark]}">${signOf(mark)} ${name}<small>${mark === 'unseen' ? 'done, not all observed' : mark}</small>${time}</li>`;
}
