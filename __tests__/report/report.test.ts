import { describe, expect, it } from '@jest/globals';
import type { KeyState } from '../../src/domain/keyState';
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
