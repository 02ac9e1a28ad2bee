import { hostname, userInfo } from 'node:os';
import type { GitHub } from '../domain/ports';
import type { Owner, RunContext } from '../domain/run';
import type { Environment } from './environment';
import { RUNNER_PREFIX } from './host/actionsRun';
import { startOf } from './host/processes';
import { laptopCheckout } from './laptop';
import { VERSION } from './version';

/** The event's payload as the toolkit reads it; `{}` when there is none or it is no JSON. */
type ReadPayload = () => Promise<Readonly<Record<string, unknown>>>;

const toolkitPayload: ReadPayload = async () => {
  try {
    return (await import('@actions/github')).context.payload;
  } catch {
    return {};
  }
};

/** Where and why this process runs. What only GitHub knows is filled in by `completeRun`. */
export async function readRun(environment: Environment, payload = toolkitPayload): Promise<RunContext> {
  return environment.actions ? actionsRun(environment, payload) : laptopRun(environment);
}

async function actionsRun({ job, server, sandbox }: Environment, payload: ReadPayload): Promise<RunContext> {
  const { repository, run, attempt } = job;
  const owner: Owner = {
    kind: 'actions',
    repository,
    run,
    attempt,
    job: job.id === '' ? `${RUNNER_PREFIX}${job.runner}` : job.id,
  };
  return {
    owner,
    repository,
    repositoryId: job.repositoryId,
    defaultBranch: branchIn(await payload()),
    event: job.event,
    actor: job.event === 'schedule' ? 'schedule' : job.actor,
    ref: job.ref,
    url: `${server}/${repository}/actions/runs/${run}/attempts/${attempt}`,
    version: VERSION,
    sandbox,
  };
}

/** Empty where the payload does not tell, as on a schedule. */
function branchIn({ repository }: Readonly<Record<string, unknown>>): string {
  const { default_branch: branch } = Object(repository) as { readonly default_branch?: unknown };
  return typeof branch === 'string' ? branch : '';
}

async function laptopRun(environment: Environment): Promise<RunContext> {
  const { repository, branch } = await laptopCheckout(new URL(environment.server).host);
  return {
    owner: {
      kind: 'local',
      host: hostname(),
      pid: process.pid,
      started: (await startOf(process.pid)) ?? '',
    },
    repository: repository ?? 'local',
    repositoryId: repository === undefined ? 'local' : '',
    defaultBranch: '',
    event: 'local',
    actor: userInfo().username,
    ref: branch === undefined ? '' : `refs/heads/${branch}`,
    url: '',
    version: VERSION,
    sandbox: environment.sandbox,
  };
}

/** Asks GitHub, with one call, for the id and default branch that the surroundings did not tell. */
export async function completeRun(run: RunContext, github: GitHub): Promise<RunContext> {
  if (run.repository === 'local' || (run.repositoryId !== '' && run.defaultBranch !== '')) return run;
  const [owner = '', repo = ''] = run.repository.split('/');
  const { data } = await github.request('GET /repos/{owner}/{repo}', { owner, repo }, 'metadata: read');
  const { id, default_branch: branch } = (data ?? {}) as Repository;
  return {
    ...run,
    repositoryId: run.repositoryId || String(id ?? ''),
    defaultBranch: run.defaultBranch || (branch ?? ''),
  };
}

/** The part we read of https://docs.github.com/en/rest/repos/repos#get-a-repository */
interface Repository {
  readonly id?: number | bigint;
  readonly default_branch?: string;
}
