import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Ticket, TicketContent } from '../../src/domain/contracts/ticket';

export interface ShownTicket {
  readonly number: string;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly open: boolean;
  readonly comments: readonly string[];
}

/** A ticket system in the world, and what people and networks may do to it. */
export interface TicketWorld {
  /** Another process of ours. */
  open(): Ticket;
  /** All there are, oldest first. */
  all(): readonly ShownTicket[];
  /** A person opens a ticket with this text; its number. */
  personOpens(body: string): string;
  personComments(number: string, body: string): void;
  remove(number: string): void;
  /** The next write lands, and its answer is lost. */
  loseNextAnswer(): void;
  /** When the rotation began. */
  readonly since: string;
}

const content = (body: string, title = 'Rotate gateway-prod'): TicketContent => ({
  title,
  body,
  labels: ['rotation'],
});
const attachment = (text: string) => ({ name: 'evidence.json', content: text, digest: 'ab12' });

export function ticketContract(name: string, makeWorld: () => TicketWorld): void {
  describe(`ticket contract: ${name}`, () => {
    let world: TicketWorld;
    let ticket: Ticket;
    beforeEach(() => {
      world = makeWorld();
      ticket = world.open();
    });

    const upsert = (body: string, number?: string) =>
      ticket.upsert('r1', content(body), { since: world.since, ...(number !== undefined && { number }) });

    it('finds one that a person opened, and none of another number', async () => {
      const number = world.personOpens('a change');
      expect(await ticket.find(number)).toMatchObject({ number });
      for (const other of ['99999', '-1', '0', '1; rm -rf /', '', 'x'])
        expect(await ticket.find(other)).toBeUndefined();
    });

    it('makes one ticket, and keeps it up to date by its number', async () => {
      const { number, url } = await upsert('- [ ] create');
      expect(url).toContain(number);
      expect((await upsert('- [x] create', number)).number).toBe(number);
      const [only, ...others] = world.all();
      expect(others).toEqual([]);
      expect(only).toMatchObject({ number, title: 'Rotate gateway-prod', labels: ['rotation'], open: true });
      expect(only?.body).toContain('- [x] create');
    });

    it('finds its own ticket again without the number', async () => {
      const { number } = await upsert('one');
      ticket = world.open();
      expect((await upsert('two')).number).toBe(number);
      expect(world.all().length).toBe(1);
    });

    it('finds the ticket whose answer was lost', async () => {
      world.loseNextAnswer();
      await expect(upsert('one')).rejects.toMatchObject({ kind: 'unknown' });
      await upsert('one');
      expect(world.all().length).toBe(1);
    });

    it('writes nothing once it is too late', async () => {
      const late = (): boolean => false;
      const since = { since: world.since };
      await expect(ticket.upsert('r1', content('one'), since, late)).rejects.toMatchObject({
        code: 'RK9014',
      });
      expect(world.all()).toEqual([]);
      const { number } = await upsert('one');
      const before = JSON.stringify(world.all());
      const calls = [
        () => ticket.upsert('r1', content('two'), { number, ...since }, late),
        () => ticket.attach('r1', number, attachment('{"v":1}'), late),
        () => ticket.close('r1', number, 'done', late),
      ];
      for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'RK9014' });
      expect(JSON.stringify(world.all())).toBe(before);
    });

    it('makes one for each rotation', async () => {
      await upsert('one');
      await ticket.upsert('r2', content('two'), { since: world.since });
      expect(world.all().length).toBe(2);
    });

    it('is not taken in by a person who writes its marker', async () => {
      const { number } = await upsert('one');
      const copied = world.personOpens(world.all()[0]?.body ?? '');
      world.remove(number);
      const own = await upsert('two');
      expect(own.number).not.toBe(copied);
      expect(world.all().find((each) => each.number === copied)?.body).not.toContain('two');
    });

    it("keeps one comment in a person's ticket, and leaves the rest of it alone", async () => {
      const change = world.personOpens('CHG-1: rotate, please');
      await upsert('- [ ] create', change);
      await upsert('- [x] create', change);
      const shown = world.all().find((each) => each.number === change);
      expect(shown?.body).toBe('CHG-1: rotate, please');
      expect(shown?.comments.length).toBe(1);
      expect(shown?.comments[0]).toContain('- [x] create');
      await ticket.close('r1', change, 'done');
      expect(world.all().find((each) => each.number === change)?.open).toBe(true);
    });

    it('attaches evidence once, and replaces it by its name', async () => {
      const { number } = await upsert('one');
      await ticket.attach('r1', number, attachment('{"v":1}'));
      await world.open().attach('r1', number, attachment('{"v":1}'));
      await ticket.attach('r1', number, attachment('{"v":2}'));
      const comments = world.all()[0]?.comments ?? [];
      expect(comments.length).toBe(1);
      expect(comments[0]).toContain('{"v":2}');
      expect(comments[0]).toContain('ab12');
    });

    it('is not taken in by a comment with the marker of its evidence', async () => {
      const { number } = await upsert('one');
      await ticket.attach('r1', number, attachment('{"v":1}'));
      const ours = world.all()[0]?.comments[0] ?? '';
      const other = world.personOpens('else');
      world.personComments(other, ours);
      await ticket.attach('r1', other, attachment('{"v":2}'));
      const comments = world.all().find((each) => each.number === other)?.comments ?? [];
      expect(comments[0]).toBe(ours);
      expect(comments[1]).toContain('{"v":2}');
    });

    it('closes, and closing again is harmless', async () => {
      const { number } = await upsert('one');
      await ticket.close('r1', number, 'done');
      await ticket.close('r1', number, 'done');
      expect(world.all()[0]?.open).toBe(false);
    });

    it('calls nobody', async () => {
      await upsert('asked by @octocat of @acme/team');
      expect(world.all()[0]?.body).not.toMatch(/@\w/);
    });

    it('takes texts of any length', async () => {
      const { number } = await upsert('x'.repeat(100_000));
      await ticket.attach('r1', number, attachment(`"${'y'.repeat(100_000)}"`));
      const [shown] = world.all();
      expect(shown?.body.length).toBeLessThanOrEqual(60_000);
      expect(shown?.comments[0]?.length).toBeLessThanOrEqual(60_000);
      expect(shown?.comments[0]).toContain('ab12');
    });
  });
}
