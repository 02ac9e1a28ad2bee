// Reads action.yml, our workflows and the example in docs with two tools that others wrote: zizmor (from PyPI, its checksum checked) and
// actionlint (a Go module, checked by Go's checksum database). Needs Python 3 with venv, and Go. Both are kept in .build/tools.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';
const tooling = dirname(fileURLToPath(import.meta.url));
const root = join(tooling, '../..');
const tools = join(root, '.build/tools');

function need(program, words, what) {
  if (spawnSync(program, words, { stdio: 'ignore' }).status === 0) return;
  console.error(`Workflows were not linted: ${what}, and ${program} ${words.join(' ')} does not work here.`);
  process.exit(1);
}

function zizmor() {
  const venv = join(tools, 'zizmor-1.32.0');
  const program = join(venv, 'bin/zizmor');
  if (existsSync(program)) return program;
  need('python3', ['-m', 'venv', '--help'], 'zizmor comes from PyPI');
  execFileSync('python3', ['-m', 'venv', venv], { stdio: 'inherit' });
  const words = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'];
  const pinned = ['--require-hashes', '--requirement', join(tooling, 'zizmor.txt')];
  execFileSync(join(venv, 'bin/python'), [...words, ...pinned], { stdio: 'inherit' });
  return program;
}

function actionlint() {
  const program = join(tools, 'actionlint-1.7.12', 'actionlint');
  if (existsSync(program)) return program;
  need('go', ['version'], 'actionlint is a Go module');
  const env = { ...process.env, GOBIN: dirname(program) };
  execFileSync('go', ['install', ACTIONLINT], { stdio: 'inherit', env });
  return program;
}

/** The example as a user has it: with an owner and a commit in place of the words that stand for them. */
function example() {
  const folder = join(root, '.build/example/.github/workflows');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const text = readFileSync(join(root, 'docs/examples/rekey-workflow.yml'), 'utf8');
  writeFileSync(
    join(folder, 'rekey.yml'),
    text.replace('OWNER/rekey@COMMIT', `acme/rekey@${'a'.repeat(40)}`),
  );
  return join(folder, 'rekey.yml');
}

const file = example();
const runs = [
  [zizmor(), ['--persona=auditor', '--offline', '--quiet', '.github', 'action.yml', file]],
  [actionlint(), ['-color']],
  [actionlint(), ['-color', file]],
];
let failed = false;
for (const [program, words] of runs) {
  const { status } = spawnSync(program, words, { cwd: root, stdio: 'inherit' });
  failed ||= status !== 0;
}
if (failed) process.exit(1);
console.log('workflows: nothing found by zizmor and actionlint');
