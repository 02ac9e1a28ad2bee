// Builds the bundle again and compares every byte with the committed one: what runs must be what was reviewed.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tooling = dirname(fileURLToPath(import.meta.url));
const root = join(tooling, '../..');
const committed = join(root, 'dist');
const expected = join(root, '.build/dist');

function files(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function difference(name) {
  if (!existsSync(join(committed, name))) return `missing in dist: ${name}`;
  if (!existsSync(join(expected, name))) return `not made by the build: ${name}`;
  const same = readFileSync(join(committed, name)).equals(readFileSync(join(expected, name)));
  return same ? undefined : `differs: ${name}`;
}

execFileSync(process.execPath, [join(tooling, 'build.mjs'), expected], { stdio: 'inherit' });
const names = [...new Set([...files(committed), ...files(expected)])].sort();
const differences = names.map(difference).filter((line) => line !== undefined);
if (names.length === 0) differences.push('the build made no file');
for (const line of differences) console.error(line);
if (differences.length > 0) {
  console.error(
    'dist is not what the sources build to: run `npm run build` and commit it. Expected: .build/dist',
  );
  process.exit(1);
}
console.log(`dist: ${names.length} files equal a clean build`);
