import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE } from '../../src/domain/tools/time';
import { lostSwitch } from '../support/lostSwitch';
import type { RowId } from '../../src/domain/journal/facts';
import type { NewFact } from '../../src/lifecycle/ledger';
import { writeFacts } from '../support/writeFacts';
import { Stage } from '../support/stage';
import { DEPLOY, GATEWAY } from '../support/stageSettings';
import type { FaultPlan } from '../../src/sandbox/faults';

/** Something that people do once, as soon as a credential is staged. */
function onceStaged(stage: Stage, act: () => void): void {
  stage.watch = (_job, _origin, { method, path, body }) => {
    if (method !== 'POST' || !path.includes('.rekey.') || !body.includes('part_value')) return;
    stage.watch = undefined;
    act();
  };
}

describe('people in the store', () => {
  it('who change a neighbouring field meanwhile are no conflict, and keep their change', async () => {
    const stage = await new Stage().begin();
    onceStaged(stage, () => stage.edit({ other: 'changed' }));
    const { stop } = await stage.playOut();
    expect(stop.rotation?.closed).toBe('done');
    expect(stage.served('other')).toBe('changed');
  });

  it('who change our field before the switch win: new is discarded', async () => {
    const stage = await new Stage().begin();
    const theirs = stage.vendor.add('theirs');
    onceStaged(stage, () => stage.edit({ api_key: theirs.value, api_key_id: theirs.id }));
    const { stop } = await stage.playOut();
    expect(stop.error?.line).toBeUndefined();
    expect(stop.rotation?.closed).toBe('undone');
    expect(stage.served()).toBe(theirs.value);
    expect(stage.live.map(({ id }) => id)).toContain(theirs.id);
    expect(stage.live.filter(({ label }) => label.startsWith('rekey-'))).toEqual([]);
  });

  it('who change it after a switch whose answer was lost: nobody knows who holds new, so all stay alive', async () => {
    const { stage, stop } = await lostSwitch();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK4003']);
    expect(stage.live).toHaveLength(3);
  });

  it('who change it after a new key was only found staged: the journal may have lost that it was served', async () => {
    const stage = await new Stage().begin();
    const job = stage.nextJob;
    let writes = 0;
    const dies = stage.play('rotate', {
      faults: ({ method, path }) =>
        method === 'POST' && path.includes('.rekey.') && (writes += 1) === 2
          ? { kind: 'kill', when: 'after' }
          : undefined,
    });
    await expect(dies).rejects.toThrow('killed');
    stage.over.add(job);
    const theirs = stage.vendor.add('theirs');
    stage.edit({ api_key: theirs.value, api_key_id: theirs.id });
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK4003']);
    expect(stage.live).toHaveLength(3);
  });

  it('who put the old value back after a switch whose answer was lost: release alone ends nothing that may be held', async () => {
    const stage = await new Stage().begin();
    const [old] = stage.live;
    const job = stage.nextJob;
    const dies = stage.play('rotate', {
      faults: ({ method }) => (method === 'PATCH' ? { kind: 'kill', when: 'after' } : undefined),
    });
    await expect(dies).rejects.toThrow('killed');
    stage.over.add(job);
    stage.edit({ api_key: old?.value, api_key_id: old?.id });
    const back = { request: { undo: 'alice asked for it' } };
    for (let releases = 0; releases < 3; releases += 1) {
      const { stop } = await stage.playOut('rotate', releases === 0 ? back : {});
      expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK4003']);
      expect(stage.live).toHaveLength(2);
      await writeFacts(stage, { type: 'unhold', actor: 'alice', reason: 'looked at' });
    }
  });

  it('who put the old value back in the grace period stop the death of the old key', async () => {
    const stage = await new Stage().begin();
    const [old] = stage.live;
    await stage.play();
    stage.edit({ api_key: old?.value, api_key_id: old?.id });
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK7008']);
    expect(stage.live).toHaveLength(2);
  });

  it('who delete the staging slot, for whatever reason, keep no rotation from its end', async () => {
    const stage = await new Stage().begin();
    await stage.play();
    for (const path of [...stage.vault.mount.secrets.keys()])
      if (path.includes('.rekey.')) stage.vault.mount.secrets.delete(path);
    const { stop } = await stage.playOut();
    expect(stop.rotation?.closed).toBe('done');
  });

  it('who write so often that the old value is gone: revoked, and never called proved', async () => {
    const stage = await new Stage().begin();
    const [old] = stage.live;
    await stage.play();
    for (let writes = 0; writes < 12; writes += 1) stage.edit({ other: String(writes) });
    const { stop } = await stage.playOut();
    const outcome = stop.rotation?.closed;
    expect([outcome, stop.status]).not.toContain('done');
    if (outcome === 'unproven') expect(stage.evidence().death.grade).not.toBe('refused');
    expect(stage.refusals).toEqual([]);
    expect(old).toBeDefined();
  });
});

