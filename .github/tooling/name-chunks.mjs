// ncc numbers the chunks, and gives no way to name them. This gives each file in the folder a name that says what is in it:
// `stores-vault-kv2.js` instead of `143.index.js`. A change of one adapter then shows as a change of its own file.
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

const LOADS = /(__(?:nccwpck|webpack)_require__\.e\()(?:\/\* import\(\) \*\/ )?(\d+)\)/g;
/** One that holds all of another counts as both. */
const SAYS = /^exports\.id = (\d+);\nexports\.ids = \[([\d,]+)\];$/m;
const FILE = 'return "" + chunkId + ".index.js";';

/** The text with names for numbers, where a chunk says who it is and where one is loaded. */
export function withNames(text, names) {
  const named = (number) => {
    const name = names.get(Number(number));
    if (name === undefined) throw new Error(`There is no chunk ${number}.`);
    return JSON.stringify(name);
  };
  return text
    .replace(SAYS, (_all, id, ids) => {
      return `exports.id = ${named(id)};\nexports.ids = [${ids.split(',').map(named).join(',')}];`;
    })
    .replace(LOADS, (_all, call, id) => `${call}${named(id)})`)
    .replace(FILE, 'return "" + chunkId + ".js";');
}

/** Renames the chunks in a folder that ncc has just built. */
export function nameChunks(folder, stats) {
  const names = chunkNames(stats);
  for (const [id, name] of names) renameSync(join(folder, `${id}.index.js`), join(folder, `${name}.js`));
  for (const name of ['index', ...names.values()]) {
    const file = join(folder, `${name}.js`);
    writeFileSync(file, withNames(readFileSync(file, 'utf8'), names));
  }
}
