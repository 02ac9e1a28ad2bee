import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KINDS } from '../../src/dev/adapterFolders';

const ID = 'acme-2';
const COPIED = [
  '.github',
  'README.md',
  '__tests__',
  'action.yml',
  'docs',
  'package.json',
  'src',
  'tsconfig.json',
];

/** A copy of the repository, so that nothing is made in this one. */
let copy = '';
let before: ReadonlyMap<string, string> = new Map();

const node = (
  ...words: readonly string[]
): { readonly code: number | null; readonly out: string; readonly err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
};
const newAdapter = (...words: readonly string[]) =>
  node('.github/tooling/run.mjs', 'src/dev/newAdapter.ts', ...words);

const texts = (): Map<string, string> =>
  new Map(
    COPIED.flatMap((name) =>
      readdirSync(copy, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
        .map((entry) => join(entry.parentPath, entry.name).slice(copy.length + 1))
        .filter((path) => path === name || path.startsWith(`${name}/`))
        .map((path): [string, string] => [path, readFileSync(join(copy, path), 'utf8')]),
    ),
  );

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'rekey-new-adapter-'));
  for (const name of COPIED) cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
  before = texts();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('npm run new-adapter', () => {
  it.each([
    [[], /npm run new-adapter <kind> <id>[^]*The kinds are identities, stores, vendors/],
    [['stores'], /npm run new-adapter <kind> <id>/],
    [['stores', 'a', 'b'], /npm run new-adapter <kind> <id>/],
    [
      ['sores', ID],
      /"sores" is no kind of adapter\. Did you mean stores\? The kinds are identities, .*Nothing was made/,
    ],
    [['__proto__', ID], /"__proto__" is no kind of adapter/],
    [['stores', 'Acme'], /"Acme" cannot be an id/],
    [['stores', '../up'], /cannot be an id/],
    [['stores', '-x'], /cannot be an id/],
    [['stores', 'a'.repeat(41)], /cannot be an id/],
    [['stores', 'vault-kv2'], /src\/adapters\/stores\/vault-kv2 is there already/],
  ])('makes nothing of %j, and says why', (words, said) => {
    const { code, out, err } = newAdapter(...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(said);
    expect(err.trim().split('\n').length).toBeLessThan(3);
    expect(texts()).toEqual(before);
  });

  it('makes one of each kind, which passes the checks', () => {
    for (const kind of KINDS) {
      const { code, out, err } = newAdapter(kind, ID);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(`Made src/adapters/${kind}/${ID}/`);
    }
    const made = [...texts()].filter(([path]) => !before.has(path));
    const ours = KINDS.flatMap((kind) => [
      `src/adapters/${kind}/${ID}/`,
      `__tests__/adapters/${kind}/${ID}.test.ts`,
    ]);
    expect(
      made.map(([path]) => path).filter((path) => !ours.some((place) => path.startsWith(place))),
    ).toEqual([]);
    expect(made.filter(([, text]) => /\bsample|Sample/.test(text)).map(([path]) => path)).toEqual([]);
    const changed = [...texts()].filter(([path, text]) => before.has(path) && before.get(path) !== text);
    expect(changed.map(([path]) => path).sort()).toEqual([
      'README.md',
      'docs/rekey.schema.json',
      'src/catalog.generated.ts',
      'src/config/trust/adapters.generated.ts',
    ]);
    expect(newAdapter('stores', ID).err).toContain('is there already');

    const files = made.map(([path]) => path).filter((path) => path.endsWith('.ts'));
    const tsconfig = {
      extends: './tsconfig.json',
      include: [],
      files: [...files, 'src/catalog.generated.ts'],
    };
    writeFileSync(join(copy, 'made.json'), JSON.stringify(tsconfig));
    const bin = (path: string): string => join('node_modules', path);
    expect(node(bin('typescript/bin/tsc'), '--noEmit', '--project', 'made.json')).toMatchObject({
      out: '',
      code: 0,
    });
    expect(node(bin('prettier/bin/prettier.cjs'), '--check', ...files)).toMatchObject({ code: 0 });
    const tests = files.filter((path) => path.startsWith('__tests__'));
    const jest = ['--experimental-vm-modules', bin('jest/bin/jest.js'), '--maxWorkers=1', ...tests];
    const ran = node('--disable-warning=ExperimentalWarning', ...jest);
    expect(ran.err).toContain(`Tests:       `);
    expect([ran.code, ran.err.match(/^(FAIL|\s+●).*/gm)]).toEqual([0, null]);
  }, 300_000);
});
