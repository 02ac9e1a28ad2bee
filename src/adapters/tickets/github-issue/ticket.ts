import type { Attachment, Ticket, TicketContent, TicketRef } from '../../../domain/contracts/ticket';
import { RekeyError } from '../../../domain/errors';
import type { Permit } from '../../../domain/ports';
import { beginningOf } from '../../../domain/tools/text';
import { instant, millis, MINUTE } from '../../../domain/tools/time';
import { bodyOf, evidenceBlock, markerOf, withoutMentions } from '../../../kits/adapter/ticketText';
import type { Comment, Issue, IssueApi } from './api';
import type { IssueSettings } from './settings';

type Outcome = Parameters<Ticket['close']>[2];

/** What GitHub calls the reason: https://docs.github.com/en/rest/issues/issues#update-an-issue */
const REASON: Readonly<Record<Outcome, string>> = {
  done: 'completed',
  undone: 'not_planned',
  abandoned: 'not_planned',
};

/** GitHub refuses texts beyond 65,536 characters; the rest is room for what people add. */
const LONGEST = 60_000;

const NUMBER = /^[1-9]\d{0,8}$/;

/** One issue a rotation, or one comment in an issue that a person opened. Ours is what has our marker and was written by us. */
export class IssueTicket implements Ticket {
  readonly #api: IssueApi;
  readonly #settings: IssueSettings;
  readonly #run: string;
  /** By number, as this process saw them last, so that evidence and end need not look again. */
  readonly #seen = new Map<string, Issue>();

  constructor(api: IssueApi, settings: IssueSettings, run: string) {
    this.#api = api;
    this.#settings = settings;
    this.#run = run;
  }

  mustBeOn(): Promise<void> {
    return this.#api.mustBeOn();
  }

  async find(number: string): Promise<TicketRef | undefined> {
    const issue = NUMBER.test(number) ? await this.#api.issue(number) : undefined;
    return issue && refOf(issue);
  }

  async upsert(
    rotation: string,
    content: TicketContent,
    known: { readonly number?: string; readonly since: string },
    permit?: Permit,
  ): Promise<TicketRef> {
    const marker = markerOf(rotation);
    const body = bodyOf(marker, content.body, LONGEST);
    const named = known.number === undefined ? undefined : await this.#api.issue(known.number);
    if (named && !(await this.#isOurs(named, marker))) {
      await this.#keepComment(named.number, marker, body, permit);
      return refOf(named);
    }
    const found = named ?? (await this.#find(marker, known.since, permit));
    const issue = found
      ? await this.#update(found, content, body, permit)
      : await this.#open(content, body, permit);
    this.#seen.set(String(issue.number), issue);
    return refOf(issue);
  }

  async attach(rotation: string, number: string, attachment: Attachment, permit?: Permit): Promise<void> {
    const issue = await this.#existing(number);
    const marker = markerOf(rotation, attachment.name);
    const block = evidenceBlock(marker, attachment, this.#run, LONGEST);
    await this.#keepComment(issue.number, marker, block, permit);
  }

  /** An issue that a person opened is closed by a person. */
  async close(rotation: string, number: string, outcome: Outcome, permit?: Permit): Promise<void> {
    const issue = await this.#existing(number);
    if (issue.state === 'closed' || !(await this.#isOurs(issue, markerOf(rotation)))) return;
    await this.#api.change(issue.number, { state: 'closed', state_reason: REASON[outcome] }, permit);
  }

  async #existing(number: string): Promise<Issue> {
    const issue = this.#seen.get(number) ?? (await this.#api.issue(number));
    if (!issue) throw new RekeyError('RK9009', `The issue ${number} is gone.`);
    return issue;
  }

  async #isOurs(text: Issue | Comment, marker: string): Promise<boolean> {
    return text.body?.startsWith(marker) === true && (await this.#api.wroteIt(text));
  }

  /** After a lost answer there may be one already, or two; the oldest stays. */
  async #find(marker: string, since: string, permit?: Permit): Promise<Issue | undefined> {
    const issues = await this.#api.issuesSince(instant(millis(since) - MINUTE));
    const ours = await this.#only(issues, marker);
    const [first, ...doubles] = [...ours].sort((one, other) => one.number - other.number);
    for (const double of doubles.filter(({ state }) => state === 'open')) {
      await this.#api.say(double.number, `Goes on in #${String(first?.number)}.`, permit);
      await this.#api.change(double.number, { state: 'closed', state_reason: 'not_planned' }, permit);
    }
    return first;
  }

  async #only<T extends Issue | Comment>(texts: readonly T[], marker: string): Promise<readonly T[]> {
    const ours: T[] = [];
    for (const text of texts) if (await this.#isOurs(text, marker)) ours.push(text);
    return ours;
  }

  async #open(content: TicketContent, body: string, permit?: Permit): Promise<Issue> {
    return this.#api.open({ title: this.#titleOf(content), body, labels: this.#labelsOf(content) }, permit);
  }

  /** Labels that people added stay. */
  async #update(issue: Issue, content: TicketContent, body: string, permit?: Permit): Promise<Issue> {
    const title = this.#titleOf(content);
    const present = issue.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? '')));
    const missing = this.#labelsOf(content).filter((label) => !present.includes(label));
    const change = {
      ...(issue.title === title ? {} : { title }),
      ...(issue.body === body ? {} : { body }),
      ...(missing.length === 0 ? {} : { labels: [...present, ...missing] }),
    };
    if (Object.keys(change).length > 0) await this.#api.change(issue.number, change, permit);
    return issue;
  }

  async #keepComment(issue: number, marker: string, body: string, permit?: Permit): Promise<void> {
    const [ours] = await this.#only(await this.#api.comments(issue), marker);
    if (!ours) await this.#api.say(issue, body, permit);
    else if (ours.body !== body) await this.#api.sayInstead(ours.id, body, permit);
  }

  #titleOf(content: TicketContent): string {
    const title = this.#settings.title.replaceAll('{title}', () => content.title);
    return beginningOf(withoutMentions(title), 250);
  }

  #labelsOf(content: TicketContent): readonly string[] {
    return [...new Set([...this.#settings.labels, ...content.labels])];
  }
}

const refOf = (issue: Issue): TicketRef => ({ number: String(issue.number), url: issue.html_url });
