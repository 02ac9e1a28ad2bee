import type { Ticket, TicketRef } from '../../../domain/contracts/ticket';
import { RekeyError } from '../../../domain/errors';
import type { AdapterPorts } from '../../../domain/descriptor';
import type { Permit } from '../../../domain/ports';
import { bodyOf, evidenceBlock, markerOf, withoutMentions } from '../../../kits/adapter/ticketText';
import { SampleApi, type SampleTicket } from './api';
import type { SampleTicketSettings } from './settings';

/** What the server takes, in characters. */
const LONGEST = 60_000;

/** Ours is what has our marker *and* was written by us: a copied marker deceives nobody. */
export function sampleTicket(settings: SampleTicketSettings, ports: AdapterPorts): Ticket {
  const api = new SampleApi(settings, ports);

  const isOurs = async (text: { readonly author: string; readonly body: string }, marker: string) =>
    text.body.startsWith(marker) && text.author === (await api.me());

  async function existing(number: string): Promise<SampleTicket> {
    const found = await api.ticket(number);
    if (!found) throw new RekeyError('RK9009', `The ticket ${number} is gone.`);
    return found;
  }

  async function oldestOfOurs(marker: string, since: string): Promise<SampleTicket | undefined> {
    for (const one of await api.since(since)) if (await isOurs(one, marker)) return one;
    return undefined;
  }

  async function keepComment(to: SampleTicket, marker: string, body: string, permit?: Permit): Promise<void> {
    for (const one of to.comments) {
      if (!(await isOurs(one, marker))) continue;
      if (one.body !== body) await api.sayInstead(String(to.number), one.id, body, permit);
      return;
    }
    await api.say(String(to.number), body, permit);
  }

  return {
    async find(number) {
      const found = /^[1-9]\d{0,8}$/.test(number) ? await api.ticket(number) : undefined;
      return found && refOf(found);
    },
    async upsert(rotation, content, known, permit) {
      const marker = markerOf(rotation);
      const body = bodyOf(marker, content.body, LONGEST);
      const named = known.number === undefined ? undefined : await api.ticket(known.number);
      if (named && !(await isOurs(named, marker))) {
        await keepComment(named, marker, body, permit);
        return refOf(named);
      }
      const change = { title: withoutMentions(content.title), body, labels: content.labels };
      const found = named ?? (await oldestOfOurs(marker, known.since));
      if (!found) return refOf(await api.open(change, permit));
      if (found.body !== body) await api.change(String(found.number), change, permit);
      return refOf(found);
    },
    async attach(rotation, number, attachment, permit) {
      const marker = markerOf(rotation, attachment.name);
      const block = evidenceBlock(marker, attachment, ports.run.url, LONGEST);
      await keepComment(await existing(number), marker, block, permit);
    },
    /** A ticket that a person opened is closed by a person. */
    async close(rotation, number, _outcome, permit) {
      const found = await existing(number);
      if (!found.open || !(await isOurs(found, markerOf(rotation)))) return;
      await api.change(number, { open: false }, permit);
    },
  };
}

const refOf = ({ number, url }: SampleTicket): TicketRef => ({ number: String(number), url });
