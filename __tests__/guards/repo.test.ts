import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { parse } from 'yaml';

const topLevel = [
  '.ci',
  '.gitattributes',
  '.github',
  '.gitignore',
  '.npmrc',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  '__tests__',
  'action.yml',
  'dist',
  'docs',
  'package-lock.json',
  'package.json',
  'src',
  'tsconfig.json',
];

/** How often src opts out of a check. Fewer is a reason to lower the number here, more is a reason to think again. */
const optOuts = {
  'eslint-disable': 0,
  '@ts-expect-error': 0,
  '@ts-ignore or @ts-nocheck': 0,
  'coverage ignored': 0,
  any: 0,
  'as unknown as': 0,
};

const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
const sources = tracked.filter((name) => name.startsWith('src/') && name.endsWith('.ts'));
const workflows = tracked.filter((name) => /^\.github\/workflows\/.+\.ya?ml$/.test(name));
const automation = [...workflows, ...tracked.filter((name) => /(^|\/)action\.ya?ml$/.test(name))];

const read = (name: string): string => readFileSync(name, 'utf8');

/** Every string that stands under `key` anywhere in a YAML value. */
function valuesOf(key: string, node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === key && typeof value === 'string' ? [value] : valuesOf(key, value),
  );
}

function countCasts(file: string): { any: number; double: number } {
  const found = { any: 0, double: 0 };
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.any += 1;
    if (
      ts.isAsExpression(node) &&
      ts.isAsExpression(node.expression) &&
      node.expression.type.kind === ts.SyntaxKind.UnknownKeyword
    ) {
      found.double += 1;
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022));
  return found;
}

function countMatches(pattern: RegExp): number {
  return sources.reduce((sum, file) => sum + (read(file).match(pattern)?.length ?? 0), 0);
}

describe('the repository', () => {
  it('has only the known names at its top level', () => {
    const names = new Set(tracked.map((name) => name.split('/')[0] ?? ''));
    expect([...names].filter((name) => !topLevel.includes(name))).toEqual([]);
  });

  it('keeps every source file within 300 lines', () => {
    const long = sources
      .filter((file) => !file.endsWith('.generated.ts'))
      .filter((file) => read(file).trimEnd().split('\n').length > 300);
    expect(long).toEqual([]);
  });

  it('opts out of checks exactly as often as it says', () => {
    const casts = sources.map(countCasts);
    expect({
      'eslint-disable': countMatches(/eslint-disable/g),
      '@ts-expect-error': countMatches(/@ts-expect-error/g),
      '@ts-ignore or @ts-nocheck': countMatches(/@ts-(ignore|nocheck)/g),
      'coverage ignored': countMatches(/(istanbul|c8|v8) ignore/g),
      any: casts.reduce((sum, found) => sum + found.any, 0),
      'as unknown as': casts.reduce((sum, found) => sum + found.double, 0),
    }).toEqual(optOuts);
  });

  it('names no registry host in its lock file', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });
});

describe('workflows', () => {
  it('exist', () => {
    expect(workflows).not.toEqual([]);
  });

  it.each(automation)('%s pins every action by its commit and says which version that is', (file) => {
    const uses = read(file)
      .split('\n')
      .filter((line) => /^\s*(- )?uses:/.test(line))
      .filter((line) => !/uses: *['"]?\.\//.test(line));
    const loose = uses.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/.test(line));
    expect(loose).toEqual([]);
    const inYaml = valuesOf('uses', parse(read(file))).filter((value) => !value.startsWith('./'));
    expect(uses).toHaveLength(inYaml.length);
  });

  it.each(automation)('%s puts no expression into a script, where its value could become code', (file) => {
    const yaml: unknown = parse(read(file));
    const scripts = [...valuesOf('run', yaml), ...valuesOf('script', yaml)];
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });

  it.each(workflows)('%s grants nothing by default', (file) => {
    expect(parse(read(file))).toMatchObject({ permissions: {} });
    expect(Object.keys((parse(read(file)) as { permissions: object }).permissions)).toEqual([]);
  });
});
