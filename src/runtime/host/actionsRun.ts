import type { GitHub } from '../../domain/ports';
import type { Owner } from '../../domain/run';

type Answer = 'over' | 'running' | 'unknown';
type ActionsOwner = Extract<Owner, { kind: 'actions' }>;

/** The part we read of https://docs.github.com/en/rest/actions/workflow-jobs */
interface Job {
  readonly status?: string;
  readonly run_id?: number | bigint;
  readonly run_attempt?: number;
  readonly runner_name?: string | null;
}

/** An owner's job when the runner did not tell its id: the name of its machine. */
export const RUNNER_PREFIX = 'runner:';
const PAGE = 100;

export async function actionsJobOver(owner: ActionsOwner, github: GitHub): Promise<Answer> {
  if (owner.job.startsWith(RUNNER_PREFIX)) {
    return overOnRunner(await jobsOf(owner, github), owner.job.slice(RUNNER_PREFIX.length));
  }
  const { data } = await github.request(
    'GET /repos/{owner}/{repo}/actions/jobs/{job_id}',
    { ...split(owner.repository), job_id: owner.job },
    'actions: read',
  );
  const job = (data ?? {}) as Job;
  if (String(job.run_id) !== owner.run || job.run_attempt !== owner.attempt) return 'unknown';
  return job.status === 'completed' ? 'over' : 'running';
}

/** A machine runs one job at a time, but perhaps several of one attempt, one after the other. */
function overOnRunner(jobs: readonly Job[], runner: string): Answer {
  if (jobs.length === 0) return 'unknown';
  if (jobs.every(isOver)) return 'over';
  const ours = jobs.filter((job) => job.runner_name === runner);
  if (ours.length === 0) return 'unknown';
  return ours.every(isOver) ? 'over' : 'running';
}

const isOver = (job: Job): boolean => job.status === 'completed';

/** https://docs.github.com/en/rest/actions/workflow-jobs#list-jobs-for-a-workflow-run-attempt */
async function jobsOf(owner: ActionsOwner, github: GitHub): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await github.request(
      'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs',
      { ...split(owner.repository), run_id: owner.run, attempt_number: owner.attempt, per_page: PAGE, page },
      'actions: read',
    );
    const found = ((data ?? {}) as { readonly jobs?: readonly Job[] }).jobs ?? [];
    jobs.push(...found);
    if (found.length < PAGE) return jobs;
  }
}

/** https://docs.github.com/en/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run */
export async function approvalsOf(
  owner: ActionsOwner,
  github: GitHub,
): Promise<readonly { readonly by: string; readonly environment: string }[]> {
  const { data } = await github.request(
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals',
    { ...split(owner.repository), run_id: owner.run },
    'actions: read',
  );
  const reviews = Array.isArray(data) ? (data as readonly Review[]) : [];
  return reviews
    .filter((review) => review.state === 'approved')
    .flatMap(({ user, environments = [] }) =>
      environments.map((environment) => ({ by: user?.login ?? '', environment: environment.name ?? '' })),
    )
    .filter(({ by, environment }) => by !== '' && environment !== '');
}

interface Review {
  readonly state?: string;
  readonly user?: { readonly login?: string } | null;
  readonly environments?: readonly { readonly name?: string }[];
}

function split(repository: string): { readonly owner: string; readonly repo: string } {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}
