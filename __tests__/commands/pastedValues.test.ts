import { describe, expect, it } from '@jest/globals';
import type { Company } from '../support/company';
import { adopted, NOW, switched } from '../support/companyTales';

const journal = ({ github }: Company): number => github.home.git.store.commits.size;
const named = (command: string, reason: string): string[] => [
  command,
  '--keys',
  'gateway-prod',
  '--reason',
  reason,
];

describe('an input that holds a key', () => {
  it.each<[string, (company: Company) => string]>([
    ['the key in use', (company) => company.served() ?? ''],
    ['the admin key', (company) => company.vendor.options.adminKeys[0] ?? ''],
  ])('is refused before anything is written: %s', async (_what, valueOf) => {
    const company = await adopted();
    const before = journal(company);
    const value = valueOf(company);
    const ran = await company.run([...NOW, '--reason', `leaked: ${value} in a log`]);
    expect([ran.code, ran.outputs['status']]).toEqual([2, 'failed']);
    expect(ran.log).toContain('RK1008 The input reason holds a value that belongs to gateway-prod.');
    expect(ran.log).not.toContain(value);
    expect([journal(company), company.github.home.issues.all.length]).toEqual([before, 0]);
    expect(company.vendor.keys.all).toHaveLength(1);
  });

  it('is refused by hold and rollback too, and while a new key is staged', async () => {
    const company = await switched();
    const before = journal(company);
    const [old] = company.vendor.keys.all;
    for (const order of [named('hold', company.served() ?? ''), named('rollback', company.served() ?? '')]) {
      const ran = await company.run(order);
      expect([ran.code, ran.log]).toEqual([2, expect.stringContaining('RK1008')]);
    }
    expect([journal(company), old?.revoked]).toEqual([before, undefined]);
  });

  it('is not looked for while the store is away: hold must work then', async () => {
    const company = await adopted();
    const ran = await company.run(named('hold', 'the store is away'), {
      faults: ({ origin }) => (origin.includes('vault') ? { kind: 'refused' } : undefined),
    });
    expect([ran.code, ran.outputs['blocked']]).toEqual([0, '["gateway-prod"]']);
  });

  it('lets innocent words through', async () => {
    const company = await adopted();
    const ran = await company.run([...NOW, '--reason', 'key_ of gateway-prod leaked, see ticket 7']);
    expect([ran.code, ran.outputs['status']]).toEqual([0, 'waiting']);
  });
});
