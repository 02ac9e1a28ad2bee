// Prints a SHA-256 checksum of each file that a job of a user runs, as `sha256sum --check` reads them.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const bundle = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `dist/${entry.name}`);

for (const name of ['action.yml', 'src/launch.sh', ...bundle].sort()) {
  const digest = createHash('sha256')
    .update(readFileSync(join(root, name)))
    .digest('hex');
  console.log(`${digest}  ${name}`);
}
