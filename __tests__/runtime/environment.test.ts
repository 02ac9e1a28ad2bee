import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { GitHub } from '../../src/domain/ports';
import { readEnvironment } from '../../src/runtime/environment';
import { repositoryIn } from '../../src/runtime/laptop';
import { completeRun, readRun } from '../../src/runtime/runContext';
import { VERSION } from '../../src/runtime/version';
import { run } from '../support/ports';

const job = {
  GITHUB_ACTIONS: 'true',
  GITHUB_API_URL: 'https://ghes.example.com/api/v3',
  GITHUB_SERVER_URL: 'https://ghes.example.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_REPOSITORY_ID: '1001',
  GITHUB_RUN_ID: '4711',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_EVENT_NAME: 'workflow_dispatch',
  GITHUB_ACTOR: 'ada',
  GITHUB_TRIGGERING_ACTOR: 'bob',
  GITHUB_REF: 'refs/heads/main',
  RUNNER_NAME: 'vm-3',
  RUNNER_TEMP: '/tmp/runner',
  REKEY_JOB: '90210',
  REKEY_TOKEN: 'ghs_token',
  REKEY_INPUTS: '{"command":"plan"}',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://run.example.com/token?v=2',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-bearer',
};

describe('in Actions', () => {
  it('everything is read from the runner’s variables', async () => {
    const environment = readEnvironment(job, ['settle']);
    expect(environment).toMatchObject({
      words: ['settle'],
      inputs: '{"command":"plan"}',
      actions: true,
      sandbox: false,
      api: 'https://ghes.example.com/api/v3',
      temp: '/tmp/runner/rekey',
    });
    expect(await readRun(environment)).toEqual({
      owner: { kind: 'actions', repository: 'acme/shop', run: '4711', attempt: 2, job: '90210' },
      repository: 'acme/shop',
      repositoryId: '1001',
      defaultBranch: '',
      event: 'workflow_dispatch',
      actor: 'bob',
      ref: 'refs/heads/main',
      url: 'https://ghes.example.com/acme/shop/actions/runs/4711/attempts/2',
      version: VERSION,
      sandbox: false,
    });
  });

  it('no variable makes a sandbox of a real job: there GitHub is not on loopback', () => {
    const asked = { REKEY_SANDBOX: '1', REKEY_SANDBOX_SPEED: '60@2026-11-01T00:00:00.000Z' };
    for (const api of ['https://api.github.com', 'https://127.0.0.1', 'http://127.0.0.1.acme.test']) {
      const { sandbox, speed } = readEnvironment(
        { ...asked, GITHUB_ACTIONS: 'true', GITHUB_API_URL: api },
        [],
      );
      expect([api, sandbox, speed]).toEqual([api, false, undefined]);
    }
    const played = { ...asked, GITHUB_ACTIONS: 'true', GITHUB_API_URL: 'http://127.0.0.1:8443' };
    expect(readEnvironment(played, []).sandbox).toBe(true);
    const nowhere = { ...played, GITHUB_API_URL: 'nowhere' };
    expect(() => readEnvironment(nowhere, [])).toThrow('GITHUB_API_URL holds no address');
  });

  it('tokens may travel to their own server only', () => {
    const { token, journalToken, oidc, laptopToken } = readEnvironment(
      { ...job, VAULT_TOKEN: 'hvs.1', REKEY_JOURNAL_TOKEN: 'ghs_app' },
      [],
    );
    expect([...(journalToken?.origins ?? [])]).toEqual(['https://ghes.example.com']);
    expect(readEnvironment(job, []).journalToken).toBeUndefined();
    expect([...(token?.origins ?? [])]).toEqual(['https://ghes.example.com']);
    expect([...(oidc?.token.origins ?? [])]).toEqual(['https://run.example.com']);
    expect(laptopToken('VAULT_TOKEN', 'https://vault.example.com')).toBeUndefined();
  });

  it('only the token that the step hands over is used', () => {
    const { REKEY_TOKEN: _token, ...without } = job;
    expect(readEnvironment({ ...without, GITHUB_TOKEN: 'ghs_other' }, []).token).toBeUndefined();
  });

  it('nobody started a schedule, and a machine stands for a job without an id', async () => {
    const context = await readRun(
      readEnvironment({ ...job, GITHUB_EVENT_NAME: 'schedule', REKEY_JOB: '' }, []),
    );
    expect(context.actor).toBe('schedule');
    expect(context.owner).toMatchObject({ job: 'runner:vm-3' });
  });

  it('the default branch comes from the event, where it tells', async () => {
    const branch = async (payload: Record<string, unknown>): Promise<string> =>
      (await readRun(readEnvironment(job, []), () => Promise.resolve(payload))).defaultBranch;
    expect(await branch({ repository: { default_branch: 'trunk' } })).toBe('trunk');
    expect(await branch({ schedule: '0 2 * * *' })).toBe('');
    expect(await branch({ repository: 'no map' })).toBe('');
  });

  it('without a payload the toolkit tells nothing', async () => {
    expect((await readRun(readEnvironment(job, []))).defaultBranch).toBe('');
  });
});

