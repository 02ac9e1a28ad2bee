import { describe, expect, it } from '@jest/globals';
import type { Ticket } from '../../src/domain/contracts/ticket';
import { RekeyError } from '../../src/domain/errors';
import { HOUR } from '../../src/domain/tools/time';
import { Stage } from '../support/stage';

/** One ticket a rotation; each call may fail, before or after its effect. */
class Tracker implements Ticket {
  readonly log: string[] = [];
  fails: (what: string) => 'before' | 'after' | undefined = () => undefined;

  find: Ticket['find'] = () => Promise.resolve(undefined);
  upsert: Ticket['upsert'] = async (rotation, _content, { number }) => {
    await this.#do(`upsert ${number ?? 'new'}`);
    return { number: '812', url: `https://tickets.example.com/${rotation}` };
  };
  attach: Ticket['attach'] = (_rotation, number) => this.#do(`attach ${number}`);
  close: Ticket['close'] = (_rotation, number, outcome) => this.#do(`close ${number} ${outcome}`);

  async #do(what: string): Promise<void> {
    const fault = this.fails(what);
    if (fault !== 'before') this.log.push(what);
    if (fault) throw new RekeyError(fault === 'before' ? 'RK9010' : 'RK9002', `${what}: no answer.`);
  }
}

describe('the ticket', () => {
  it('is opened before anything is made, gets the evidence, and is closed', async () => {
    const ticket = new Tracker();
    const stage = await new Stage({ ticket }).begin();
    const { stop } = await stage.playOut();
    expect(stop.rotation?.closed).toBe('done');
    expect(ticket.log.filter((what) => what === 'upsert new')).toEqual([ticket.log[0]]);
    expect(ticket.log.slice(-3)).toEqual(['upsert 812', 'attach 812', 'close 812 done']);
  });

  it('that did not answer when it was opened is looked for again before anything is made', async () => {
    const ticket = new Tracker();
    let calls = 0;
    ticket.fails = () => ((calls += 1) === 1 ? 'after' : undefined);
    const stage = await new Stage({ ticket }).begin();
    expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
    expect(stage.live).toHaveLength(1);
  });

  it('that cannot be closed is a warning: the key was rotated all the same', async () => {
    const ticket = new Tracker();
    ticket.fails = (what) => (what.startsWith('close') ? 'before' : undefined);
    const stage = await new Stage({ ticket }).begin();
    expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
    const warnings = stage.disk.facts.flatMap((fact) => (fact.type === 'warning' ? [fact.message] : []));
    expect(warnings).toEqual([expect.stringContaining('the ticket could not be closed')]);
  });
});

describe('a vendor where a person deletes keys', () => {
  it('has its person asked once old is drained, and what the person did is proved', async () => {
    const stage = await new Stage({ without: ['disable', 'revoke'] }).begin();
    const [old] = stage.live;
    const { stop } = await stage.playOut();
    expect(stop.status).toBe('person');
    expect(stop.key.open?.person).toContain(`Delete ${old?.id ?? ''} at gateway by hand`);
    if (old) old.revoked = stage.clock.now();
    const end = await stage.clock.run(async () => {
      await stage.clock.sleep(HOUR);
      return stage.processes();
    });
    expect(end.stop.rotation?.closed).toBe('done');
    expect(end.stop.rotation?.rows['forward/revoke']?.result?.how).toBe('found');
    expect(stage.evidence().death.grade).toBe('refused');
  });
});

describe('a vendor where creating kills the old key', () => {
  it('is not rotated at all', async () => {
    const stage = await new Stage({ limits: { mode: 'replace' } }).begin();
    const { stop } = await stage.play();
    expect([stop.status, stop.error?.code]).toEqual(['failed', 'RK8001']);
    expect(stage.disk.facts).toEqual([]);
    expect(stage.live).toHaveLength(1);
  });
});

describe('a journal', () => {
  it('whose index and facts disagree stops everything', async () => {
    const stage = await new Stage().begin();
    await stage.play();
    const [last] = (await stage.disk.list('journal/commits')).slice(-1);
    const path = `journal/commits/${last ?? ''}`;
    const text = (await stage.disk.read(path)) ?? '';
    await stage.disk.write(path, text.replace(/"head":"[^"]+"/, '"head":"somebody.1"'));
    const { stop } = await stage.play();
    expect(stop.status).toBe('failed');
    expect(['RK7002', 'RK7003']).toContain(stop.error?.code);
    expect(stage.live).toHaveLength(2);
  });
});
