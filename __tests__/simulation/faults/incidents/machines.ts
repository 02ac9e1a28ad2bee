import { SECOND } from '../../../../src/domain/tools/time';
import { hire } from '../../runner/job';
import { start } from '../../runner/start';
import type { Incident } from './incident';

/** A process dies between two calls. */
export const killed: Incident = {
  name: 'killed',
  weight: 4,
  begin(world, chance) {
    const runner = chance.pick(world.runners.filter(({ isRunning }) => isRunning));
    runner?.kill();
    return runner && `${runner.name} is killed`;
  },
};

/** Somebody cancels the run: it is told, and killed ten seconds later. */
export const cancelled: Incident = {
  name: 'cancelled',
  weight: 4,
  begin(world, chance) {
    const runner = chance.pick(world.runners.filter(({ isRunning }) => isRunning));
    if (!runner) return undefined;
    world.scheduler.in(0, `${runner.name} hears a signal`, runner, () => runner.cancelling.abort());
    world.scheduler.in(10 * SECOND, `${runner.name} is ended`, undefined, () => {
      if (runner.isRunning) runner.kill();
    });
    return `${runner.name} is cancelled`;
  },
};

/** The host calls a job over although its process is well. */
export const calledOver: Incident = {
  name: 'called over',
  weight: 4,
  begin(world, chance) {
    const runner = chance.pick(world.runners.filter(({ isRunning }) => isRunning));
    if (!runner) return undefined;
    if (chance.fraction() < 0.5) runner.job.end();
    else runner.job.callOver();
    return `the host calls the job of ${runner.name} over`;
  },
};

/** The host does not tell of jobs any more, as with a token that may not ask. */
export const hostIsSilent: Incident = {
  name: 'host is silent',
  weight: 2,
  begin(world) {
    world.servers.hostIsSilent = true;
    return 'the host answers 404 about every job';
  },
};

/** Another job of the same run begins with the same order, as in a matrix whose jobs all take along what waits. */
export const twinJob: Incident = {
  name: 'twin job',
  weight: 3,
  begin(world, chance) {
    const one = chance.pick(world.runners.filter(({ isRunning }) => isRunning));
    if (!one) return undefined;
    const other = start(world, one.orders, hire(world, one.job));
    return `${other.name} begins beside ${one.name}, in the same run`;
  },
};
