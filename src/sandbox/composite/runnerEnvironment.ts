import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What GitHub tells a job about itself. */
export interface JobFacts {
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly defaultBranch: string;
  readonly sha: string;
  readonly run: string;
  readonly attempt: number;
  readonly event: string;
  readonly actor: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly serverUrl: string;
  /** Where the job asks for OIDC tokens, and with what. */
  readonly oidcUrl: string;
  readonly oidcToken: string;
}

export interface JobFolders {
  readonly action: string;
  readonly workspace: string;
  readonly temp: string;
}

/**
 * The environment of a `run` step in a composite action, from nothing: no INPUT_* and no runtime token, as on a runner.
 * NODE_* and the like of this process are not passed on.
 */
export function runnerEnvironment(job: JobFacts, folders: JobFolders): Record<string, string> {
  const [owner = ''] = job.repository.split('/');
  const event = join(folders.temp, '_github_workflow', 'event.json');
  const repository = { id: Number(job.repositoryId), full_name: job.repository, private: true };
  mkdirSync(dirname(event), { recursive: true });
  writeFileSync(event, JSON.stringify({ repository: { ...repository, default_branch: job.defaultBranch } }));
  return {
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    HOME: folders.temp,
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__run',
    GITHUB_ACTION_PATH: folders.action,
    GITHUB_ACTION_REPOSITORY: '',
    GITHUB_ACTION_REF: '',
    GITHUB_ACTOR: job.actor,
    GITHUB_TRIGGERING_ACTOR: job.actor,
    GITHUB_API_URL: job.apiUrl,
    GITHUB_GRAPHQL_URL: job.graphqlUrl,
    GITHUB_SERVER_URL: job.serverUrl,
    GITHUB_EVENT_NAME: job.event,
    GITHUB_EVENT_PATH: event,
    GITHUB_JOB: 'rotate',
    GITHUB_REF: `refs/heads/${job.defaultBranch}`,
    GITHUB_REF_NAME: job.defaultBranch,
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: job.repository,
    GITHUB_REPOSITORY_ID: job.repositoryId,
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_REPOSITORY_OWNER_ID: job.ownerId,
    GITHUB_RUN_ID: job.run,
    GITHUB_RUN_NUMBER: job.run,
    GITHUB_RUN_ATTEMPT: String(job.attempt),
    GITHUB_SHA: job.sha,
    GITHUB_WORKFLOW: 'Rekey',
    GITHUB_WORKFLOW_REF: `${job.repository}/.github/workflows/rekey.yml@refs/heads/${job.defaultBranch}`,
    GITHUB_WORKFLOW_SHA: job.sha,
    GITHUB_WORKSPACE: folders.workspace,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'sandbox',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TEMP: folders.temp,
    ACTIONS_ID_TOKEN_REQUEST_URL: job.oidcUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: job.oidcToken,
    // Evidence is stamped with it, and plain http to loopback is allowed.
    REKEY_SANDBOX: '1',
  };
}
