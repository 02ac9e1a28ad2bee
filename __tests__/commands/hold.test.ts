import { describe, expect, it } from '@jest/globals';
import { adopted, later, switched } from '../support/companyTales';

const named = (command: string): string[] => [
  command,
  '--keys',
  'gateway-prod',
  '--reason',
  'look at it first',
];

describe('hold and release', () => {
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
      /Now {6}released: the next run goes on; the new key \S+ is current; the old key \S+ still works/,
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
    expect(free.log.match(/asked for: release/g)).toHaveLength(1);
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
    expect(ran.log).toContain('took this key over and goes on; this run stopped');
  });
});
