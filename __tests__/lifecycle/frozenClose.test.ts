import { describe, expect, it } from '@jest/globals';
import type { Ticket } from '../../src/domain/contracts/ticket';
import { RekeyError } from '../../src/domain/errors';
import type { Permit } from '../../src/domain/ports';
import { MINUTE, SECOND } from '../../src/domain/tools/time';
import { Stage } from '../support/stage';

/** Says which calls changed it, asks for the permit after its own reading, and may freeze who reads. */
class SlowTracker implements Ticket {
  readonly log: string[] = [];
  reading: (what: string) => Promise<void> = () => Promise.resolve();

  find: Ticket['find'] = () => Promise.resolve(undefined);
  upsert: Ticket['upsert'] = async (rotation, { body }, { number }, permit) => {
    await this.#write(`upsert ${number ?? 'new'} ${body.length > 0 ? 'text' : ''}`, permit);
    return { number: '812', url: `https://tickets.example.com/${rotation}` };
  };
  attach: Ticket['attach'] = (_rotation, number, _attachment, permit) =>
    this.#write(`attach ${number}`, permit);
  close: Ticket['close'] = (_rotation, number, outcome, permit) =>
    this.#write(`close ${number} ${outcome}`, permit);

  async #write(what: string, permit: Permit | undefined): Promise<void> {
    await this.reading(what);
    if (permit?.() === false) throw new RekeyError('RK9014', 'it was too late.');
    this.log.push(what);
  }
}

/** The first call that begins like this sleeps until it is woken. */
function sleeper(ticket: SlowTracker, prefix: string): { readonly reached: Promise<void>; wake: () => void } {
  let wake = (): void => {};
  let reach = (): void => {};
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  const reached = new Promise<void>((resolve) => (reach = resolve));
  let isFirst = true;
  ticket.reading = async (what) => {
    if (!isFirst || !what.startsWith(prefix)) return;
    isFirst = false;
    reach();
    await asleep;
  };
  return { reached, wake: () => wake() };
}

describe('a process that was frozen while it told the ticket', () => {
  it.each(['attach', 'close'])(
    'writes nothing more once it was taken over (frozen at %s)',
    async (prefix) => {
      const ticket = new SlowTracker();
      const stage = await new Stage({ ticket, key: { grace: 0, drainLimit: MINUTE } }).begin();
      const job = stage.nextJob;
      const { reached, wake } = sleeper(ticket, prefix);
      const { stop, before } = await stage.clock.run(async () => {
        const first = stage.processes();
        await reached;
        stage.over.add(job);
        await stage.clock.sleep(5 * MINUTE);
        const second = await stage.processes();
        expect(second.stop.rotation?.closed).toBe('done');
        const before = [...ticket.log];
        wake();
        await stage.clock.sleep(SECOND);
        return { stop: (await first).stop, before };
      });
      expect([stop.status, stop.error?.code]).toEqual(['superseded', 'RK7005']);
      expect(ticket.log).toEqual(before);
    },
  );

  it('continues when it is still the owner', async () => {
    const ticket = new SlowTracker();
    const stage = await new Stage({ ticket, key: { grace: 0, drainLimit: MINUTE } }).begin();
    const { reached, wake } = sleeper(ticket, 'attach');
    const { stop } = await stage.clock.run(async () => {
      const first = stage.processes();
      await reached;
      await stage.clock.sleep(5 * MINUTE);
      wake();
      return first;
    });
    expect(stop.rotation?.closed).toBe('done');
    expect(ticket.log.slice(-2)).toEqual(['attach 812', 'close 812 done']);
    expect(stage.disk.facts.filter(({ type }) => type === 'warning')).toEqual([]);
  });
});
