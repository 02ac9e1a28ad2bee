import { describe, expect, it } from '@jest/globals';
import { adopted, later, NOW, switched } from '../support/companyTales';

const named = (command: string): string[] => [
  command,
  '--keys',
  'gateway-prod',
  '--reason',
  'look at it first',
];

describe('hold and release', () => {
  it('refuses an order for a key on hold, and says what holds it', async () => {
    const company = await adopted();
    await company.run(['hold', '--keys', 'gateway-prod']);
    for (const command of [['remove'], ['rehearse'], ['rollback'], ['rotate', '--now']]) {
      const ran = await company.run([...command, '--keys', 'gateway-prod']);
      expect([ran.code, ran.outputs['status']]).toEqual([2, 'failed']);
      expect(ran.log).toMatch(/Now {6}on hold since \S+ \S+ UTC by schedule; nothing was changed/);
      expect(ran.log).toContain('Until    a person releases it');
      expect(ran.log).toContain('command=release');
    }
    expect(company.vendor.keys.all).toHaveLength(1);
  });

  it('has nothing to release where nothing is held, and says so', async () => {
    const company = await switched();
    const before = company.vendor.keys.live.length;
    const ran = await company.run(['release', '--keys', 'gateway-prod']);
    expect([ran.code, company.vendor.keys.live.length]).toEqual([0, before]);
    expect(ran.log).toContain('neither on hold nor blocked, so there is nothing to release');
    expect(ran.log).not.toContain('Now      released');
    expect(ran.log).toMatch(/Now {6}waits: /);
  });

  it('releases a rotation whose run was stopped by the hold, and calls nobody at work', async () => {
    const company = await adopted();
    const held: Promise<unknown>[] = [];
    await company.run(NOW, {
      faults: ({ origin, method }) => {
        if (held.length > 0 || origin !== 'https://gateway.example.com' || method !== 'POST')
          return undefined;
        const said = company.start(named('hold'));
        held.push(said);
        return { kind: 'stall', hold: said.then(() => undefined) };
      },
    });
    const ran = await company.run(named('release'));
    expect(ran.log).toMatch(/Now {6}released: the next run continues; /);
    expect(ran.log).not.toContain('at work');
  });

  it('stops an open rotation before its next effect, and says what is the case', async () => {
    const company = await switched();
    const ran = await company.run(named('hold'));
    expect([ran.code, ran.outputs['status'], ran.outputs['blocked']]).toEqual([
      0,
      'blocked',
      '["gateway-prod"]',
    ]);
    expect(ran.log).toMatch(/Now {6}on hold .*: look at it first; the new key \S+ is current; the old key/);
    const tick = await later(company);
    expect([tick.code, tick.outputs['status']]).toEqual([0, 'nothing']);
    expect(company.vendor.keys.live).toHaveLength(2);
    const free = await company.run(named('release'));
    expect(free.code).toBe(0);
    expect(free.log).toMatch(
      /Now {6}released: the next run continues; the new key \S+ is current; the old key \S+ still works/,
    );
    const end = await company.run(['rotate']);
    expect([end.code, end.outputs['rotated']]).toEqual([0, '["gateway-prod"]']);
    expect(company.vendor.keys.live).toHaveLength(1);
  });

  it('keeps an idle key from starting, also by name', async () => {
    const company = await adopted();
    await company.run(named('hold'));
    const ran = await company.run(['rotate', '--keys', 'gateway-prod', '--now']);
    expect(ran.log).toContain('on hold since');
    expect(company.vendor.keys.all).toHaveLength(1);
    const free = await company.run(named('release'));
    expect(free.log).toContain('Now      released: the next run does what is due; nothing was changed');
    expect(free.log.match(/it is released/g)).toHaveLength(1);
    const again = await company.run(['rotate', '--keys', 'gateway-prod', '--now']);
    expect(again.outputs['status']).toBe('waiting');
  });

  it('stops a run that is at work', async () => {
    const company = await adopted();
    const held: Promise<unknown>[] = [];
    const ran = await company.run(['rotate', '--keys', 'gateway-prod', '--now'], {
      faults: ({ origin, method }) => {
        if (held.length > 0 || origin !== 'https://gateway.example.com' || method !== 'POST')
          return undefined;
        // Right after the vendor was asked for the new key, a person says stop.
        const said = company.start(named('hold'));
        held.push(said);
        return { kind: 'stall', hold: said.then(() => undefined) };
      },
    });
    expect(held).toHaveLength(1);
    expect([ran.code, company.served()]).toEqual([0, company.vendor.keys.all[0]?.value]);
    expect(ran.log).toMatch(
      /Now {6}on hold since .* by schedule: look at it first; the old key \S+ is current/,
    );
    expect(ran.log).not.toMatch(/undo|somebody else changed the value|continues; this run stopped/);
  });
});
