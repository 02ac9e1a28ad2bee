import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerEnvironment } from '../../src/sandbox/composite/runnerEnvironment';
import { fakeGitHub } from '../../src/sandbox/github/gitHubServer';
import { serveFakes } from '../../src/sandbox/server';
import { least, median, within, type Budget } from './budget';
import { configOf, journalOf } from './manyKeys';

const TIMES = 3;
const MIB = 1024 * 1024;
const TOKEN = 'ghs_bench';

interface Tick {
  readonly calls: number;
  readonly cpu: number;
  readonly rss: number;
}

/**
 * A tick of the real bundle with nothing due, begun as a runner begins it, against a GitHub on loopback. CPU in seconds and peak
 * RSS in MiB of its process.
 */
export async function idleTick(
  root: string,
  keys: number,
): Promise<Readonly<Record<'calls' | 'cpu_s' | 'rss_mib', Budget>>> {
  const ticks: Tick[] = [];
  for (let time = 0; time < TIMES; time += 1) ticks.push(await one(root, keys));
  return {
    calls: within(median(ticks.map(({ calls }) => calls)), 3),
    cpu_s: within(least(ticks.map(({ cpu }) => cpu)), 2),
    rss_mib: within(median(ticks.map(({ rss }) => rss)), 150),
  };
}

async function one(root: string, keys: number): Promise<Tick> {
  let calls = 0;
  const origins = { vault: 'https://vault.example.com', gateway: 'https://gateway.example.com' };
  const github = fakeGitHub({
    world: { now: () => Date.now(), id: () => 'x' },
    repository: {
      owner: 'acme',
      name: 'shop',
      id: 1001,
      files: { '.github/rekey.yml': configOf(keys, origins) },
    },
    tokens: {
      [TOKEN]: {
        login: 'bot',
        repositories: ['acme/shop'],
        permissions: { contents: 'write', issues: 'write' },
      },
    },
  });
  const journal = journalOf(keys, new Date().toISOString());
  github.home.git.store.advance(
    'rekey-journal',
    (files) => journal.forEach((text, path) => files.set(path, text)),
    'x',
  );
  const server = await serveFakes((request) => {
    calls += 1;
    return github.handler(request);
  });
  try {
    const usage = await tick(root, server.origin);
    return { calls, ...usage };
  } finally {
    await server.close();
  }
}

/** What a process says of itself as it ends. */
const SAY_USAGE = `process.on('exit', () => require('node:fs').writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())))`;

async function tick(root: string, api: string): Promise<Omit<Tick, 'calls'>> {
  const temp = mkdtempSync(join(tmpdir(), 'rekey-bench-'));
  const preload = join(temp, 'usage.cjs');
  const usage = join(temp, 'usage.json');
  writeFileSync(preload, SAY_USAGE);
  const job = {
    repository: 'acme/shop',
    repositoryId: '1001',
    ownerId: '12',
    defaultBranch: 'main',
    sha: '',
    run: '1',
    attempt: 1,
    event: 'schedule',
    actor: 'octocat',
    apiUrl: api,
    graphqlUrl: `${api}/graphql`,
    serverUrl: 'https://github.com',
    oidcUrl: `${api}/oidc`,
    oidcToken: 'x',
  };
  const folders = { action: temp, workspace: temp, temp };
  const files = Object.fromEntries(
    ['OUTPUT', 'STEP_SUMMARY'].map((name) => {
      const file = join(temp, name);
      writeFileSync(file, '');
      return [`GITHUB_${name}`, file];
    }),
  );
  const env = {
    ...runnerEnvironment(job, folders),
    ...files,
    REKEY_TOKEN: TOKEN,
    REKEY_INPUTS: '{}',
    NODE_OPTIONS: `--require=${preload}`,
    BENCH_USAGE: usage,
  };
  await ended(join(root, 'src/launch.sh'), env);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(
    readFileSync(usage, 'utf8'),
  ) as NodeJS.ResourceUsage;
  return { cpu: (userCPUTime + systemCPUTime) / 1e6, rss: (maxRSS * 1024) / MIB };
}

function ended(launcher: string, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', [launcher], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the tick ended with ${String(code)}: ${said.slice(0, 2000)}`));
    });
  });
}
