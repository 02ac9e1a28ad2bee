import { describe, expect, it } from '@jest/globals';
import type { Plan, PlanItem } from '../../src/domain/plan';
import { byteLength } from '../../src/report/markdown';
import { planJson, planMarkdown, planText } from '../../src/report/plan';
import { START } from '../support/facts';

const item = (changes: Partial<PlanItem>): PlanItem => ({
  key: 'gateway-prod',
  identity: '34/vault:prod/gateway#api_key',
  owner: 'team-payments',
  environment: 'production',
  vendor: 'gateway',
  workloads: ['payment-service'],
  action: 'rotate',
  why: 'due since 2 days',
  due: START,
  overdue: true,
  findings: [],
  ...changes,
});

const plan = (items: readonly PlanItem[]): Plan => ({
  v: 1,
  at: START,
  command: 'plan',
  config: { path: '.github/rekey.yml', commit: 'abc123', digest: 'c0ffee' },
  journal: 'f00',
  items,
  warnings: ['the journal branch may be force-pushed'],
});

const two = plan([
  item({
    findings: [
      { rule: 'window', code: 'RK8001', weight: 'wait', message: 'outside its window', until: START },
      { rule: 'age', code: 'RK8001', weight: 'warn', message: 'older than allowed' },
    ],
  }),
  item({ key: 'mail', action: 'nothing', why: 'due in a month', overdue: false }),
]);

const changes = {
  trust: ['vendors.gateway.origin: gateway.example.com becomes gw.example.net, 3 keys would be sent there'],
  keys: ['sendgrid-old is no longer managed; it stays alive at the vendor'],
};

describe('the plan', () => {
  it('names in a log what acts, and of many keys that rest only the first', () => {
    const resting = Array.from({ length: 10_000 }, (_, at) =>
      item({ key: `k${at}`, action: 'nothing', why: `due in ${at} days`, overdue: false }),
    );
    const lines = planText(plan([...resting, item({ key: 'last' })])).split('\n');
    expect(lines).toHaveLength(104);
    expect(lines[1]).toMatch(/^ {2}last +rotate/);
    expect(lines[102]).toBe('  and 9900 more keys with nothing to start: see the plan file');
  });

  it('says in one line what is the same of many keys, with how many and of whom', () => {
    const many = Array.from({ length: 297 }, (_, at) =>
      item({ key: `k${at}`, action: 'adopt', why: 'new to Rekey', overdue: false }),
    );
    const others = many.slice(0, 20).map((one) => ({ ...one, key: `o-${one.key}`, owner: 'team-mail' }));
    const lines = planText(plan([...many, ...others, item({ key: 'last' })])).split('\n');
    expect(lines[1]).toMatch(/^ {2}last +rotate/);
    expect(lines[2]).toBe('  adopt 20 keys of team-mail: o-k0, o-k1, o-k10 and 17 more  new to Rekey');
    expect(lines[3]).toBe('  adopt 297 keys of team-payments: k0, k1, k10 and 294 more  new to Rekey');
    expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(3);
    const rows = planMarkdown(plan([...many, ...others])).match(/^\| `.*/gm) ?? [];
    expect(rows.map((row) => row.split(' | ').slice(0, 2).join(' '))).toEqual([
      '| `o-k0, o-k1, o-k10 and 17 more` adopt',
      '| `k0, k1, k10 and 294 more` adopt',
    ]);
  });

  it('names in log and summary what is most urgent first, and sorts what is equally urgent by owner and date', () => {
    const of = (key: string, changes: Partial<PlanItem>) => item({ key, overdue: false, ...changes });
    const all = [
      of('rests', { action: 'nothing' }),
      of('gone', { action: 'unmanaged' }),
      of('waits', { action: 'wait' }),
      of('held', { action: 'hold' }),
      of('later', { action: 'rotate', due: '2026-11-21T00:00:00.000Z' }),
      of('resumes', { action: 'resume', due: '2026-11-20T00:00:00.000Z' }),
      of('mail', { action: 'rotate', owner: 'team-mail', due: '2026-11-22T00:00:00.000Z' }),
      of('late', { action: 'wait', overdue: true }),
      of('stuck', { action: 'blocked' }),
      of('no', { action: 'refused' }),
    ];
    const names = ['no', 'stuck', 'late', 'mail', 'resumes', 'later', 'held', 'waits', 'gone', 'rests'];
    const lines = planText(plan(all)).split('\n').slice(1, -1);
    expect(lines.map((line) => line.trim().split(' ')[0])).toEqual(names);
    const [table = '', folded = ''] = planMarkdown(plan(all)).split('<details>');
    const keys = (text: string) => [...text.matchAll(/^\| `([\w-]+)`/gm)].map(([, key]) => key);
    expect(keys(table)).toEqual(['no', 'stuck', 'late', 'mail', 'resumes', 'later', 'gone']);
    expect(keys(folded)).toEqual(['held', 'waits', 'rests']);
    expect((JSON.parse(planJson(plan(all))) as Plan).items.map(({ key }) => key)).toEqual(
      all.map(({ key }) => key),
    );
  });

  it('says in one line what differs in its date only, with the first and the last', () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      item({
        key: `k${at}`,
        action: 'nothing',
        overdue: false,
        why: `due at 2026-12-${String(at + 1).padStart(2, '0')} 02:00 UTC (every 30d)`,
      }),
    );
    const [, line] = planText(plan(many)).split('\n');
    expect(line).toMatch(
      / nothing 30 keys of team-payments: .* and 27 more {2}due at 2026-12-01 02:00 UTC to 2026-12-30 02:00 UTC \(every 30d\)$/,
    );
  });

  it('for a log puts trust first, then a line a key', () => {
    expect(planText(two, changes)).toMatchInlineSnapshot(`
"TRUST (needs a security owner)
  ! vendors.gateway.origin: gateway.example.com becomes gw.example.net, 3 keys would be sent there
KEYS
  ~ sendgrid-old is no longer managed; it stays alive at the vendor
PLAN at 2026-11-20 02:00 UTC: 1 rotate · 1 nothing
  gateway-prod  rotate    OVERDUE  due since 2 days
      wait RK8001, until 2026-11-20 02:00 UTC: outside its window
      warn RK8001: older than allowed
  mail          nothing    due in a month
! the journal branch may be force-pushed"
`);
  });

  it('for a summary folds away what would not start', () => {
    expect(planMarkdown(two, changes)).toMatchSnapshot();
  });

  it('as JSON is what went in', () => {
    expect(JSON.parse(planJson(two))).toEqual(two);
  });

  it('of nothing says so', () => {
    expect(planText(plan([]))).toContain('no keys');
    expect(planMarkdown(plan([]))).toContain('## Plan: no keys');
  });

  it('of ten thousand keys stays small', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      item({ key: `k-${index}`, why: `reason ${index}` }),
    );
    const text = planMarkdown(plan(many));
    expect(byteLength(text)).toBeLessThan(500_000);
    expect(text).toContain('_and 9000 more_');
  });
});
