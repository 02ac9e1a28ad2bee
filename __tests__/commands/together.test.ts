import { describe, expect, it } from '@jest/globals';
import type { Company, Ran } from '../support/company';
import { adopted, later, NOW, switched } from '../support/companyTales';

const both = (company: Company, ...orders: readonly (readonly string[])[]): Promise<readonly Ran[]> =>
  company.clock.run(() => Promise.all(orders.map((argv) => company.start(argv))));

describe('two runs at once', () => {
  it('lets one of them rotate, and the other end well', async () => {
    const company = await adopted();
    const [first, second] = await both(company, NOW, NOW);
    expect([first?.code, second?.code]).toEqual([0, 0]);
    expect([first?.outputs['status'], second?.outputs['status']]).toEqual(['waiting', 'waiting']);
    expect(`${first?.log ?? ''}\n${second?.log ?? ''}`).toMatch(/this run (did nothing|stopped)/);
    const end = await later(company);
    expect([end.outputs['rotated'], company.vendor.keys.live.length]).toEqual(['["gateway-prod"]', 1]);
    // One key was made, and one ticket: whoever lost had done nothing yet.
    expect([company.vendor.keys.all.length, company.github.home.issues.all.length]).toEqual([2, 1]);
  });

  it('says who is at work to a run that comes in the middle', async () => {
    const company = await adopted();
    let other: Promise<Ran> | undefined;
    const ran = await company.run(NOW, {
      faults: ({ path }) => {
        if (other || !path.endsWith('/dispatches')) return undefined;
        other = company.start(['rotate']);
        return { kind: 'stall', hold: other.then(() => undefined) };
      },
    });
    const late = await other;
    expect([late?.code, late?.outputs['status']]).toEqual([0, 'waiting']);
    expect(late?.log).toMatch(/RK7006 gateway-prod: run \d+, job \d+ is at work on it/);
    expect([ran.code, ran.outputs['status']]).toEqual([0, 'waiting']);
  });

  it('lets a rollback take a key from a scheduled run, which then makes no further call', async () => {
    const company = await switched();
    await company.clock.advance(20 * 60 * 1000);
    let other: Promise<Ran> | undefined;
    const ran = await company.run(['rotate'], {
      faults: ({ method, path }) => {
        if (other || method !== 'GET' || path !== '/admin/keys') return undefined;
        other = company.start(['rollback', '--keys', 'gateway-prod']);
        return { kind: 'stall', hold: other.then(() => undefined) };
      },
    });
    const back = await other;
    expect([back?.code, back?.log]).toEqual([0, expect.stringContaining('✓ back promote')]);
    expect([ran.code, ran.log]).toEqual([
      0,
      expect.stringContaining('RK7005 Another run took this key over'),
    ]);
    expect(ran.log).toMatch(
      /Now {6}rolled back: schedule asked for it; waits: .*; the old key \S+ is current again/,
    );
    expect(company.vendor.keys.live).toHaveLength(2);
  });
});
