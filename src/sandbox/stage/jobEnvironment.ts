import { mkdirSync } from 'node:fs';
import type { FakeRun } from '../../adapters/deployers/github-workflow/fake';
import { writeSpeed } from '../../runtime/clock';
import { REPOSITORY, type Cloud } from '../cloud/cloud';
import { runnerEnvironment, type JobFolders } from '../composite/runnerEnvironment';

const RIGHTS = { actions: 'write', contents: 'write', issues: 'write' } as const;

/** The job's token at the fake GitHub. */
export function giveToken(cloud: Cloud, job: number): string {
  const token = `ghs_${job}_${'x'.repeat(30)}`;
  cloud.github.tokens.set(token, {
    login: 'github-actions[bot]',
    permissions: RIGHTS,
    repositories: [`${REPOSITORY.owner}/${REPOSITORY.name}`],
  });
  return token;
}

/** What a job of this run finds in its environment; its folders are made. */
export function jobEnvironment(cloud: Cloud, run: FakeRun, folders: JobFolders): Record<string, string> {
  for (const one of [folders.workspace, folders.temp]) mkdirSync(one, { recursive: true });
  const { owner, name, id, ownerId } = REPOSITORY;
  const github = cloud.origin('github');
  const facts = {
    repository: `${owner}/${name}`,
    repositoryId: String(id),
    ownerId,
    defaultBranch: 'main',
    sha: cloud.github.home.git.store.head('main')?.oid ?? '',
    run: String(run.id),
    attempt: 1,
    event: run.event,
    actor: 'octocat',
  };
  const oidc = cloud.issuer.start({
    ...facts,
    ref: 'refs/heads/main',
    runId: facts.run,
    runAttempt: 1,
    workflowRef: `${facts.repository}/.github/workflows/rekey.yml@refs/heads/main`,
    environment: 'production',
  });
  const addresses = { apiUrl: github, graphqlUrl: `${github}/graphql`, serverUrl: 'https://github.com' };
  const asked = { oidcUrl: oidc.url, oidcToken: oidc.token };
  const hurried = cloud.speed.factor === 1 ? {} : { REKEY_SANDBOX_SPEED: writeSpeed(cloud.speed) };
  return { ...runnerEnvironment({ ...facts, ...addresses, ...asked }, folders), ...hurried };
}
