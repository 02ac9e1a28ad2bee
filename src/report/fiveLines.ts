import { doLine, nowLine, untilLine } from './keyStatus';
import { ownerOf } from './now';
import type { TicketRef } from '../domain/contracts/ticket';
import { address, linked, markdown, own, plain, say, type Phrase } from './phrase';
import { riskOf } from './risk';
import { statusOf, ticketOf, type Situation } from './situation';

/** Every stop ends with these, in log, summary, ticket, alert and report. */
export function fivePhrases(situation: Situation): readonly (readonly [string, Phrase])[] {
  const status = statusOf(situation);
  return [
    ['Now', nowLine(status, situation)],
    ['At risk', riskOf(situation).phrase],
    ['Until', untilLine(status, situation)],
    ['Do', doLine(status, situation)],
    ['Owner', ownerLine(situation)],
  ];
}

function ownerLine(situation: Situation): Phrase {
  const { key, run } = situation;
  const ticket = ticketOf(situation);
  const page =
    run.url === '' ? say`Run ${ownerOf(run.owner)}` : linked('Run', run.url, say`Run ${address(run.url)}`);
  const shown = ticket ? say` · ${ticketLink(ticket)}` : own('');
  return say`${key.owner}${shown} · ${page}`;
}

/** `Ticket #812`; a number that is none is foreign text, and no name of a link. */
function ticketLink({ number, url }: TicketRef): Phrase {
  const [, digits] = /^(?:[\w.-]+\/[\w.-]+#|#)?(\d{1,12})$/.exec(number) ?? [];
  const otherwise = say`Ticket ${number} ${address(url)}`;
  return digits === undefined ? otherwise : linked(`Ticket #${digits}`, url, otherwise);
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
