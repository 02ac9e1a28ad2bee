// Builds the bundle into the folder given as argument: tsc first, then ncc on its output. ncc's own TypeScript
// loader takes three times as long and ties us to the compiler versions that it knows.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nameChunks } from './name-chunks.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
const target = process.argv[2];
if (!target) throw new Error('usage: build.mjs <folder>');

function run(script, args) {
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
}

// The compiled sources stay inside the repository, at the same place for every build: module and chunk numbers
// are made from paths relative to it, and node_modules is found by walking up.
const compiled = join(root, '.build/src');
rmSync(compiled, { recursive: true, force: true });
run(require.resolve('typescript/bin/tsc'), ['--project', '.github/tooling/tsconfig.build.json']);

// Chunks come and go with the module graph, so what an earlier build left must go.
const dist = resolve(root, target);
rmSync(dist, { recursive: true, force: true });
const stats = join(root, '.build/stats.json');
const ncc = require.resolve('@vercel/ncc/dist/ncc/cli.js');
run(ncc, [
  'build',
  '.build/src/main.js',
  '--out',
  dist,
  '--license',
  'licenses.txt',
  '--stats-out',
  stats,
  '--no-cache',
  '--quiet',
]);
nameChunks(dist, JSON.parse(readFileSync(stats, 'utf8')));
