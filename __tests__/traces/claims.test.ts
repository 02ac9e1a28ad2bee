import { describe, expect, it } from '@jest/globals';
import type { ClaimRequest } from '../../src/lifecycle/claiming';
import { HOUR, MINUTE, SECOND } from '../../src/domain/tools/time';
import { secondRepository } from '../support/secondRepository';
import { Stage, type Played } from '../support/stage';
import { CALLS, stopAt } from '../support/stopAt';
import { WorldChecks } from '../support/worldChecks';

const BACK: Partial<ClaimRequest> = { rank: 'rollback', undo: 'customers complain' };

/** A process begins, and its host calls the job over although it runs on. */
function doomed(stage: Stage, ...how: Parameters<Stage['process']>): Promise<Played> {
  const job = stage.nextJob;
  const process = stage.process(...how);
  stage.over.add(job);
  return process;
}

describe('who may act on a key', () => {
  it('C1 two jobs of one run: the second would end the key that the first one has just made', async () => {
    const stage = await new Stage().begin();
    const checks = new WorldChecks(stage, { hurried: false });
    const made = stopAt(2, CALLS.writesSlot);
    await stage.clock.run(async () => {
      const first = stage.process('rotate', { faults: made.faults });
      await made.reached;
      const second = await stage.process();
      expect([second.stop.status, second.stop.error?.code, second.calls]).toEqual(['busy', 'RK7006', []]);
      made.goOn();
      return first;
    });
    const end = await stage.playOut();
    checks.end(false);
    expect([end.stop.rotation?.closed, checks.broken]).toEqual(['done', []]);
    expect(stage.vendor.keys.all.filter(({ revoked }) => revoked !== undefined)).toHaveLength(1);
  });

  it('C2 a revoke on its way while another run takes over: the dying key would be made current again', async () => {
    const stage = await new Stage({ without: ['disable'] }).begin();
    const checks = new WorldChecks(stage, { hurried: false });
    await stage.play();
    const revoke = stopAt(1, CALLS.revokes);
    const end = await stage.clock.run(async () => {
      await stage.clock.sleep(HOUR);
      const first = doomed(stage, 'rotate', { faults: revoke.faults });
      await revoke.reached;
      const back = await stage.process('rotate', { request: BACK });
      expect([back.stop.status, back.stop.error?.code]).toEqual(['failed', 'RK1003']);
      revoke.goOn();
      await first;
      return stage.processes();
    });
    checks.end(false);
    expect([end.stop.rotation?.closed, checks.broken]).toEqual(['done', []]);
  });

  it('C2 three processes, two of them called over: a key that one has condemned would be taken up by another', async () => {
    const stage = await new Stage().begin();
    const checks = new WorldChecks(stage, { hurried: false });
    // The first makes a key and is stopped before it stages it.
    const first = stopAt(2, CALLS.writesSlot);
    // The second finds it without a value, condemns it, and is stopped before it revokes it.
    const second = stopAt(1, CALLS.revokes);
    const end = await stage.clock.run(async () => {
      const one = doomed(stage, 'rotate', { faults: first.faults });
      await first.reached;
      const two = doomed(stage, 'rotate', { faults: second.faults });
      await second.reached;
      first.goOn();
      await one;
      expect(stage.slotIsHeld).toBe(true);
      const played = await stage.processes();
      second.goOn();
      await two;
      return played;
    });
    checks.end(false);
    expect([end.stop.rotation?.closed, checks.broken]).toEqual(['done', []]);
  });

  it('C8 a run that lost its key to a person wakes up in a sick world: its undo would end the only key', async () => {
    const stage = await new Stage().begin();
    const checks = new WorldChecks(stage, { hurried: false });
    const old = stage.served();
    const check = stopAt(1, ({ origin }) => origin.includes('health') && stage.services[0]?.rolls === 1);
    const first = await stage.clock.run(async () => {
      const asleep = stage.process('rotate', { faults: check.faults });
      await check.reached;
      await stage.processes('rotate', { request: BACK });
      stage.service('payment-service').illWith = () => true;
      check.goOn();
      return asleep;
    });
    expect([first.stop.status, first.stop.error?.code]).toEqual(['superseded', 'RK7005']);
    const writes = first.calls.filter(({ method }) => method !== 'GET');
    expect(writes.at(-1)?.origin).toBe('https://deploy.example.com');
    checks.end(false);
    expect([stage.served(), checks.broken]).toEqual([old, []]);
  });

  it('H1 nobody can tell whether the owner is dead: the key would wait for ever, or be taken from the living', async () => {
    const stage = await new Stage().begin();
    const death = { faults: stopsDead(CALLS.switches) };
    await expect(stage.play('rotate', death)).rejects.toThrow('killed');
    const end = Date.parse((await stage.keyState()).open?.claim?.end ?? '');
    expect(end - stage.clock.now()).toBeLessThan(HOUR + 6 * MINUTE);
    await stage.clock.advance(end - stage.clock.now() - MINUTE);
    expect((await stage.play()).stop.status).toBe('busy');
    await stage.clock.advance(2 * MINUTE);
    expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
  });

  it('H2 the slot is slow: a create would be sent on a word that is older than its window', async () => {
    const stage = await new Stage().begin();
    const checks = new WorldChecks(stage);
    const slow = stopAt(1, CALLS.writesSlot);
    const end = await stage.clock.run(async () => {
      const process = stage.processes('rotate', { faults: slow.faults });
      await slow.reached;
      await stage.clock.sleep(45 * SECOND);
      slow.goOn();
      return process;
    });
    checks.end(false);
    expect([end.stop.rotation?.closed, checks.broken]).toEqual(['done', []]);
    expect(end.stop.rotation?.rows['forward/create']?.intents).toBe(2);
  });

  it('H2 a create that lands when nobody waits for it any more: its key would be left behind', async () => {
    const stage = await new Stage().begin();
    const checks = new WorldChecks(stage, { hurried: false });
    let isFirst = true;
    const end = await stage.playOut('rotate', {
      faults: (call) => {
        if (!isFirst || !CALLS.creates(call)) return undefined;
        isFirst = false;
        return { kind: 'late', delay: 50 * SECOND };
      },
    });
    checks.end(false);
    expect([end.stop.rotation?.closed, checks.broken]).toEqual(['done', []]);
    const lost = stage.vendor.keys.all.filter(({ label, revoked }) => label.startsWith('rekey-') && revoked);
    expect(lost).toHaveLength(1);
    expect(end.stop.rotation?.rows[`forward/sweep:${lost[0]?.id ?? ''}`]?.result?.how).toBe('did');
  });

  it('H5 two repositories, one secret: the second would stage over the first, and end what the first then serves', async () => {
    const stage = await new Stage().begin();
    const checks = new WorldChecks(stage, { hurried: false });
    const other = await secondRepository(stage);
    const staged = stopAt(1, CALLS.switches);
    await stage.clock.run(async () => {
      const first = stage.process('rotate', { faults: staged.faults });
      await staged.reached;
      const refused = await other.process();
      expect([refused.stop.status, refused.stop.error?.code]).toEqual(['failed', 'RK4004']);
      expect(refused.stop.error?.message).toContain('`acme/shop`');
      staged.goOn();
      return first;
    });
    const end = await stage.playOut();
    checks.end(false);
    expect([end.stop.rotation?.closed, checks.broken, other.disk.facts]).toEqual(['done', [], []]);
  });
});

const stopsDead = (fits: typeof CALLS.creates) => (call: Parameters<typeof fits>[0]) =>
  fits(call) ? ({ kind: 'kill', when: 'before' } as const) : undefined;
