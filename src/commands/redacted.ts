import type { Notifier } from '../domain/contracts/notifier';
import type { Ticket } from '../domain/contracts/ticket';
import { sha256 } from '../domain/tools/digest';
import type { Contracts } from '../domain/descriptor';
import type { Values } from '../domain/ports';
import type { Pages } from '../lifecycle/subject';

/**
 * What leaves for people passes the same redaction as the log. Facts hold no value when they are noted; one that became known only later
 * is masked here.
 */
export function redactedParts(values: Values): {
  [Kind in 'tickets' | 'notifiers']: (part: Contracts[Kind]) => Contracts[Kind];
} {
  return {
    tickets: (part) => redactedTicket(part, values),
    notifiers: (part) => redactedNotifier(part, values),
  };
}

function redactedTicket(ticket: Ticket, { redact }: Values): Ticket {
  return {
    ...(ticket.mustBeOn && { mustBeOn: () => ticket.mustBeOn?.() ?? Promise.resolve() }),
    find: (number) => ticket.find(number),
    upsert: (rotation, { title, body, labels }, known, permit) =>
      ticket.upsert(
        rotation,
        { title: redact(title), body: redact(body), labels: labels.map(redact) },
        known,
        permit,
      ),
    attach: (rotation, number, { name, content }, permit) => {
      const clean = redact(content);
      return ticket.attach(
        rotation,
        number,
        { name: redact(name), content: clean, digest: sha256(clean) },
        permit,
      );
    },
    close: (rotation, number, outcome, permit) => ticket.close(rotation, number, outcome, permit),
  };
}

function redactedNotifier(notifier: Notifier, { redact }: Values): Notifier {
  return {
    tell: (notice) =>
      notifier.tell({
        ...notice,
        key: redact(notice.key),
        lines: notice.lines.map(redact),
        url: redact(notice.url),
      }),
  };
}

/** Evidence and its page, as they go into journal and ticket: both get the same bytes. */
export function redactedPages(pages: Pages, { redact }: Values): Pages {
  return {
    ticket: (facts, evidence) => pages.ticket(facts, evidence),
    evidence: (facts) =>
      pages.evidence(facts).map((file) => {
        const content = redact(file.content);
        return content === file.content ? file : { ...file, content, digest: sha256(content) };
      }),
  };
}
