import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/domain/plan';
import { htmlReport } from '../../src/report/html';
import { figures } from '../../src/report/kpi';
import {
  draining,
  IDENTITY,
  keyConfig,
  rotated,
  runContext,
  START,
  steppedBack,
  Tale,
} from '../support/facts';
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
    expect(page).toContain(
      '<li class="now">⏳ watch<small>now</small><small>since 2026-11-20 02:00</small></li>',
    );
    expect(page).toContain(
      '<li class="unseen">🟡 undo watch<small>done, not all observed</small><small>2m 2s</small></li>',
    );
    expect(page).toContain('<td>waiting until 2026-11-21 02:01 UTC</td>');
    expect(page.indexOf('undone</h2>')).toBeLessThan(page.indexOf('waiting</h2>'));
  });

  it('counts in its headline what became of each, also what was undone', () => {
    const page = htmlReport(told, [situationOf(draining()), situationOf(steppedBack())]);
    expect(page).toContain('<h1>Rekey: 1 undone · 1 waiting</h1>');
    expect(htmlReport(told, [])).toContain('<h1>Rekey</h1>');
  });

  it('begins each rotation with the life of its keys, and names each drawing once', () => {
    const page = htmlReport(told, [situationOf(draining()), situationOf(steppedBack())]);
    expect(page.match(/<h2>[^\n]*<\/h2>\n<figure><svg /g)).toHaveLength(2);
    const ids = [...page.matchAll(/ id="(\w+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page.match(/Thick bar: in use/g)).toHaveLength(1);
    expect(htmlReport(told, [])).not.toContain('Thick bar');
  });

  it('lets long words wrap and a wide table scroll in a box of its own', () => {
    const page = htmlReport(told, []);
    expect(page).toMatch(/body \{[^}]*overflow-wrap: anywhere/);
    expect(page).toMatch(/<div class="wide"[^>]*><table>/);
    expect(page).not.toContain('style="');
  });

  it('links to the evidence only where it is left beside the page', () => {
    const keys = [situationOf(rotated())];
    expect(htmlReport(told, keys)).not.toContain('Evidence of this rotation');
    expect(htmlReport(told, keys, (rotation) => `evidence/${rotation}.md`)).toContain(
      '<a href="evidence/r1.md">Evidence of this rotation</a>',
    );
    expect(htmlReport(told, keys, () => undefined)).not.toContain('Evidence of this rotation');
  });

  it('runs nothing, loads nothing, and lets nothing foreign out', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>&';
    const key = keyConfig({ name: evil, owner: evil });
    const run = runContext({ url: 'javascript:alert(1)' });
    const tale = draining(new Tale(evil, key));
    tale.say({ type: 'hold', actor: evil, reason: evil });
    tale.claim().does('forward/revoke', { id: evil }).say({ type: 'blocked', code: 'RK7008', why: evil });
    const page = htmlReport(told, [situationOf(tale, { run, ticket: { number: evil, url: evil } })]);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<img|href="javascript|<link|@import|url\(/);
    expect(page).toContain('&lt;script&gt;');
  });

  it('links only to what is plainly an address', () => {
    const page = htmlReport(told, [situationOf(draining())]);
    expect(page).toContain('<a href="https://github.com/acme/billing/issues/812">Ticket #812</a>');
  });
});
