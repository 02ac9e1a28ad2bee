import { nowLine, ownerOf } from './now';
import { doLine, untilLine } from './next';
import { address, markdown, own, plain, say, type Phrase } from './phrase';
import { riskOf } from './risk';
import { stopOf, ticketOf, type Situation } from './situation';

/** Every stop ends with these, in log, summary, ticket, alert and report. */
export function fivePhrases(situation: Situation): readonly (readonly [string, Phrase])[] {
  const stop = stopOf(situation);
  return [
    ['Now', nowLine(stop, situation)],
    ['At risk', riskOf(situation).phrase],
    ['Until', untilLine(stop, situation)],
    ['Do', doLine(stop, situation)],
    ['Owner', ownerLine(situation)],
  ];
}

function ownerLine(situation: Situation): Phrase {
  const { key, run } = situation;
  const ticket = ticketOf(situation);
  const page = run.url === '' ? ownerOf(run.owner) : address(run.url);
  const shown = ticket ? say` · Ticket ${ticket.number} ${address(ticket.url)}` : own('');
  return say`${key.owner}${shown} · Run ${page}`;
}

/** Five lines of plain text, for logs and alerts. */
export function fiveLines(situation: Situation): readonly string[] {
  return fivePhrases(situation).map(([label, phrase]) => `${label.padEnd(9)}${plain(phrase)}`);
}

/** The same as Markdown: a list, so that it reads well beside a table. */
export function fiveLinesMarkdown(situation: Situation): string {
  return fivePhrases(situation)
    .map(([label, phrase]) => `- **${label}** ${markdown(phrase)}`)
    .join('\n');
}
