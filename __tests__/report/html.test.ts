import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/domain/plan';
import { htmlReport } from '../../src/report/html';
import { countsOf, figures, type KeyFigures } from '../../src/report/kpi';
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
    const many = { ...told, keys: Array.from({ length: 1005 }, () => row ?? told.keys).flat() };
    const page = htmlReport(many, []);
    expect(page.match(/<tr><td>/g)).toHaveLength(1000);
    expect(page.match(/<h3>/g)).toHaveLength(1);
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
    expect(page).toContain('gateway-prod</a><small>until 2026-11-21 02:01 UTC</small></td>');
    expect(page.indexOf('undone</h2>')).toBeLessThan(page.indexOf('waiting</h2>'));
  });

  it('counts in its headline what became of each, also what was undone', () => {
    const page = htmlReport(told, [situationOf(draining()), situationOf(steppedBack())]);
    expect(page).toContain('<h1>Rekey: 1 undone · 1 waiting</h1>');
    expect(htmlReport(told, [])).toContain('<h1>Rekey</h1>');
  });

  it('begins each rotation with the life of its keys, and names each drawing once', () => {
    const page = htmlReport(told, [situationOf(draining()), situationOf(steppedBack())]);
    expect(page.match(/<h2>[^\n]*<\/h2>[^\n]*<\/summary>\n<figure><svg /g)).toHaveLength(2);
    const ids = [...page.matchAll(/ id="(\w+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page.match(/Thick bar: in use/g)).toHaveLength(1);
    expect(htmlReport(told, [])).not.toContain('Thick bar');
  });

  it('lets long words wrap, and has no table that a narrow screen would cut', () => {
    const page = htmlReport(told, []);
    expect(page).toMatch(/body \{[^}]*overflow-wrap: anywhere/);
    expect(page).toMatch(/@media \(max-width: 48rem\) \{\s+table, tbody, tr, th \{ display: block; \}/);
    expect(page).toContain('<td class="none" data-name="Due">–</td>');
    expect(page).not.toContain('style="');
  });

  it('of the journal tells open rotations first, then recent ones, and a key leads to its drawing', () => {
    const page = htmlReport(told, [situationOf(rotated()), situationOf(draining())], { of: 'journal' });
    expect(page).toContain('<h1>Rekey: 1 key</h1>');
    const parts = ['Open rotations: 1', 'waiting</h3>', 'Recent rotations: 1', 'rotated</h3> 2026-11-21'];
    const places = parts.map((part) => page.indexOf(part));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
    const [, place = ''] = /<a href="#(\w+)">gateway-prod</.exec(page) ?? [];
    expect(page).toContain(`<details id="${place}"`);
  });

  it('draws many rotations only for who asks', () => {
    const many = Array.from({ length: 30 }, () => situationOf(draining()));
    const page = htmlReport(told, many, { of: 'journal' });
    expect(page.match(/<details id="life\d+" open>/g)).toHaveLength(10);
    expect(page.match(/<details id="life\d+">/g)).toHaveLength(20);
  });
});

describe('the report on 300 keys', () => {
  const owners = ['team-a', 'team-b', 'team-c'];
  const keys = Array.from({ length: 300 }, (_, at): KeyFigures => ({
    key: `key-${at}`,
    owner: owners[at % 3] ?? '',
    environment: 'production',
    vendor: 'gateway',
    condition: at === 1 ? 'blocked' : at % 100 === 2 ? 'overdue' : 'ok',
    overdue: at % 100 === 2,
    due: `2026-1${at % 3}-20T02:00:00.000Z`,
    oldestLive: { since: '2026-01-01T02:00:00.000Z', atLeast: at % 2 === 0 },
    ...(at === 1 && { blocked: 'RK7008: they disagree' }),
  }));
  const many = { ...told, keys, counts: countsOf(keys) };
  const page = htmlReport(many, [], { of: 'journal' });

  it('begins with counts, what is due and what is oldest', () => {
    expect(page).toContain('<li>⛔ 1 blocked</li><li>⏰ 3 overdue</li><li>✅ 296 ok</li>');
    expect(page).toMatch(
      /<p>Due: 3 overdue, \d+ within 7 days, \d+ within 30 days; next is key-\d+ on 2026-/,
    );
    expect(page).toContain('<p>Oldest: key-0, at least 323d.</p>');
  });

  it('groups them by owner and state, the most urgent first, and opens only what needs somebody', () => {
    const groups = [...page.matchAll(/<details( open)?><summary><h3>([\w-]+)<\/h3> ([^<]+)</g)];
    expect(groups.map(([, open, owner, says]) => [open, owner, says])).toEqual([
      [' open', 'team-b', '100 keys: 1 blocked, 1 overdue, 98 ok'],
      [' open', 'team-a', '100 keys: 1 overdue, 99 ok'],
      [' open', 'team-c', '100 keys: 1 overdue, 99 ok'],
    ]);
    const first = page.slice(page.indexOf('team-b</h3>'), page.indexOf('team-a</h3>'));
    const states = [...first.matchAll(/rowgroup">([^<]+)</g)].map(([, state]) => state);
    expect(states).toEqual(['⛔ blocked: 1', '⏰ overdue: 1', '✅ ok: 98']);
    expect(first).toContain('<details><summary>98 more keys</summary>');
    expect(first).toContain('key-1<small>RK7008: they disagree</small>');
  });

  it('draws how much of its time a key has used up, and all of it where it is overdue', () => {
    const bars = [...page.matchAll(/class="(gone|late)" width="(\d+)%"/g)];
    expect(bars).toHaveLength(300);
    expect(bars.filter(([, look, width]) => look === 'late' && width === '100')).toHaveLength(3);
    expect(Number(bars.find(([, look]) => look === 'gone')?.[2])).toBeGreaterThan(90);
  });
});

describe('the report as HTML, foreign words in it', () => {
  it('links to the evidence only where it is left beside the page', () => {
    const keys = [situationOf(rotated())];
    expect(htmlReport(told, keys)).not.toContain('Evidence of this rotation');
    expect(htmlReport(told, keys, { pageOf: (rotation) => `evidence/${rotation}.md` })).toContain(
      '<a href="evidence/r1.md">Evidence of this rotation</a>',
    );
    expect(htmlReport(told, keys, { pageOf: () => undefined })).not.toContain('Evidence of this rotation');
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