describe('on a laptop', () => {
  it('tokens of the developer are used', () => {
    const environment = readEnvironment({ GH_TOKEN: 'gho_1', VAULT_TOKEN: 'hvs.1\n' }, ['plan']);
    expect(environment.actions).toBe(false);
    expect([...(environment.token?.origins ?? [])]).toEqual(['https://api.github.com']);
    const vault = environment.laptopToken('VAULT_TOKEN', 'https://vault.example.com');
    expect(vault?.mayTravelTo('https://vault.example.com')).toBe(true);
    // A file that was read into the variable has ended with a line break.
    expect(vault?.isText('hvs.1')).toBe(true);
    expect(environment.laptopToken('NO_TOKEN', 'https://vault.example.com')).toBeUndefined();
  });

  it('the owner is this process', async () => {
    const context = await readRun(readEnvironment({}, []));
    expect(context.owner).toMatchObject({ kind: 'local', pid: process.pid });
    expect(context.event).toBe('local');
  });

  it.each([
    ['git@github.com:acme/shop.git', 'acme/shop'],
    ['https://github.com/acme/shop', 'acme/shop'],
    ['https://me@github.com/acme/shop.git/', 'acme/shop'],
    ['ssh://git@github.com:22/acme/shop.git', 'acme/shop'],
    ['https://github.com.evil.example/acme/shop', undefined],
    ['https://gitlab.com/acme/shop', undefined],
    ['/srv/git/shop.git', undefined],
    ['', undefined],
  ])('the remote %p is repository %p', (remote, repository) => {
    expect(repositoryIn(remote, 'github.com')).toBe(repository);
  });
});

it('proxies are read as curl reads them', () => {
  const variables = {
    HTTPS_PROXY: 'http://up:1',
    https_proxy: 'http://low:1',
    NO_PROXY: 'vault',
    http_proxy: '',
  };
  expect(readEnvironment(variables, []).proxy).toEqual({ https: 'http://low:1', none: 'vault' });
});

describe('what only GitHub knows', () => {
  const github = (calls: unknown[]): GitHub => ({
    repository: 'acme/shop',
    now: () => 0,
    graphql: () => Promise.reject(new Error('not used')),
    request: async (...call) => {
      calls.push(call);
      return { status: 200, headers: {}, data: { id: 1001, default_branch: 'trunk' } };
    },
  });

  it('is asked with one call', async () => {
    const calls: unknown[] = [];
    const complete = await completeRun({ ...run, repositoryId: '', defaultBranch: '' }, github(calls));
    expect(complete).toEqual({ ...run, defaultBranch: 'trunk' });
    expect(calls).toHaveLength(1);
  });

  it('is not asked when all is known, or when there is no repository', async () => {
    const calls: unknown[] = [];
    expect(await completeRun(run, github(calls))).toEqual(run);
    const local = { ...run, repository: 'local', repositoryId: 'local', defaultBranch: '' };
    expect(await completeRun(local, github(calls))).toEqual(local);
    expect(calls).toEqual([]);
  });
});

it('the release is the one of package.json', async () => {
  expect(JSON.parse(await readFile('package.json', 'utf8'))).toMatchObject({ version: VERSION });
});

it.each(['garbage text', 'socks5://proxy.acme.test:1080', 'http://'])(
  'a proxy that no connection can go through is named, not what it holds: %s',
  (https_proxy) => {
    expect(() => readEnvironment({ https_proxy }, [])).toThrow(
      'The variable https_proxy holds no address of an HTTP proxy.',
    );
  },
);
