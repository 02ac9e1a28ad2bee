import { describe, expect, it } from '@jest/globals';
import type { KeyState } from '../../src/domain/journal/keyState';
import type { Plan, PlanItem } from '../../src/domain/plan';
import { figures } from '../../src/report/kpi';
import { reportJson, reportMarkdown, reportText } from '../../src/report/report';
import { adopting, draining, rotated, START, Tale } from '../support/facts';

const AT = '2026-12-25T00:00:00.000Z';

const item = (key: string, changes: Partial<PlanItem> = {}): PlanItem => ({
  key,
  identity: key,
  owner: 'team-payments',
  environment: 'production',
  vendor: 'gateway',
  workloads: [],
  action: 'nothing',
  why: 'not due',
  overdue: false,
  findings: [],
  ...changes,
});

const plan = (items: readonly PlanItem[]): Plan => ({
  v: 1,
  at: AT,
  command: 'report',
  config: { path: '.github/rekey.yml', digest: 'c0ffee' },
  journal: 'f00',
  items,
  warnings: [],
});

const states = new Map<string, KeyState>([
  ['done', rotated().state],
  ['soaking', draining().state],
  ['lost', adopting().state],
  ['stuck', draining().say({ type: 'blocked', code: 'RK7008', why: 'they disagree' }).state],
  ['ended', { ...rotated().state, removed: { at: AT, proved: true } }],
  ['held', rotated().say({ type: 'hold', actor: 'ana', reason: 'night' }).state],
  [
    'adopted',
    new Tale()
      .claim({ kind: 'adopt' })
      .result('forward/adopt', 'observed', { id: 'k' })
      .closes('forward', 'adopted').state,
  ],
]);
const all = plan([
  item('done'),
  item('soaking'),
  item('lost'),
  item('stuck'),
  item('ended'),
  item('held'),
  item('adopted', { due: START, overdue: true }),
  item('fresh'),
  item('gone', { action: 'unmanaged' }),
]);
const told = figures(all, states);
const of = (key: string) => told.keys.find((row) => row.key === key);

describe('figures', () => {
  it('give each key one condition', () => {
    expect(told.keys.map(({ key, condition }) => `${key} ${condition}`)).toEqual([
      'done ok',
      'soaking waiting',
      'lost needs a person',
      'stuck blocked',
      'ended removed',
      'held on hold',
      'adopted overdue',
      'fresh new',
      'gone unmanaged',
    ]);
    expect(told.counts).toMatchObject({ ok: 1, removed: 1, blocked: 1, overdue: 1 });
  });

  it('say since when the oldest live credential was in use, and when that is not known', () => {
    expect(of('done')?.oldestLive).toEqual({ since: '2026-11-20T02:00:12.000Z', atLeast: false });
    expect(of('soaking')?.oldestLive).toEqual({ since: START, atLeast: true });
    expect(of('adopted')?.oldestLive).toEqual({ since: START, atLeast: true });
    expect(of('fresh')?.oldestLive).toBeUndefined();
    expect(of('ended')?.oldestLive).toBeUndefined();
  });

  it('know when a run was last seen', () => {
    expect(told.lastTick).toBe('2026-11-21T02:12:21.000Z');
    expect(figures(all, new Map()).lastTick).toBeUndefined();
  });
});

describe('the report', () => {
  it('for a log is aligned, with the keys that need somebody first', () => {
    expect(reportText(told)).toMatchSnapshot();
  });

  it('for a summary is a table and says what it does not know', () => {
    const text = reportMarkdown(told);
    expect(text).toMatchSnapshot();
  });

  it('as JSON is what was counted', () => {
    expect(JSON.parse(reportJson(told))).toEqual(JSON.parse(JSON.stringify(told)));
  });
});

describe('the report on 300 keys', () => {
  const many = (count: number, owner: string, changes: Partial<PlanItem> = {}) =>
    Array.from({ length: count }, (_, at) =>
      item(`${owner}-${String(at).padStart(3, '0')}`, {
        owner,
        due: `2027-0${1 + (at % 5)}-01T00:00:00.000Z`,
        ...changes,
      }),
    );
  const items = [
    ...many(200, 'team-b'),
    ...many(88, 'team-a'),
    ...many(11, 'team-a', { overdue: true }).map((one) => ({
      ...one,
      key: `late-${one.key}`,
      identity: one.key,
    })),
    item('stuck'),
  ];
  const known = new Map(
    items.map(({ key }) => [key, key === 'stuck' ? states.get('stuck') : states.get('done')]),
  );
  const big = figures(
    plan(items),
    new Map([...known].flatMap(([key, state]) => (state ? [[key, state]] : []))),
  );

  it('for a log counts them by owner, and tells keys that stand alike in one line', () => {
    expect(reportText(big).split('\n')).toEqual([
      '2026-12-25 00:00 UTC: 300 keys, 1 blocked, 11 overdue, 288 ok; last run seen 2026-11-21 02:12 UTC.',
      '',
      'team-payments: 1 key, 1 blocked',
      'team-a: 99 keys, 11 overdue, 88 ok',
      'team-b: 200 keys, 200 ok',
      '',
      expect.stringMatching(/^Key +State +Last switch/),
      expect.stringMatching(/^stuck +blocked: RK7008: they disagree .* team-payments$/),
      'overdue 11 keys of team-a: late-team-a-000, late-team-a-005, late-team-a-010 and 8 more  due 2027-01-01 to 2027-05-01  last switch 2026-11-20',
      expect.stringMatching(
        /^ok 88 keys of team-a: team-a-000, .* and 85 more {2}due 2027-01-01 to 2027-05-01 {2}last switch 2026-11-20$/,
      ),
      expect.stringMatching(/^ok 200 keys of team-b: .* and 197 more /),
    ]);
  });

  it('for a summary shows what needs somebody, and folds the others away owner by owner', () => {
    const text = reportMarkdown(big);
    expect(text.indexOf('| `stuck` |')).toBeLessThan(text.indexOf('<details>'));
    expect(text).toContain('<summary>team-a: 88 more keys, 88 ok</summary>');
    expect(text).toContain('<summary>team-b: 200 more keys, 200 ok</summary>');
    expect(text.match(/^\| `/gm)).toHaveLength(300);
  });
});
