import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Composite } from '../../src/sandbox/composite/composite';

/** Says who it is, and where Node 22 and newer would look for compiled code. */
const PROGRAM = `const { argv, env } = process;
console.log(['ours', argv[2] ?? 'main', env.NODE_COMPILE_CACHE].join(' ').trim());`;

/** The steps of action.yml with a program that says what it finds, after a step that left this in the environment. */
async function after(left: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'hostile-'));
  for (const name of ['src', 'dist', 'work', 'temp']) mkdirSync(join(root, name));
  copyFileSync('action.yml', join(root, 'action.yml'));
  copyFileSync('src/launch.sh', join(root, 'src/launch.sh'));
  writeFileSync(join(root, 'dist/index.js'), PROGRAM);
  writeFileSync(join(root, 'evil.sh'), 'echo evil script\n');
  writeFileSync(join(root, 'evil.js'), 'console.log("evil module")\n');
  const environment = Object.fromEntries(
    Object.entries(left).map(([name, value]) => [name, value.replaceAll('ROOT', root)]),
  );
  const result = await new Composite({
    action: root,
    workspace: join(root, 'work'),
    temp: join(root, 'temp'),
    artifacts: join(root, 'artifacts'),
    inputs: {},
    github: { token: 'ghs_secret' },
    checkRun: '42',
    environment: {
      PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
      GITHUB_ACTION_PATH: root,
      ...environment,
    },
    show: () => {},
  }).run();
  return result.log;
}

describe('what a step before ours leaves in GITHUB_ENV', () => {
  it.each([
    ['a script for every bash', { BASH_ENV: 'ROOT/evil.sh' }],
    ['a function in place of exec', { 'BASH_FUNC_exec%%': '() { echo evil function; }' }],
    ['a function in place of command', { 'BASH_FUNC_command%%': '() { echo evil function; }' }],
    ['traces that run commands', { SHELLOPTS: 'xtrace', PS4: '$(echo evil trace)' }],
    ['a module for every Node', { NODE_OPTIONS: '--require ROOT/evil.js' }],
    ['compiled code in place of ours', { NODE_COMPILE_CACHE: 'ROOT' }],
    ['a library for every process', { LD_PRELOAD: 'ROOT/evil.so' }],
    ['an OpenSSL configuration', { OPENSSL_CONF: 'ROOT/evil.sh' }],
  ])('does not run in ours: %s', async (_what, left) => {
    expect(await after(left)).toEqual(['ours main', 'ours settle']);
  });
});
