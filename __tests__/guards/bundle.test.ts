import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const chunks = new Map(
  readdirSync('dist')
    .filter((name) => name.endsWith('.js'))
    .map((name): [string, string] => [name, readFileSync(join('dist', name), 'utf8')]),
);
const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !path.startsWith('src/dev/'));

/** Fakes, and what plays with them. */
const isPretence = (path: string): boolean => /\/fake(\/|\.ts$)|^src\/sandbox\//.test(path);

/** Names that a library would hardly use: classes, and functions with `fake` in their name. */
function namesOf(paths: readonly string[]): Set<string> {
  const text = paths.map((path) => readFileSync(path, 'utf8')).join('\n');
  return new Set(
    [...text.matchAll(/^(?:export )?(class \w+|function \w*[Ff]ake\w*)/gm)].map((match) => match[1] ?? ''),
  );
}

/** Chunks that an import loads: `__webpack_require__.e("zod")`, in index.js `__nccwpck_require__.e("zod")`. */
const loadedBy = (text: string): string[] =>
  [...text.matchAll(/__(?:nccwpck|webpack)_require__\.e\("([\w-]+)"\)/g)].map((match) => `${match[1]}.js`);

describe('the bundle', () => {
  const main = chunks.get('index.js') ?? '';
  const playing = /words\[0\] === 'sandbox'\)[^;]*;/.exec(main)?.[0] ?? '';
  const others = [
    main.replace(playing, ''),
    ...[...chunks].filter(([name]) => name !== 'index.js').map(([, text]) => text),
  ];
  const acting = new Set(others.flatMap(loadedBy));
  const onlyPlayed = loadedBy(playing).filter((name) => !acting.has(name));

  it('loads chunks of its own for the sandbox', () => {
    expect(playing).not.toBe('');
    expect(onlyPlayed.length).toBeGreaterThan(0);
  });

  it('has no fake in a chunk that the action can load', () => {
    const real = namesOf(sources.filter((path) => !isPretence(path)));
    const pretended = [...namesOf(sources.filter(isPretence))].filter((name) => !real.has(name));
    expect(pretended.length).toBeGreaterThan(20);
    const places = [...chunks].filter(([name]) => !onlyPlayed.includes(name));
    const found = places.flatMap(([name, text]) =>
      pretended.filter((word) => new RegExp(`\\b${word}\\b`).test(text)).map((word) => `${name}: ${word}`),
    );
    expect(found).toEqual([]);
    const sandbox = onlyPlayed.map((name) => chunks.get(name) ?? '').join('\n');
    expect(sandbox).toContain('class FakeVendor');
  });

  it('has a chunk for each adapter, named after its folder', () => {
    const folders = readdirSync('src/adapters', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.name === 'index.ts')
      .map(({ parentPath }) => `${parentPath.split('/').slice(-2).join('-')}.js`);
    expect(folders.filter((name) => !chunks.has(name))).toEqual([]);
  });

  it('loads each chunk by its name, and has no other', () => {
    const loaded = new Set([...chunks.values()].flatMap(loadedBy));
    expect([...loaded].sort()).toEqual([...chunks.keys()].filter((name) => name !== 'index.js').sort());
    const numbered = [...chunks].filter(([, text]) => /_require__(\.e)?\((?:\/\*.*?\*\/ ?)?\d/.test(text));
    expect(numbered.map(([name]) => name)).toEqual([]);
  });

  it('has each module that another one asks for, under the path of its source', () => {
    const all = [...chunks.values()];
    const made = new Set(
      all.flatMap((text) => [...text.matchAll(/^\/\*\*\*\/ "(.+)":$/gm)].map(([, id]) => id)),
    );
    const asked = all.flatMap((text) =>
      [...text.matchAll(/(?:_require__\(|\.bind\(__\w+_require__, )"([^"]+)"/g)].map(([, id]) => id),
    );
    expect(asked.length).toBeGreaterThan(1000);
    expect([...new Set(asked)].filter((id) => !made.has(id))).toEqual([]);
    expect(made).toContain('src/adapters/stores/vault-kv2/index');
  });

  it('has chunks that say their own names, as the loader remembers them', () => {
    const script = `for (const name of process.argv.slice(1)) {
      const { ids } = require(process.cwd() + '/dist/' + name);
      if (ids[0] + '.js' !== name || ids.some(Number.isInteger)) console.log(name, ids);
    }`;
    const names = [...chunks.keys()].filter((name) => name !== 'index.js');
    const ran = spawnSync(process.execPath, ['-e', script, ...names], { encoding: 'utf8' });
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([0, '', '']);
  });

  it('runs a command that loads chunks', () => {
    const ran = spawnSync(process.execPath, ['dist/index.js', 'doctor'], { encoding: 'utf8' });
    expect([ran.status, ran.stdout]).toEqual([2, expect.stringContaining('vault-kv2')]);
  });
});
