// ncc numbers chunks and modules, and gives no way to name them. This gives each file in the folder a name that says what is in it,
// `stores-vault-kv2.js` instead of `143.index.js`, and each module its path. Numbers change with the module graph and stand in many
// files; with names a change of one adapter shows as a change of its own file.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = './.build/src/';

/** @param stats what `ncc --stats-out` wrote. @returns number of the chunk -> its name, without `.js` */
export function chunkNames(stats) {
  const chunks = stats.chunks
    .filter((chunk) => chunk.names.length === 0)
    .sort((one, other) => other.size - one.size);
  const taken = new Map();
  return new Map(
    chunks.map((chunk) => {
      const name = nameOf(chunk);
      const times = (taken.get(name) ?? 0) + 1;
      taken.set(name, times);
      return [chunk.id, times === 1 ? name : `${name}-${times}`];
    }),
  );
}

/** What an import() asks for gives its name to the chunk; a chunk that several share is named after most of what is in it. */
function nameOf({ modules, origins }) {
  const asked = new Set(origins.map(({ request }) => request));
  const target = modules.find(({ reasons }) =>
    reasons.some(({ type, userRequest }) => type === 'import()' && asked.has(userRequest)),
  );
  if (target) return wordOf(target.name, 'file');
  const sizes = new Map();
  for (const { name, size } of modules) {
    const room = wordOf(name, 'room');
    sizes.set(room, (sizes.get(room) ?? 0) + size);
  }
  const [[largest]] = [...sizes].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return largest;
}

/** `./.build/src/adapters/stores/vault-kv2/index.js + 16 modules` -> `stores-vault-kv2`; of a package its name. */
function wordOf(module, how) {
  const path = module.replace(/ \+ \d+ modules?$/, '');
  if (path.includes('node_modules/')) {
    const [scope, name] = path.split('node_modules/').pop().split('/');
    return plain(scope.startsWith('@') ? `${scope.slice(1)}-${name}` : scope);
  }
  const parts = path
    .slice(SOURCES.length)
    .replace(/^adapters\//, '')
    .replace(/(\/index)?\.js$/, '')
    .split('/');
  if (how === 'file') return plain(parts.join('-'));
  const isAdapter = path.startsWith(`${SOURCES}adapters/`);
  return plain(['shared', ...parts.slice(0, isAdapter ? 2 : 1)].join('-'));
}

const plain = (text) => text.replace(/\.js$/, '').replace(/[^\w-]/g, '-');

/** @returns number of the module -> its path: `src/domain/errors`, `undici/lib/core/util`, `node:path` */
export function moduleNames(stats) {
  const names = new Map();
  for (const { id, name } of stats.chunks.flatMap((chunk) => chunk.modules)) {
    const path = name
      .replace(/ \+ \d+ modules?$/, '')
      .replace(/^external "(.*)"$/, '$1')
      .replace(SOURCES, 'src/')
      .replace('./node_modules/', '')
      .replace(/\.js$/, '');
    if (typeof id === 'number') names.set(id, path);
  }
  if (new Set(names.values()).size < names.size) throw new Error('Two modules have one name.');
  return names;
}

const REQUIRE = '__(?:nccwpck|webpack)_require__';
const LOADS = new RegExp(`(${REQUIRE}\\.e\\()(?:/\\* import\\(\\) \\*/ )?(\\d+)\\)`, 'g');
const TOGETHER = new RegExp(`\\[((?:${REQUIRE}\\.e\\("[\\w-]+"\\)(?:, )?)+)\\]`, 'g');
/** One that holds all of another counts as both. */
const SAYS = /^exports\.id = (\d+);\nexports\.ids = \[([\d,]+)\];$/m;
const FILE = 'return "" + chunkId + ".index.js";';
const DEFINES = /^(\/\*\*\*\/ )(\d+):$/gm;
const USES = new RegExp(`(\\b${REQUIRE}\\(|\\.bind\\(${REQUIRE}, )(\\d+)(?=[,)])`, 'g');

/** The text with names for numbers. @param chunks number -> name @param modules number -> path */
export function withNames(text, chunks, modules) {
  const named = (names) => (number) => {
    const name = names.get(Number(number));
    if (name === undefined) throw new Error(`There is nothing of the number ${number}.`);
    return JSON.stringify(name);
  };
  const chunk = named(chunks);
  const module = named(modules);
  return text
    .replace(SAYS, (_all, id, ids) => {
      return `exports.id = ${chunk(id)};\nexports.ids = [${ids.split(',').map(chunk).join(',')}];`;
    })
    .replace(LOADS, (_all, call, id) => `${call}${chunk(id)})`)
    .replace(TOGETHER, (_all, calls) => `[${calls.split(', ').sort().join(', ')}]`)
    .replace(FILE, 'return "" + chunkId + ".js";')
    .replace(DEFINES, (_all, before, id) => `${before}${module(id)}:`)
    .replace(USES, (_all, before, id) => `${before}${module(id)}`);
}

/** Renames the chunks in a folder that ncc has just built. */
export function nameChunks(folder, stats) {
  const chunks = chunkNames(stats);
  const modules = moduleNames(stats);
  for (const [id, name] of chunks) renameSync(join(folder, `${id}.index.js`), join(folder, `${name}.js`));
  for (const name of ['index', ...chunks.values()]) {
    const file = join(folder, `${name}.js`);
    writeFileSync(file, withNames(readFileSync(file, 'utf8'), chunks, modules));
  }
}
