import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/domain/plan';
import { htmlReport } from '../../src/report/html';
import { figures } from '../../src/report/kpi';
import { draining, IDENTITY, keyConfig, runContext, START, steppedBack, Tale } from '../support/facts';
import { situationOf } from '../support/situations';

const plan: Plan = {
  v: 1,
  at: START,
  command: 'report',
  config: { path: '.github/rekey.yml', digest: 'c0ffee' },
  journal: 'f00',
  items: [
    {
      key: 'gateway-prod',
      identity: IDENTITY,
      owner: 'team-payments',
      environment: 'production',
      vendor: 'gateway',
      workloads: [],
      action: 'wait',
      why: '',
      overdue: false,
      findings: [],
    },
  ],
  warnings: [],
};
const told = figures(plan, new Map([[IDENTITY, draining().state]]));

describe('the report as HTML', () => {
  it('has no more rows than somebody reads, and says so', () => {
    const [row] = told.keys;
    const many = { ...told, keys: Array.from({ length: 2005 }, () => row ?? told.keys).flat() };
    const page = htmlReport(many, []);
    expect(page.match(/<tr><td>/g)).toHaveLength(2000);
    expect(page).toContain('<p>and 5 more</p>');
  });

  it('has the five lines and the five words of each rotation, and a row a key', () => {
    const page = htmlReport(told, [situationOf(draining()), situationOf(steppedBack())]);
    expect([...page.matchAll(/<dt>([\w ]+)<\/dt>/g)].map(([, label]) => label)).toEqual(
      [...Array(2)].flatMap(() => ['Now', 'At risk', 'Until', 'Do', 'Owner']),
    );
    expect(page).toContain('<li class="now">watch<small>since 2026-11-20 02:00</small></li>');
    expect(page).toContain('<li class="unseen">undo watch<small>2m 2s</small></li>');
    expect(page).toContain('<td>waiting until 2026-11-21 02:01 UTC</td>');
    expect(page.indexOf('undone</h2>')).toBeLessThan(page.indexOf('waiting</h2>'));
  });

  it('runs nothing, loads nothing, and lets nothing foreign out', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>&';
    const key = keyConfig({ name: evil, owner: evil });
    const run = runContext({ url: 'javascript:alert(1)' });
    const tale = draining(new Tale(evil, key));
    tale.say({ type: 'hold', actor: evil, reason: evil });
    const page = htmlReport(told, [situationOf(tale, { run, ticket: { number: evil, url: evil } })]);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<img|href="javascript|<link|@import|url\(/);
    expect(page).toContain('&lt;script&gt;');
  });

  it('links only to what is plainly an address', () => {
    const page = htmlReport(told, [situationOf(draining())]);
    expect(page).toContain('<a href="https://github.com/acme/billing/issues/812">');
  });
});
