import { describe, expect, it } from '@jest/globals';
import { MINUTE } from '../../src/domain/tools/time';
import type { Company, Ran } from '../support/company';
import { limitVendor, upTo } from '../support/companyLimits';
import { adopted, initialised, later } from '../support/companyTales';

const atOnce = (text: string): string => `${text}limits: { at_once: 20 }\n`;
const names = (count: number): string =>
  Array.from({ length: count }, (_, index) => `gateway-${index + 1}`).join(',');
const listed = (ran: Ran, output: string): string[] =>
  (JSON.parse(ran.outputs[output] ?? '') as string[]).sort();
const tickets = ({ github }: Company): number => github.home.issues.all.length;

describe('several keys in one run', () => {
  it('rotates them side by side, in few commits', async () => {
    const company = await adopted({ keys: 5, config: atOnce });
    const before = company.github.home.git.store.commits.size;
    const ran = await company.run(['rotate', '--keys', names(5), '--now']);
    expect(listed(ran, 'waiting')).toHaveLength(5);
    const end = await later(company);
    expect([end.code, listed(end, 'rotated')]).toEqual([0, expect.arrayContaining(['gateway-5'])]);
    expect(company.vendor.keys.live).toHaveLength(5);
    expect(company.services.map(({ refused }) => refused)).toEqual([0, 0, 0, 0, 0]);
    expect(tickets(company)).toBe(5);
    // Five rotations of some twenty facts each share their writes.
    expect(company.github.home.git.store.commits.size - before).toBeLessThan(40);
  });

  it('continues with the others when one is bad', async () => {
    const company = await adopted({ keys: 3, config: atOnce });
    company.vault.kv.put('prod/gateway-2', { api_key: 'line\nbreak', other: 'kept' });
    const ran = await company.run(['rotate', '--keys', names(3), '--now']);
    expect([ran.code, ran.outputs['status'], ran.outputs['failed']]).toEqual([1, 'failed', '["gateway-2"]']);
    expect(listed(ran, 'waiting')).toEqual(['gateway-1', 'gateway-3']);
    expect(ran.log).toContain('RK4008');
    const end = await later(company);
    expect(listed(end, 'rotated')).toEqual(['gateway-1', 'gateway-3']);
  });

  it('rotates one after another what shares a vendor, unless told otherwise', async () => {
    const company = await adopted({ keys: 2 });
    const ran = await company.run(['rotate', '--keys', names(2), '--now']);
    const created = ran.exchanges.flatMap(({ request }, index) =>
      request.method === 'POST' && request.url.pathname === '/admin/keys' ? [index] : [],
    );
    const [first = 0, second = 0] = created;
    const rolled = ran.exchanges.findIndex(({ request }) => request.url.pathname.endsWith('/dispatches'));
    expect(created).toHaveLength(2);
    expect(rolled > first && rolled < second).toBe(true);
  });

  it('starts no more than the limit a tick, and the rest with the next ones', async () => {
    const company = await adopted({ keys: 7, config: atOnce });
    await company.clock.advance(31 * 24 * 60 * MINUTE);
    const first = await company.run(['rotate']);
    expect(listed(first, 'waiting')).toHaveLength(5);
    expect(first.log).toContain('for 5 start in one run (limits.starts_per_tick)');
    const second = await company.run(['rotate']);
    expect(listed(second, 'waiting')).toHaveLength(7);
  });

  it('refuses an order beyond the limit until the names are repeated', async () => {
    const company = await adopted({ keys: 6, config: atOnce });
    const order = ['rotate', '--keys', names(6), '--now'];
    const ran = await company.run(order);
    expect([ran.code, ran.outputs['status'], tickets(company)]).toEqual([2, 'failed', 0]);
    expect(ran.log).toContain('RK1004');
    const again = await company.run([...order, '--confirm', names(6)]);
    expect(listed(again, 'waiting')).toHaveLength(6);
  });

  it('takes along what resumes a little later, and leaves what takes longer', async () => {
    const company = await adopted({ keys: 3 });
    const order = (name: string): string[] => ['rotate', '--keys', name, '--now'];
    const first = await company.run(order('gateway-1'));
    await company.run(order('gateway-2'));
    await company.clock.advance(6 * MINUTE);
    await company.run(order('gateway-3'));
    const resume = first.outputs['resume-at'] ?? '';
    expect(resume).toMatch(/\d\d\.000Z$/);
    await company.clock.advance(Date.parse(resume) - company.clock.now());
    const ran = await company.run(['rotate']);
    expect([listed(ran, 'rotated'), listed(ran, 'waiting')]).toEqual([
      ['gateway-1', 'gateway-2'],
      ['gateway-3'],
    ]);
  });

  it('is slowed down, not beaten, by a vendor that bears five requests a second', async () => {
    const company = await adopted({ keys: 15, config: upTo(20), latency: 50 });
    const busy = limitVendor(company, 5);
    const ran = await company.run(['rotate', '--keys', names(15), '--now']);
    expect([ran.code, listed(ran, 'waiting').length, listed(ran, 'failed')]).toEqual([0, 15, []]);
    expect(busy.refused).toBeLessThan(20);
  });

  it('rotates nothing on the first tick over forty new entries', async () => {
    const company = await initialised({ keys: 40 });
    const values = company.keys.map(({ path }) => company.served('api_key', path));
    const ran = await company.run(['rotate']);
    expect([ran.code, ran.outputs['status'], ran.outputs['rotated']]).toEqual([0, 'done', '[]']);
    expect(company.keys.map(({ path }) => company.served('api_key', path))).toEqual(values);
    expect([company.vendor.keys.all.length, tickets(company)]).toEqual([40, 0]);
    const next = await company.run(['rotate']);
    expect([next.outputs['status'], next.exchanges.length]).toEqual(['nothing', 2]);
  });
});
