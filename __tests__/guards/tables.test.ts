import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { CODES } from '../../src/domain/errorCodes';
import { FATES } from '../../src/domain/journal/fate';
import { KINDS } from '../../src/domain/errorKinds';
import { OPEN_STATUSES } from '../../src/domain/journal/keyState';
import { OUTCOMES } from '../../src/domain/outcomes';
import { ACTIONS } from '../../src/domain/plan';
import { STEPS } from '../../src/domain/steps';
import { CONDITIONS } from '../../src/report/kpi';
import { LISTS, RUN_STATUSES, STANDINGS } from '../../src/report/standing';

/** The grades of a proof are persisted words too. */
const PERSISTED = [
  'src/domain/journal/rotation.ts',
  'src/domain/journal/factShapes.ts',
  'src/domain/evidence.ts',
];

/** The words of each table, where it is, and where namesakes are: calls of a vendor, kinds of rotations, commands. */
const TABLES: readonly (readonly [string, readonly string[], readonly string[], ...string[]])[] = [
  ['error kinds', Object.keys(KINDS), ['src/domain/errorKinds.ts']],
  [
    'steps',
    Object.keys(STEPS),
    ['src/domain/steps.ts', 'src/lifecycle/table.ts'],
    'src/domain/contracts/',
    'src/adapters/',
  ],
  ['outcomes', Object.keys(OUTCOMES), ['src/domain/outcomes.ts']],
  ['fates', Object.keys(FATES), ['src/domain/journal/fate.ts'], ...PERSISTED],
  ['error codes', Object.keys(CODES), ['src/domain/codes/']],
  [
    'actions of a plan',
    Object.keys(ACTIONS),
    ['src/domain/plan.ts'],
    'src/domain/journal/facts.ts',
    'src/config/',
  ],
  ['statuses of an open rotation', OPEN_STATUSES, ['src/domain/journal/keyState.ts']],
  ['standings', Object.keys(STANDINGS), ['src/report/standing.ts']],
  ['conditions', Object.keys(CONDITIONS), ['src/report/kpi.ts']],
];

/** An array or a union of string literals, over any number of lines. */
const LISTED = /\[\s*('[^'\n]*',?\s*){3,}\]|('[^'\n]*'\s*\|\s*){2,}'[^'\n]*'/g;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name}`)
  .filter((name) => name.endsWith('.ts') && !/generated|sandbox/.test(name));

/** Lists of nothing but words of the table: whoever adds a word would have to know of them. */
function listsOf(text: string, words: ReadonlySet<string>): readonly string[] {
  return [...text.matchAll(LISTED)]
    .map(([list]) => [...list.matchAll(/'([^']*)'/g)].map(([, word = '']) => word))
    .filter((list) => list.every((word) => words.has(word)))
    .map((list) => list.join(' '));
}

describe('one table', () => {
  it.each(TABLES)('of %s, and no other list of them', (_what, words, files, ...namesakes) => {
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    const known = new Set(words);
    const found = sources
      .filter((file) => ![...files, ...namesakes].some((start) => file.startsWith(start)))
      .flatMap((file) => listsOf(readFileSync(file, 'utf8'), known).map((list) => `${file}: ${list}`));
    expect(found).toEqual([]);
  });

  it('finds a list, over several lines too, and a union', () => {
    const known = new Set(['denied', 'gone', 'full']);
    expect(listsOf("new Set([\n  'denied',\n  'gone',\n  'full',\n])", known)).toEqual(['denied gone full']);
    expect(listsOf("type A = 'denied' | 'gone' | 'full';", known)).toEqual(['denied gone full']);
    expect(listsOf("['denied', 'gone', 'other']", known)).toEqual([]);
  });
});

describe('what is said of the tables', () => {
  const { outputs } = parse(readFileSync('action.yml', 'utf8')) as {
    outputs: Readonly<Record<string, { description: string }>>;
  };

  it('each status of a run is in the description of the output, and no other', () => {
    const told = (outputs['status']?.description ?? '').match(/[a-z]+/g)?.filter((word) => word !== 'or');
    expect([...(told ?? [])].sort()).toEqual([...RUN_STATUSES].sort());
  });

  it('each list of keys is an output', () => {
    expect(LISTS.filter((list) => outputs[list] === undefined)).toEqual([]);
  });

  it('each exit code is in the README', () => {
    const [, told = ''] = /Exit codes: ([^]*?)\n\n/.exec(readFileSync('README.md', 'utf8')) ?? [];
    const rows: readonly object[] = [...Object.values(STANDINGS), ...Object.values(KINDS)];
    const codes = rows.flatMap((row) => ('exit' in row ? [String(row.exit)] : []));
    expect(codes).not.toEqual([]);
    expect(codes.filter((code) => !new RegExp(`(^|· )${code} `).test(told))).toEqual([]);
  });

  it('each table is named in ARCHITECTURE', () => {
    const text = readFileSync('.github/ARCHITECTURE.md', 'utf8');
    const files = [...TABLES.flatMap(([, , some]) => some), 'src/report/keyStatus.ts'];
    expect(files.filter((file) => !text.includes(`\`${file}\``))).toEqual([]);
  });
});