describe('a journal in which somebody wrote', () => {
  const result = (row: RowId, data: Record<string, string | number>): NewFact => ({
    type: 'result',
    row,
    how: 'observed',
    data,
  });

  it('that the old key is drained kills nothing before the store says so', async () => {
    const stage = await new Stage({ key: { grace: HOUR } }).begin();
    await stage.play();
    await writeFacts(
      stage,
      result('forward/drain', { silent: 'observed', until: '2026-03-01T00:00:00.000Z' }),
    );
    const { stop } = await stage.play();
    expect(stop.status).toBe('waiting');
    expect(stage.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined]);
  });

  it('that all is rolled and checked, before anything was switched, kills nothing', async () => {
    const stage = await new Stage().begin();
    const [old] = stage.live;
    const dies = stage.play('rotate', {
      faults: ({ method }) => (method === 'PATCH' ? { kind: 'kill', when: 'before' } : undefined),
    });
    await expect(dies).rejects.toThrow('killed');
    stage.over.add('job-1');
    const rows = stage.key.usedBy.flatMap((name) => [
      result(`forward/deploy:${name}`, { rollout: 'forged' }),
      result(`forward/check:${name}`, { passes: 2, sentence: 'all is well' }),
    ]);
    await writeFacts(stage, ...rows);
    await stage.clock.run(() => stage.clock.sleep(MINUTE));
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK8004']);
    expect(stop.error?.message).toContain(`not rolled and checked: ${stage.key.usedBy.join(', ')}`);
    expect([old?.disabled, old?.revoked]).toEqual([undefined, undefined]);
  });

  it('that a workload was checked before it was rolled: the grace period counts from the rollout', async () => {
    const stage = await new Stage({ without: ['last used'], key: { grace: HOUR } }).begin();
    const [old] = stage.live;
    const dies = stage.play('rotate', {
      faults: ({ method, origin }) =>
        method === 'POST' && origin === DEPLOY ? { kind: 'kill', when: 'before' } : undefined,
    });
    await expect(dies).rejects.toThrow('killed');
    stage.over.add('job-1');
    await writeFacts(
      stage,
      ...stage.key.usedBy.map((name) => result(`forward/check:${name}`, { passes: 2, sentence: 'well' })),
      result('forward/drain', { silent: 'not observed', until: '2026-03-01T00:00:00.000Z' }),
    );
    await stage.clock.run(() => stage.clock.sleep(2 * HOUR));
    const { stop } = await stage.play();
    expect(stop.status).toBe('waiting');
    expect([old?.disabled, old?.revoked]).toEqual([undefined, undefined]);
  });

  it('that we made what another repository has staged in our slot kills nothing', async () => {
    const stage = await new Stage().begin();
    const [foreign] = stage.vendor.keys.live;
    const dies = stage.play('rotate', {
      faults: ({ method, path }) =>
        method === 'POST' && path === '/admin/keys' ? { kind: 'kill', when: 'before' } : undefined,
    });
    await expect(dies).rejects.toThrow('killed');
    stage.over.add('job-1');
    const id = foreign?.id ?? '';
    const note = {
      rotation: 'r9',
      repository: 'acme/third',
      fact: 'r9.1',
      until: '2026-03-03T00:00:00.000Z',
    };
    const staged = { ...note, first: 9, staged: { version: 9, id } };
    for (let version = 1; version <= 9; version += 1)
      stage.vault.put('prod/gateway.rekey.api_key', {
        rekey: JSON.stringify(staged),
        part_value: foreign?.value ?? '',
      });
    await writeFacts(
      stage,
      result('forward/create', { id, label: 'rekey', staged: '9' }),
      { type: 'turn', to: 'discard', why: 'forged' },
      { type: 'condemn', credential: id, why: 'forged' },
      result('discard/condemn', { id }),
    );
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK8004']);
    expect([foreign?.disabled, foreign?.revoked]).toEqual([undefined, undefined]);
  });

  it('that a key which was served is to be discarded kills nothing without the tail', async () => {
    const stage = await new Stage().begin();
    const [old] = stage.live;
    await stage.play();
    await writeFacts(stage, { type: 'turn', to: 'discard', why: 'forged' });
    stage.edit({ api_key: old?.value, api_key_id: old?.id });
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK7008']);
    expect(stage.live).toHaveLength(2);
  });

  it('that a key whose removal was just asked for is condemned does not end its grace period', async () => {
    const stage = await new Stage({ key: { usedBy: [] } }).begin();
    const [old] = stage.live;
    await stage.play('remove');
    await writeFacts(
      stage,
      result('forward/drain', { silent: 'observed', until: '2026-03-01T00:00:00.000Z' }),
      { type: 'condemn', credential: old?.id ?? '', why: 'forged' },
      result('forward/condemn', { id: old?.id ?? '' }),
    );
    const { stop } = await stage.play();
    expect([stop.status, stop.key.open?.reason]).toEqual([
      'waiting',
      expect.stringContaining('grace period of 10m'),
    ]);
    expect([old?.disabled, old?.revoked]).toEqual([undefined, undefined]);
  });

  it('that the key of another team is condemned kills nothing', async () => {
    const stage = await new Stage().begin();
    const [foreign] = stage.vendor.keys.live;
    await stage.play();
    await writeFacts(
      stage,
      result('forward/drain', { silent: 'observed', until: '2026-03-01T00:00:00.000Z' }),
      { type: 'condemn', credential: foreign?.id ?? '', why: 'forged' },
      result('forward/condemn', { id: foreign?.id ?? '' }),
    );
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK7008']);
    expect([foreign?.disabled, foreign?.revoked]).toEqual([undefined, undefined]);
    expect(stage.live).toHaveLength(2);
  });
});

describe('a person who writes the old key back while the machine is suspended with its last look in hand', () => {
  it('is seen before the old key is condemned', async () => {
    const stage = await new Stage().begin();
    const [old] = stage.live;
    await stage.play();
    await stage.clock.run(() => stage.clock.sleep(HOUR));
    let asked = 0;
    const faults: FaultPlan = ({ origin, path }) => {
      if (origin !== GATEWAY || path !== '/v1/ping' || (asked += 1) > 1) return undefined;
      stage.edit({ api_key: old?.value, api_key_id: old?.id });
      return { kind: 'suspended', when: 'after', duration: 10 * MINUTE };
    };
    const { stop } = await stage.playOut('rotate', { faults });
    expect([stop.status, stop.key.condemned]).toEqual(['blocked', []]);
    expect(stage.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined]);
  });
});
