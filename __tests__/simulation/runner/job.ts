import { PLANTED } from '../world/vendors';
import { REPOSITORY, type World } from '../world/world';

/** A job at the host. Its steps are processes, one after the other; its token dies with it. */
export interface Job {
  readonly run: string;
  readonly id: string;
  readonly token: string;
  /** As the host sees it. */
  readonly isOver: boolean;
  /** It is over, and its token with it. */
  end(): void;
  /** The host calls it over, whatever became of its process. */
  callOver(): void;
}

/** @param beside another job of the same run; without one a new run begins */
export function hire(world: World, beside?: Job): Job {
  const { actions } = world.servers.github.home;
  const number = world.jobs.length + 1;
  const run = beside?.run ?? String(number);
  const known = actions.runs.find(({ id }) => String(id) === run);
  const hosted = known ?? actions.start('schedule', { id: number, times: { running: Infinity } });
  const id = `9${number}`;
  const hostedJob = hosted.addJob({ id: Number(id) });
  const token = `ghs_${number}_${PLANTED}`;
  world.servers.github.tokens.set(token, {
    login: 'github-actions[bot]',
    repositories: [REPOSITORY],
    permissions: { actions: 'write', contents: 'write', issues: 'write' },
  });
  const callOver = (): void => void Object.assign(hostedJob, { status: 'completed', conclusion: 'success' });
  const end = (): void => {
    callOver();
    world.servers.github.tokens.delete(token);
  };
  const job: Job = {
    run,
    id,
    token,
    end,
    callOver,
    get isOver() {
      return hostedJob.status === 'completed';
    },
  };
  world.jobs.push(job);
  return job;
}
