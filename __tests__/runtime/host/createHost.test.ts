import { spawn, spawnSync } from 'node:child_process';
import type { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { RekeyError } from '../../../src/domain/errors';
import type { GitHub } from '../../../src/domain/ports';
import type { Owner } from '../../../src/domain/run';
import { createHost } from '../../../src/runtime/host/createHost';
import { startOf } from '../../../src/runtime/host/processes';

type ActionsOwner = Extract<Owner, { kind: 'actions' }>;
const me: ActionsOwner = { kind: 'actions', repository: 'acme/shop', run: '10', attempt: 1, job: '99' };
const other: ActionsOwner = { ...me, run: '9', attempt: 2, job: '55' };
const laptop: Owner = { kind: 'local', host: 'mac', pid: 42, started: 'then' };

function github(answer: (route: string, parameters: Readonly<Record<string, unknown>>) => unknown): GitHub {
  return {
    repository: 'acme/shop',
    now: () => 0,
    graphql: () => Promise.reject(new Error('not used')),
    request: async (route, parameters) => ({ status: 200, headers: {}, data: answer(route, parameters) }),
  };
}
const host = (
  answer: Parameters<typeof github>[0],
  options: { me?: Owner; started?: string | undefined } = {},
) =>
  createHost({
    me: options.me ?? me,
    github: github(answer),
    startOf: async () => ('started' in options ? options.started : 'then'),
  });
const said = (what: 'comm' | 'stat', pid = 0): string =>
  spawnSync('ps', ['-o', `${what}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
async function until(is: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !is(); tries += 1) await new Promise((later) => setTimeout(later, 20));
}
const refused = (code: 'RK3004' | 'RK9009' | 'RK9001') => (): never => {
  throw new RekeyError(code, 'no');
};

describe('a job of Actions', () => {
  const job = (status: string, more: object = {}) => ({ status, run_id: 9, run_attempt: 2, ...more });

  it.each([
    ['completed', 'over'],
    ['in_progress', 'running'],
    ['queued', 'running'],
    ['waiting', 'running'],
  ])('that is %s is %s', async (status, expected) => {
    const asked: unknown[] = [];
    const answer = await host((route, parameters) => {
      asked.push(route, parameters);
      return job(status);
    }).over(other);
    expect(answer).toBe(expected);
    expect(asked).toEqual([
      'GET /repos/{owner}/{repo}/actions/jobs/{job_id}',
      { owner: 'acme', repo: 'shop', job_id: '55' },
    ]);
  });

  it.each([
    ['another run', { run_id: 8 }],
    ['another attempt', { run_attempt: 1 }],
  ])('of %s is unknown', async (_name, more) => {
    expect(await host(() => job('completed', more)).over(other)).toBe('unknown');
  });

  it.each(['RK3004', 'RK9009', 'RK9001'] as const)(
    'that GitHub does not show (%s) is unknown',
    async (code) => {
      expect(await host(refused(code)).over(other)).toBe('unknown');
    },
  );

  it('a bug is no answer', async () => {
    const broken = host(() => {
      throw new TypeError('a bug');
    });
    await expect(broken.over(other)).rejects.toThrow('a bug');
  });
});

describe('a job whose id the runner did not tell', () => {
  const owner: ActionsOwner = { ...other, job: 'runner:vm-3' };
  const on = (runner: string, status: string) => ({ runner_name: runner, status });

  it.each([
    [[on('vm-3', 'completed'), on('vm-4', 'in_progress')], 'over'],
    [[on('vm-3', 'in_progress'), on('vm-4', 'completed')], 'running'],
    [[on('vm-3', 'completed'), on('vm-3', 'in_progress')], 'running'],
    [[on('vm-4', 'in_progress')], 'unknown'],
    [[on('vm-4', 'completed')], 'over'],
    [[], 'unknown'],
  ])('is looked up by its machine: %j is %s', async (jobs, expected) => {
    expect(await host(() => ({ total_count: jobs.length, jobs })).over(owner)).toBe(expected);
  });

  it('is looked for on all pages', async () => {
    const many = Array.from({ length: 100 }, () => on('vm-9', 'completed'));
    const answer = host((_route, { page }) => ({ jobs: page === 1 ? many : [on('vm-3', 'in_progress')] }));
    expect(await answer.over(owner)).toBe('running');
  });
});

describe('a process of a laptop', () => {
  const never = (): never => {
    throw new Error('asked GitHub');
  };
  const own: Owner = { kind: 'local', host: 'mac', pid: 7, started: 'now' };

  it.each([
    ['that is gone is over', { me: own, started: undefined }, laptop, 'over'],
    ['that still runs is running', { me: own, started: 'then' }, laptop, 'running'],
    ['whose number was given again is over', { me: own, started: 'later' }, laptop, 'over'],
    ['without a start time counts as running', { me: own, started: '' }, laptop, 'running'],
    [
      'on another machine is unknown',
      { me: { ...own, host: 'pc' } as Owner, started: undefined },
      laptop,
      'unknown',
    ],
    ['seen from Actions is unknown', { me: me as Owner, started: undefined }, laptop, 'unknown'],
  ])('%s', async (_name, options, owner, expected) => {
    expect(await host(never, options).over(owner)).toBe(expected);
  });

  it('has a start time that stays, and a dead number has none', async () => {
    const own = await startOf(process.pid);
    expect(own).toBeTruthy();
    expect(await startOf(process.pid)).toBe(own);
    // Not our parent, which may have started us within the same tick.
    expect(await startOf(1)).not.toBe(own);
    expect(await startOf(4194304 + 1)).toBeUndefined();
  });

  it('is over when it was killed, although nobody has asked how it ended', async () => {
    // The shell becomes a program that never asks; only then its child is let go.
    const script = 'cat <&3 & echo $!; exec sleep 60 3<&-';
    const shell = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore', 'pipe'] });
    try {
      const pid = Number(await new Promise((told) => shell.stdout?.once('data', told)));
      await until(() => said('comm', shell.pid) === 'sleep');
      (shell.stdio[3] as Writable).end();
      await until(() => said('stat', pid).startsWith('Z'));
      expect(await startOf(pid)).toBeUndefined();
    } finally {
      shell.kill();
    }
  });
});

describe('approvals', () => {
  it('are those who approved, one for each environment', async () => {
    const reviews = [
      { state: 'approved', user: { login: 'ada' }, environments: [{ name: 'production' }, { name: 'eu' }] },
      { state: 'rejected', user: { login: 'bob' }, environments: [{ name: 'production' }] },
      { state: 'approved', user: null, environments: [{ name: 'production' }] },
    ];
    expect(await host(() => reviews).approvals()).toEqual([
      { by: 'ada', environment: 'production' },
      { by: 'ada', environment: 'eu' },
    ]);
  });

  it('do not exist on a laptop', async () => {
    expect(await host(() => [], { me: laptop }).approvals()).toEqual([]);
  });
});
