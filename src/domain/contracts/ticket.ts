import type { TicketEnd } from '../outcomes';
import type { Permit } from '../ports';

export interface TicketContent {
  readonly title: string;
  /** Markdown; everything foreign in it is defused already. */
  readonly body: string;
  readonly labels: readonly string[];
}
export interface TicketRef {
  readonly number: string;
  readonly url: string;
}
export interface Attachment {
  readonly name: string;
  readonly content: string;
  /** sha256 of the content, in hex. */
  readonly digest: string;
}

/**
 * One ticket a rotation, found again by our marker *and* our authorship; its number is kept in the journal. The permit is handed on
 * to the port with each write.
 */
export interface Ticket {
  /** Whether tickets can be opened here, as far as reading can tell: RK9009 when not. It writes nothing. */
  mustBeOn?(): Promise<void>;
  /** One that a person opened and named; undefined: there is none of this number. */
  find(number: string): Promise<TicketRef | undefined>;
  /** Creates it, or brings it up to date. `number`: what the journal knows; `since`: look for ours made since then. */
  upsert(
    rotation: string,
    content: TicketContent,
    known: { readonly number?: string; readonly since: string },
    permit?: Permit,
  ): Promise<TicketRef>;
  attach(rotation: string, number: string, attachment: Attachment, permit?: Permit): Promise<void>;
  close(rotation: string, number: string, outcome: TicketEnd, permit?: Permit): Promise<void>;
}
