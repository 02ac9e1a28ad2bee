import type { TicketContent } from '../domain/contracts/ticket';
import { beginningOf, codeSpan, defuse } from '../domain/tools/text';
import { checklist } from './checklist';
import { fiveLinesMarkdown } from './fiveLines';
import { gateTable } from './gates';
import { blocks, byteLength, details } from './markdown';
import { moment } from './moment';
import { orderOf } from './page';
import { link, markdown } from './phrase';
import type { Situation } from './situation';
import { standingOf } from './keyStatus';
import { standingInfo } from './standing';
import { LEGEND } from './words';

export interface TicketExtras {
  readonly labels: readonly string[];
  /** At the close: the digest of the evidence, and the commit of the journal it can be made from again. */
  readonly evidence?: { readonly digest: string; readonly commit?: string };
}

/** GitHub refuses more than 65,536 characters. */
const MOST = 60_000;

const VERBS = { rotate: 'Rotate', remove: 'Remove', rehearse: 'Rehearse', adopt: 'Adopt' } as const;

/** The ticket of one rotation, the same call from its first to its last state. */
export function ticket(situation: Situation, extras: TicketExtras): TicketContent {
  const now = closing(situation);
  const parts = [
    `### ${standingInfo(standingOf(now)).icon} ${codeSpan(now.key.name)} ${standingOf(now)}`,
    fiveLinesMarkdown(now),
    now.rotation && checklist(now.rotation),
    asked(now),
    evidenceLine(extras.evidence),
    gates(now),
    FOOTER,
  ];
  return { title: titleOf(now), body: short(parts), labels: extras.labels };
}

/** While the close itself writes the ticket, only the evidence knows the outcome. */
function closing(situation: Situation): Situation {
  const { rotation, evidence } = situation;
  if (!rotation || rotation.closed || !evidence || evidence.outcome === 'open') return situation;
  return { ...situation, rotation: { ...rotation, closed: evidence.outcome } };
}

function titleOf({ key, rotation, run }: Situation): string {
  const verb = VERBS[rotation?.kind ?? 'rotate'];
  const where = key.environment === '' ? '' : ` (${defuse(key.environment, 40)})`;
  return `${run.sandbox ? '[sandbox] ' : ''}${verb} ${defuse(key.name, 80)}${where}`;
}

function asked({ evidence }: Situation): string | undefined {
  if (!evidence) return undefined;
  const orders = evidence.orders.map((order) => `- ${moment(order.at)} ${markdown(orderOf(order))}`);
  const runs = evidence.runs.slice(-20).map((url) => link('', url));
  return blocks([`**Asked for**`, orders.join('\n'), `Runs: ${runs.join(', ')}`]);
}

function evidenceLine(evidence: TicketExtras['evidence']): string | undefined {
  if (!evidence) return undefined;
  const at = evidence.commit === undefined ? '' : `, journal commit ${codeSpan(evidence.commit)}`;
  return `**Evidence** ${codeSpan(evidence.digest)}${at}. Check it with the command \`verify-evidence\`.`;
}

function gates({ evidence }: Situation): string | undefined {
  if (!evidence || evidence.gates.length === 0) return undefined;
  return details('Gates and their numbers', gateTable(evidence.gates));
}

const FOOTER = `<sub>${LEGEND}. Rekey keeps this text up to date; what is written here decides nothing.</sub>`;

/** Leaves out the largest parts first, never the five lines. */
function short(parts: readonly (string | undefined)[]): string {
  const droppable = [5, 2, 3];
  for (let dropped = 0; dropped <= droppable.length; dropped += 1) {
    const gone = new Set(droppable.slice(0, dropped));
    const body = blocks(parts.filter((_part, index) => !gone.has(index)));
    if (byteLength(body) <= MOST) return body;
  }
  return beginningOf(blocks(parts.slice(0, 2)), MOST / 4);
}
