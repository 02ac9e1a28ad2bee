// Runs the generators on a copy of the repository and fails if they change any file of it.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
// Inside the repository, so that the copy finds node_modules by walking up.
const copy = join(root, '.build/generated');

function filesOfRepository() {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return list.split('\0').filter((name) => name !== '' && existsSync(join(root, name)));
}

function filesOfCopy() {
  return readdirSync(copy, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(copy.length + 1));
}

rmSync(copy, { recursive: true, force: true });
const before = new Map();
for (const name of filesOfRepository()) {
  mkdirSync(dirname(join(copy, name)), { recursive: true });
  copyFileSync(join(root, name), join(copy, name));
  before.set(join(name), readFileSync(join(copy, name)));
}

execFileSync(process.execPath, ['.github/tooling/run.mjs', 'src/dev/generate.ts'], {
  cwd: copy,
  stdio: ['ignore', 'inherit', 'inherit'],
});

const after = new Set(filesOfCopy());
const stale = [];
for (const name of after) {
  const old = before.get(name);
  if (!old) stale.push(`not committed: ${name}`);
  else if (!old.equals(readFileSync(join(copy, name)))) stale.push(`out of date: ${name}`);
}
for (const name of before.keys()) if (!after.has(name)) stale.push(`no longer generated: ${name}`);
for (const line of stale.sort()) console.error(line);
if (stale.length > 0) {
  console.error('Run `npm run generate` and commit what it changes.');
  process.exit(1);
}
console.log('generated files are up to date');
