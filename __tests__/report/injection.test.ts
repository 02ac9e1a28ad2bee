import { describe, expect, it } from '@jest/globals';
import { RekeyError } from '../../src/domain/errors';
import type { PlanItem } from '../../src/domain/plan';
import { DAY } from '../../src/domain/tools/time';
import { evidence } from '../../src/evidence/build';
import { fiveLines, fiveLinesMarkdown } from '../../src/report/fiveLines';
import { figures } from '../../src/report/kpi';
import { progressLine } from '../../src/report/log';
import { noticeOf } from '../../src/report/notices';
import { page } from '../../src/report/page';
import { planMarkdown, planText } from '../../src/report/plan';
import { reportMarkdown, reportText } from '../../src/report/report';
import { summary } from '../../src/report/summary';
import { ticket } from '../../src/report/ticket';
import { keyConfig, runContext, START, Tale } from '../support/facts';
import { situationOf } from '../support/situations';

/** Everything a server, a reason or a file name could try. HOSTILE stands where it would show that it got out. */
const EVIL =
  'x` @HOSTILE/team | ::error::HOSTILE ##[group]HOSTILE <script>HOSTILE</script> [HOSTILE](javascript:0) ![HOSTILE](https://evil.example/p.png)\r\n# HOSTILE\n- [x] HOSTILE\u001b[31m\u202e\u2066 https://evil.example/HOSTILE <!-- HOSTILE --> </details>';

const key = keyConfig({ name: EVIL, owner: EVIL, environment: EVIL, vendor: EVIL, usedBy: [EVIL] });
const order = { command: EVIL, actor: EVIL, event: EVIL, reason: EVIL, approvedBy: EVIL };

const tale = new Tale(EVIL, key)
  .claim({
    order,
    run: `https://evil.example/(HOSTILE)[x]@HOSTILE`,
    release: EVIL,
    config: { digest: EVIL, commit: EVIL },
  })
  .result('forward/preflight', 'observed', { baseline: EVIL })
  .result('forward/claim', 'did', {
    base: EVIL,
    old: 'present',
    oldId: EVIL,
    oldHow: EVIL,
    ticket: EVIL,
    ticketUrl: EVIL,
  })
  .does('forward/create', { id: EVIL, label: EVIL, staged: EVIL, [EVIL]: EVIL })
  .fails(`forward/check:${EVIL}`, EVIL)
  .say({ type: 'turn', to: 'back', why: EVIL })
  .say({ type: 'condemn', credential: EVIL, why: EVIL })
  .say({ type: 'warning', message: EVIL })
  .say({ type: 'hold', actor: EVIL, reason: EVIL })
  .say({ type: 'unhold', actor: EVIL, reason: EVIL })
  .waits(`back/check:${EVIL}`, EVIL, DAY, EVIL)
  .release();
const held = new Tale(EVIL, key).claim({ order }).say({ type: 'hold', actor: EVIL, reason: EVIL });
const stuck = new Tale(EVIL, key).claim({ order }).say({ type: 'blocked', code: 'RK7008', why: EVIL });

const run = runContext({ actor: EVIL, version: EVIL, url: 'javascript:HOSTILE', event: EVIL });
const item: PlanItem = {
  key: EVIL,
  identity: 'i',
  owner: EVIL,
  environment: EVIL,
  vendor: EVIL,
  workloads: [],
  action: 'rotate',
  why: EVIL,
  overdue: true,
  findings: [{ rule: EVIL, code: 'RK8001', weight: 'refuse', message: EVIL }],
};
const plan = {
  v: 1,
  at: START,
  command: EVIL,
  config: { path: EVIL, commit: EVIL, digest: EVIL },
  journal: EVIL,
  items: [item],
  warnings: [EVIL],
} as const;
const changes = { trust: [EVIL], keys: [EVIL] };
const error = new RekeyError('RK4001', EVIL);
const situations = [
  situationOf(tale, { run }),
  situationOf(held, { run }),
  situationOf(stuck, { run }),
  { key, run, error },
  { key, run, plan: { ...item, action: 'refused' as const } },
  situationOf(tale, { run, error, ticket: { number: EVIL, url: 'https://evil.example/@HOSTILE' } }),
];
const numbers = figures(plan, new Map([['i', stuck.state]]));

const markdowns: [string, string][] = [
  ['summary', summary({ command: EVIL, at: EVIL, run, keys: situations, warnings: [EVIL] })],
  ['page', page(evidence(tale.facts))],
  ['plan', planMarkdown(plan, changes)],
  ['report', reportMarkdown(numbers)],
  ...situations.map((one, index): [string, string] => [`five lines ${index}`, fiveLinesMarkdown(one)]),
  ...situations.map((one, index): [string, string] => [`ticket ${index}`, ticket(one, { labels: [] }).body]),
];

const plains: [string, string][] = [
  ['plan', planText(plan, changes)],
  ['report', reportText(numbers)],
  ['log', tale.facts.flatMap((fact) => progressLine(fact) ?? []).join('\n')],
  ...situations.map((one, index): [string, string] => [`five lines ${index}`, fiveLines(one).join('\n')]),
  ...situations.map((one, index): [string, string] => [
    `notice ${index}`,
    noticeOf(one, START)?.lines.join('\n') ?? '',
  ]),
  ...situations.map((one, index): [string, string] => [`title ${index}`, ticket(one, { labels: [] }).title]),
];

describe('hostile text in Markdown', () => {
  it.each(markdowns)('stays inside code spans and drawings: %s', (_, text) => {
    const drawings = [...text.matchAll(/```mermaid\n[^]*?\n```/g)].map(([drawing]) => drawing);
    for (const drawing of drawings) expect(drawing).not.toMatch(/@|<script|<!--|https?:|javascript:/);
    const outside = text
      .replace(/```mermaid\n[^]*?\n```/g, '')
      .replace(/<code>[\w. -]*<\/code>/g, '')
      .replace(/`[^`\n]*`/g, '');
    expect(outside).not.toMatch(/HOSTILE|evil|javascript:|::|##\[|\u001b|\u202e|\u2066|\r/);
    expect(outside).not.toContain('`');
  });

  it.each(markdowns)('breaks no table: %s', (_, text) => {
    const tables = text
      .trimEnd()
      .split('\n\n')
      .filter((block) => block.startsWith('| '));
    for (const table of tables) {
      const widths = table.split('\n').map((row) => row.split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});

describe('hostile text in plain lines', () => {
  it.each(plains)('commands nothing and begins no line: %s', (_, text) => {
    expect(text).not.toMatch(/::|##\[|\u001b|\u202e|\u2066|\r/);
    for (const line of text.split('\n')) expect(line).not.toMatch(/^\s*(#|- \[x\] HOSTILE)/);
  });
});
