import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const PROGRAM =
  "console.log('arguments', process.argv.slice(2).join());if(process.argv[2]==='wait'){process.on('SIGINT',()=>{console.log('SIGINT');process.exit(7)});console.log(process.pid);setInterval(()=>{},9)}";

/** A runner's folder: the action deep inside, tools that a shell needs, and no Node anywhere. */
function runner(): { root: string; launcher: string; tools: string } {
  const root = mkdtempSync(join(tmpdir(), 'runner-'));
  const action = join(root, '_work/_actions/owner/rekey/v1');
  for (const folder of ['src', 'dist']) mkdirSync(join(action, folder), { recursive: true });
  mkdirSync(join(root, '_work/_temp'));
  copyFileSync('src/launch.sh', join(action, 'src/launch.sh'));
  writeFileSync(join(action, 'dist/index.js'), PROGRAM);
  const tools = join(root, 'tools');
  mkdirSync(tools);
  for (const name of ['bash', 'dirname']) symlinkSync(which(name), join(tools, name));
  return { root, launcher: join(action, 'src/launch.sh'), tools };
}
const which = (name: string): string => spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim();

function addNode(folder: string, version?: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'node');
  if (version === undefined) symlinkSync(process.execPath, path);
  else {
    writeFileSync(path, `#!${which('bash')}\necho ${version}\n`);
    chmodSync(path, 0o755);
  }
  return folder;
}
const launch = (launcher: string, path: string, temp: string) =>
  spawnSync('bash', [launcher, 'a b', 'c'], { encoding: 'utf8', env: { PATH: path, RUNNER_TEMP: temp } });

describe('the launcher', () => {
  it('takes the Node on PATH and keeps the arguments', () => {
    const { root, launcher, tools } = runner();
    const result = launch(launcher, `${addNode(join(root, 'bin'))}:${tools}`, '');
    expect(result.stdout).toBe('arguments a b,c\n');
  });

  it.each([
    ['none', undefined],
    ['an old one', 'v18.20.1'],
    ['one that is just too old', 'v19.9.0'],
  ])('takes the one of the runner when PATH has %s', (_what, version) => {
    const { root, launcher, tools } = runner();
    const path = version === undefined ? tools : `${addNode(join(root, 'bin'), version)}:${tools}`;
    addNode(join(root, 'externals/node24/bin'), 'not a version, as of a binary for another libc');
    addNode(join(root, 'externals/node20/bin'));
    expect(launch(launcher, path, join(root, '_work/_temp')).stdout).toBe('arguments a b,c\n');
    expect(launch(launcher, path, '').stdout).toBe('arguments a b,c\n');
  });

  it('says what to do when there is none', () => {
    const { root, launcher, tools } = runner();
    const result = launch(launcher, `${addNode(join(root, 'bin'), 'v16.20.0')}:${tools}`, '');
    expect(result.status).toBe(2);
    expect(result.stdout).toMatch(/^::error .*RK1007.*PATH has v16\.20\.0 only.*actions\/setup-node/);
  });

  it('becomes node: its pid stays and a signal to it is a signal to node', async () => {
    const { root, launcher, tools } = runner();
    const child = spawn('bash', [launcher, 'wait'], {
      env: { PATH: `${addNode(join(root, 'bin'))}:${tools}` },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (/\d+\n$/.test(output)) child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(output).toBe(`arguments wait\n${String(child.pid)}\nSIGINT\n`);
    expect(code).toBe(7);
  });

  it('uses nothing that the bash 3.2 of macOS lacks', () => {
    const script = readFileSync('src/launch.sh', 'utf8');
    expect(script).not.toMatch(/declare -A|mapfile|readarray|\$\{\w+(,,|\^\^|@)|&>>|\|&|coproc|wait -n/);
    expect(spawnSync('bash', ['-n', 'src/launch.sh']).status).toBe(0);
  });
});
