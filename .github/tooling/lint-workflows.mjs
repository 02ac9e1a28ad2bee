// Reads action.yml, our workflows and the example in docs with two tools that others wrote: zizmor (from PyPI, its checksum checked) and
// actionlint (a Go module, checked by Go's checksum database). Needs Python 3 with venv, and Go. Both are kept in .build/tools.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromPypi } from './pypi.mjs';

const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';
const tooling = dirname(fileURLToPath(import.meta.url));
const root = join(tooling, '../..');
const tools = join(root, '.build/tools');

function actionlint() {
  const program = join(tools, 'actionlint-1.7.12', 'actionlint');
  if (existsSync(program)) return program;
  if (spawnSync('go', ['version'], { stdio: 'ignore' }).status !== 0) {
    console.error('actionlint is a Go module, and go does not work here. Install Go.');
    process.exit(1);
  }
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
  [
    join(fromPypi('zizmor'), 'bin/zizmor'),
    ['--persona=auditor', '--offline', '--quiet', '.github', 'action.yml', file],
  ],
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
