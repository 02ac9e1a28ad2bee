import { describe, expect, it } from '@jest/globals';
import { MINUTE } from '../../src/domain/tools/time';
import { adopted, later, NOW, switched } from '../support/companyTales';

/** The config from which the consumers of the key were taken out. */
const unused = (config: string): string => config.replace(/^ {4}used_by: .*\n/m, '    used_by: []\n');
const named = (command: string): string[] => [command, '--keys', 'gateway-prod', '--reason', 'because'];

describe('rehearse', () => {
  it('makes, stages and proves a key, switches nothing, and proves the rehearsal key dead', async () => {
    const company = await adopted();
    const before = company.served();
    const ran = await company.run(named('rehearse'));
    expect([ran.code, ran.outputs['status'], ran.outputs['rotated']]).toEqual([0, 'done', '[]']);
    expect(ran.log).toContain(
      '✓ discard prove  observed  refused 3 times, the key in use accepted 3 times in between',
    );
    expect(company.served()).toBe(before);
    expect(company.services.map(({ rolls }) => rolls.length)).toEqual([0, 0]);
    expect(company.vendor.keys.live.map(({ id }) => id)).toEqual([company.served('api_key_id')]);
    expect(company.vendor.keys.all).toHaveLength(2);
    expect(company.github.home.issues.all).toMatchObject([{ state: 'closed', stateReason: 'completed' }]);
  });
});

describe('remove', () => {
  it('ends a key that nobody uses any more, with proof', async () => {
    const company = await adopted();
    const value = company.served() ?? '';
    company.push(unused);
    await company.run(named('remove'));
    const ran = await later(company);
    expect([ran.code, ran.outputs['status']]).toEqual([0, 'done']);
    expect(ran.log).toContain('gateway-prod: removed');
    expect(company.vendor.keys.live).toEqual([]);
    expect(company.vendor.keys.byValue(value)?.revoked).toBeDefined();
    const next = await company.run(['plan']);
    expect(next.log).toContain('take its entry out of the config');
  });

  it('changes nothing while the config says that somebody uses it', async () => {
    const company = await adopted();
    const ran = await company.run(named('remove'));
    expect([ran.code, ran.outputs['status'], ran.outputs['failed']]).toEqual([
      2,
      'failed',
      '["gateway-prod"]',
    ]);
    expect(ran.log).toContain('the config says that it is used by payment-service, billing-service');
    const [key] = company.vendor.keys.live;
    expect([key?.disabled, company.served('api_key_id')]).toEqual([undefined, key?.id]);
  });
});

describe('rollback', () => {
  it('in the drain makes the previous key current again, and proves the new one dead', async () => {
    const company = await adopted();
    const old = company.served();
    await company.run(NOW);
    expect(company.served()).not.toBe(old);
    const back = await company.run(named('rollback'));
    expect([back.code, back.outputs['status']]).toEqual([0, 'waiting']);
    expect(back.log).toMatch(
      /Now {6}rolled back: schedule asked for it: because; waits: .*; the old key \S+ is current again; the new key \S+ still works and is to be revoked/,
    );
    const plan = await company.run(['plan', '--keys', 'gateway-prod', '--now']);
    expect(plan.log).toMatch(/resume {5}rollback of the rotate of .* continues/);
    expect(company.served()).toBe(old);
    expect(company.services.map(({ rolls }) => rolls.length)).toEqual([2, 2]);
    const end = await later(company);
    expect([end.code, end.outputs['status'], end.outputs['failed']]).toEqual([0, 'done', '[]']);
    expect(end.log).toContain('gateway-prod: rolled back');
    expect(end.log).toMatch(
      /Now {6}rolled back: schedule asked for it: because; .* is dead: the vendor refuses it/,
    );
    expect(company.vendor.keys.live.map(({ value }) => value)).toEqual([old]);
    expect(company.services.map(({ refused }) => refused)).toEqual([0, 0]);
    expect(company.github.home.issues.all).toMatchObject([{ state: 'closed', stateReason: 'not_planned' }]);
  });

  it('refuses when nothing is open, and another rotation than the one that is', async () => {
    const idle = await adopted();
    const nothing = await idle.run(named('rollback'));
    expect(nothing.log).toContain('RK7014: no rotation is open, so there is nothing to take back');
    const company = await switched();
    const served = company.served();
    const other = await company.run([...named('rollback'), '--rotation', 'another']);
    expect(other.log).toContain('not the one that was named');
    expect(company.served()).toBe(served);
    expect([nothing.code, nothing.outputs['status'], other.code, other.outputs['status']]).toEqual([
      2,
      'failed',
      2,
      'failed',
    ]);
  });

  it('refuses once the old key is condemned', async () => {
    const company = await switched();
    await company.clock.advance(20 * MINUTE);
    const killed = await company.run(['rotate'], {
      faults: ({ method, path }) =>
        method === 'DELETE' && path.startsWith('/admin/keys/') ? { kind: 'kill', when: 'before' } : undefined,
    });
    expect(killed.code).toBe(137);
    await company.clock.advance(2 * MINUTE);
    const ran = await company.run(named('rollback'));
    expect([ran.code, ran.log]).toEqual([
      expect.any(Number),
      expect.stringContaining('its old key is condemned'),
    ]);
  });
});

describe('abandon', () => {
  it('gives up what is blocked: every key lives on, the ticket is closed, and the next rotation may begin', async () => {
    const company = await switched();
    const theirs = company.vendor.add('made by hand');
    company.vault.kv.put('prod/gateway', { api_key: theirs.value, api_key_id: theirs.id });
    const stuck = await later(company);
    expect([stuck.outputs['status'], stuck.outputs['blocked']]).toEqual(['blocked', '["gateway-prod"]']);
    const before = company.vendor.keys.live.map(({ id }) => id);
    const ran = await company.run(named('abandon'));
    expect([ran.code, ran.outputs['status'], ran.outputs['blocked']]).toEqual([1, 'undone', '[]']);
    expect(ran.log).toMatch(
      /given up: .*look at the store for what is in use; the old key \S+ still works; the new key \S+ still works/,
    );
    expect(ran.log).toContain('delete at the vendor what is alive and nobody uses');
    expect(company.vendor.keys.live.map(({ id }) => id)).toEqual(before);
    expect(company.github.home.issues.all).toMatchObject([{ state: 'closed', stateReason: 'not_planned' }]);
    const again = await company.run(['plan']);
    expect(again.log).not.toContain('blocked');
  });

  it('refuses what continues by itself', async () => {
    const company = await switched();
    const ran = await company.run(named('abandon'));
    expect([ran.code, ran.outputs['status']]).toEqual([2, 'failed']);
    expect(ran.log).toContain('rollback takes it back, hold stops it');
  });
});
