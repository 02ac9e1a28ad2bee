import type { RunContext } from '../domain/run';
import { codeSpan } from '../domain/tools/text';
import type { Instant } from '../domain/tools/time';
import { fiveLinesMarkdown } from './fiveLines';
import { effectTable, failureTable, gateTable } from './gates';
import { gantts } from './lifeGantt';
import { blocks, byteLength, details, fit, plural, table } from './markdown';
import { moment } from './moment';
import { link } from './phrase';
import { picture } from './picture';
import { ticketOf, type Situation } from './situation';
import { standingOf } from './keyStatus';
import { byUrgency, counts, standingInfo, type Standing } from './standing';
import { hasWords, LEGEND, wordTable } from './words';

export interface RunReport {
  readonly command: string;
  readonly at: Instant;
  readonly run: RunContext;
  readonly keys: readonly Situation[];
  readonly warnings: readonly string[];
}

/** GitHub drops a summary above 1 MiB (1,048,576 bytes) as a whole. */
const MOST_BYTES = 600_000;
/** Above so many keys with something to tell, those that are well get one row each. */
const MANY = 15;
const isFolded = ({ standing }: Told): boolean => standingInfo(standing).summary === 'folded';
const isLine = ({ standing }: Told): boolean => standingInfo(standing).summary === 'line';

interface Told {
  readonly situation: Situation;
  readonly standing: Standing;
}

/** The page of one run: headline, the life of the keys and their way as pictures, then each key, the most urgent first. */
export function summary(report: RunReport): string {
  const told = report.keys
    .map((situation) => ({ situation, standing: standingOf(situation) }))
    .sort((one, other) => byUrgency(one.standing, other.standing));
  const loud = told.filter((one) => !isFolded(one));
  const quiet = told.filter(isFolded);
  const full = loud.filter((one) => loud.length <= MANY || !isLine(one));
  const short = loud.filter((one) => !full.includes(one));
  const head = blocks([headline(report, told), warnings(report.warnings), lives(loud), drawing(loud)]);
  const tail = [short, quiet].map((some, index) => (some.length === 0 ? '' : compact(some, index === 1)));
  const room = MOST_BYTES - byteLength(blocks([head, ...tail, LEGEND])) - 20;
  const sections = fit(
    full.map(section),
    room,
    (left) => `_${plural(left, 'more key')}: see the report of this run._`,
  );
  return `${blocks([head, sections, ...tail, `<sub>${LEGEND}</sub>`])}\n`;
}

function headline({ command, at, run }: RunReport, told: readonly Told[]): string {
  const count = counts(told.map(({ standing }) => standing));
  const sandbox = run.sandbox ? ' · **sandbox: nothing here is real**' : '';
  const by = run.actor === 'schedule' ? 'on schedule' : `by ${codeSpan(run.actor)}`;
  return blocks([
    `## Rekey: ${count === '' ? 'no keys' : count}`,
    `${codeSpan(command)} ${by}, ${moment(at)}, Rekey ${codeSpan(run.version)}${sandbox}`,
  ]);
}

function warnings(messages: readonly string[]): string {
  return messages
    .slice(0, 50)
    .map((message) => `> ⚠️ ${codeSpan(message, 300)}`)
    .join('\n');
}

const lives = (loud: readonly Told[]): string | undefined => gantts(loud.map(({ situation }) => situation));

function drawing(loud: readonly Told[]): string | undefined {
  return picture(loud.flatMap(({ situation }) => situation.rotation ?? []));
}

function section({ situation, standing }: Told): string {
  const { key, rotation, evidence } = situation;
  return blocks([
    `### ${standingInfo(standing).icon} ${codeSpan(key.name)} ${standing}`,
    rotation && hasWords(rotation) ? wordTable(rotation) : undefined,
    fiveLinesMarkdown(situation),
    evidence &&
      details(
        `Gates and effects of ${codeTag(evidence.rotation)}`,
        blocks([
          evidence.gates.length > 0 ? gateTable(evidence.gates) : undefined,
          evidence.effects.length > 0 ? effectTable(evidence.effects) : undefined,
          evidence.failures.length > 0 ? failureTable(evidence.failures) : undefined,
        ]),
      ),
  ]);
}

/** Inside an HTML tag Markdown does not count, so only letters that mean nothing there. */
const codeTag = (text: string): string => `<code>${text.replace(/[^\w.-]/g, ' ').slice(0, 60)}</code>`;

function compact(some: readonly Told[], folded: boolean): string {
  const most = 1000;
  const rows = some.slice(0, most).map(({ situation, standing }) => {
    const ticket = ticketOf(situation);
    const due = situation.plan?.due ?? situation.state?.open?.resumeAt;
    return [
      `${standingInfo(standing).icon} ${codeSpan(situation.key.name)}`,
      standing,
      codeSpan(situation.key.owner),
      due === undefined ? '–' : moment(due),
      ticket ? link('ticket', ticket.url) : '–',
    ];
  });
  const more = some.length > most ? `_and ${some.length - most} more_` : undefined;
  const body = blocks([table(['Key', 'State', 'Owner', 'Due or next', 'Ticket'], rows), more]);
  return folded ? details(`${plural(some.length, 'key')} with nothing to do`, body) : body;
}
