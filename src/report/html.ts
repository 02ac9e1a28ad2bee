import type { Pass } from '../domain/facts';
import type { RotationState } from '../domain/rotation';
import { defuse } from '../domain/text';
import { fivePhrases } from './fiveLines';
import type { Figures } from './kpi';
import { lifeOf } from './life';
import { LIFE_LEGEND, LIFE_STYLE, lifeFigure } from './lifeSvg';
import { between, minute, moment } from './moment';
import { escaped, html } from './phrase';
import { cells, HEAD, headline, MOST_ROWS, sorted } from './report';
import type { Situation } from './situation';
import { byUrgency, counts, iconOf, standingOf } from './standing';
import { signOf, wordsOf, type Mark, type WordState } from './words';

/** One file that opens anywhere: no script, no font, no request. */
const STYLE = `
:root { color-scheme: light dark; --line: #d1d9e0; --soft: #f6f8fa; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #151b23; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
code { font: .9em ui-monospace, monospace; background: var(--soft); padding: .1em .3em; border-radius: .3em; overflow-wrap: anywhere; }
.wide { overflow-x: auto; } .wide:focus-visible { outline: 2px solid #0969da; } table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; overflow-wrap: normal; min-width: 5rem; }
.words { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; margin: .4rem 0; }
.words li { border-radius: .4rem; padding: .3rem .8rem; min-width: 5rem; text-align: center; }
.words small { display: block; }
.done { background: #1f883d; color: #fff; } .unseen { background: #d4a72c; color: #000; } .now { background: #0969da; color: #fff; }
.failed { background: #cf222e; color: #fff; } .later, .stopped { background: #eaeef2; color: #57606a; }
dl { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: .2rem .8rem; margin: .6rem 0; } dt { font-weight: 600; } dd { margin: 0; }${LIFE_STYLE}
footer, .legend { color: GrayText; } footer { margin-top: 3rem; }`;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * The report as one HTML file: what needs somebody first, then a table of all keys.
 * @param pageOf where the evidence of a rotation lies, seen from this file; undefined where none is left there
 */
export function htmlReport(
  figures: Figures,
  keys: readonly Situation[],
  pageOf: (rotation: string) => string | undefined = () => undefined,
): string {
  const told = keys
    .filter(({ rotation }) => rotation !== undefined)
    .map((situation) => ({ situation, standing: standingOf(situation) }))
    .sort((one, other) => byUrgency(one.standing, other.standing));
  const sections = told.slice(0, 500).map(({ situation }, index) => section(situation, index, pageOf));
  const standings = told.length === 0 ? '' : `: ${counts(told.map(({ standing }) => standing))}`;
  const legend = sections.some((text) => text.includes('<figure>'))
    ? `<p class="legend">${LIFE_LEGEND}</p>`
    : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Rekey, ${escaped(moment(figures.at))}</title>
<style>${STYLE}
</style></head><body>
<h1>Rekey${standings}</h1><p>${escaped(headline(figures))}</p>${keys.some(({ run }) => run.sandbox) ? '<p><strong>Sandbox: nothing here is real.</strong></p>' : ''}
${legend}${sections.join('\n')}
<h2>Keys</h2>
${keyTable(figures)}
<footer>What config and journal know. Keys at a vendor that nobody listed are not in it.</footer>
</body></html>
`;
}

function section(
  situation: Situation,
  index: number,
  pageOf: (rotation: string) => string | undefined,
): string {
  const standing = standingOf(situation);
  const lines = fivePhrases(situation).map(([label, phrase]) => `<dt>${label}</dt><dd>${html(phrase)}</dd>`);
  const life = lifeOf(situation);
  const figure = life ? lifeFigure(life, `life${String(index)}`) : '';
  const { evidence } = situation;
  const path = evidence && evidence.kind !== 'adopt' ? pageOf(evidence.rotation) : undefined;
  const proof = path === undefined ? '' : `<p><a href="${escaped(path)}">Evidence of this rotation</a></p>`;
  const drawn = situation.rotation ? lanes(situation.rotation) : '';
  return `<h2>${iconOf(standing)} <code>${escaped(defuse(situation.key.name))}</code> ${standing}</h2>
${figure}${drawn}<dl>${lines.join('')}</dl>${proof}`;
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

function keyTable(figures: Figures): string {
  const head = HEAD.map((name) => `<th>${name}</th>`).join('');
  const keys = sorted(figures.keys);
  const rows = keys.slice(0, MOST_ROWS).map((row) => {
    const texts = cells(row, (text) => defuse(text, 60));
    return `<tr>${texts.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`;
  });
  const more = keys.length > MOST_ROWS ? `<p>and ${String(keys.length - MOST_ROWS)} more</p>` : '';
  return `<div class="wide" tabindex="0" role="region" aria-label="Keys"><table><tr>${head}</tr>\n${rows.join('\n')}\n</table></div>${more}`;
}
