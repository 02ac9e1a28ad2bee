import { describe, expect, it } from '@jest/globals';
import type { ClaimRequest } from '../../src/lifecycle/claiming';
import { secondRepository } from '../support/secondRepository';
import { Stage } from '../support/stage';
import { CALLS, stopAt } from '../support/stopAt';
import { WorldChecks } from '../support/worldChecks';

const BACK: Partial<ClaimRequest> = { rank: 'rollback', undo: 'customers complain' };

/** The billing service works with the key of today only. */
function illWithNew(stage: Stage): void {
  const old = stage.served('api_key_id');
  stage.service('billing-service').illWith = (id) => id !== old;
}

/** The next so many reads of the secret show its first version, as of a node that lags behind. */
function lagBehind({ vault }: Stage, reads: number): void {
  const answer = vault.handler;
  let left = reads;
  Object.assign(vault, {
    handler: (request: Parameters<typeof answer>[0]) => {
      const isRead = request.method === 'GET' && request.path.endsWith('/data/prod/gateway');
      if (!isRead || request.query.has('version') || left === 0) return answer(request);
      left -= 1;
      return answer({ ...request, query: new URLSearchParams({ version: '1' }) });
    },
  });
}

describe('what the store serves', () => {
  it('C3 a switch on its way while another run gives the new key up: a dead key would be current', async () => {
    const stage = await new Stage().begin();
    const checks = new WorldChecks(stage, { hurried: false });
    const old = stage.served();
    const late = stopAt(1, CALLS.switches);
    await stage.clock.run(async () => {
      const job = stage.nextJob;
      const first = stage.process('rotate', { faults: late.faults });
      await late.reached;
      stage.over.add(job);
      const { stop } = await stage.processes('rotate', { request: BACK });
      expect(stop.rotation?.closed).toBe('undone');
      late.goOn();
      return first;
    });
    checks.end(false);
    expect([stage.served(), checks.broken]).toEqual([old, []]);
  });

  it('C4 somebody else switched meanwhile: an undo that continues would end a key that is in use', async () => {
    const stage = await new Stage().begin();
    illWithNew(stage);
    const theirs = stage.vendor.add('of another repository');
    stage.deploys.onOrder = (rollout) => {
      rollout.state = 'done';
      if (stage.served('api_key_id') !== theirs.id)
        stage.edit({ api_key: theirs.value, api_key_id: theirs.id });
    };
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK4003']);
    expect([stage.served(), stage.live.length]).toEqual([theirs.value, 3]);
    expect(stage.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined, undefined]);
  });

  it('C4 a switch that was done, read on a node that lags behind: its own success would be taken for a defeat', async () => {
    const stage = await new Stage().begin();
    const job = stage.nextJob;
    const dies = { faults: (call: Parameters<typeof CALLS.switches>[0]) => deadAfter(CALLS.switches(call)) };
    await expect(stage.play('rotate', dies)).rejects.toThrow('killed');
    stage.over.add(job);
    lagBehind(stage, 3);
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, stop.rotation?.turns]).toEqual(['done', []]);
    expect(stage.live.map(({ value }) => value)).toEqual([stage.served()]);
    expect(stage.refusals).toEqual([]);
  });

  it('C4 a person edits a neighbouring field before the switch: that is no conflict, and the edit would be lost', async () => {
    const stage = await new Stage().begin();
    const ready = stopAt(1, CALLS.switches);
    const { stop } = await stage.clock.run(async () => {
      const process = stage.processes('rotate', { faults: ready.faults });
      await ready.reached;
      stage.edit({ other: 'edited' });
      ready.goOn();
      return process;
    });
    expect([stop.rotation?.closed, stage.served('other')]).toEqual(['done', 'edited']);
  });

  it('C10 two keys in one secret at the same time: each would undo the switch of the other, or overwrite what it staged', async () => {
    const stage = await new Stage().begin();
    const second = await neighbour(stage);
    const [one, two] = await stage.clock.run(() => Promise.all([stage.processes(), second.processes()]));
    expect([one.stop.rotation?.closed, two.stop.rotation?.closed]).toEqual(['done', 'done']);
    const served = [stage.served('api_key'), stage.served('second_key')];
    expect(stage.live.map(({ value }) => value).sort()).toEqual([...served].sort());
    expect(stage.served('other')).toBe('kept');
  });

  it('C10 a step back restores the version: the neighbour would serve a key that is dead since', async () => {
    const stage = await new Stage().begin();
    const second = await neighbour(stage);
    const old = stage.served();
    await stage.play();
    expect((await second.playOut()).stop.rotation?.closed).toBe('done');
    const fresh = second.served('second_key');
    const { stop } = await stage.playOut('rotate', { request: BACK });
    expect(stop.rotation?.closed).toBe('undone');
    expect([stage.served(), stage.served('second_key')]).toEqual([old, fresh]);
    expect(stage.live.map(({ value }) => value).sort()).toEqual([old, fresh].sort());
  });

  it('C10 so many writes that the previous value is gone: there is nothing to go back to, and nothing may die', async () => {
    const stage = await new Stage().begin();
    await stage.play();
    for (let writes = 0; writes < 12; writes += 1) stage.edit({ other: String(writes) });
    const { stop } = await stage.play('rotate', { request: BACK });
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK4002']);
    expect(stage.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined]);
  });
});

const deadAfter = (fits: boolean) => (fits ? ({ kind: 'kill', when: 'after' } as const) : undefined);

/** Another key of the same repository, in another field of the same secret. */
async function neighbour(stage: Stage): Promise<Stage> {
  const old = stage.vendor.add('of the neighbour');
  stage.edit({ second_key: old.value, second_key_id: old.id });
  const secret = { path: 'prod/gateway', fields: { value: 'second_key' }, idField: 'second_key_id' };
  const second = await secondRepository(stage, { key: { name: 'second', secret, usedBy: [] } });
  return Object.assign(second, { services: [] });
}
