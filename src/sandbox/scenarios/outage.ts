import { plainKeys } from '../cloud/keyPlan';
import { intends } from '../stage/addedFacts';
import { rotations } from '../stage/journal';
import type { Stage } from '../stage/stage';
import type { RunningJob } from '../stage/runners';
import type { Scenario } from './scenario';

const DURATION = 2000;

export const outage: Scenario = {
  name: 'outage',
  title: 'the management of the vendor, then the store, then the vendor again does not answer for a while',
  keys: plainKeys,
  async play(stage) {
    const { cloud } = stage;
    vendorIsDown(stage);
    await stage.run(stage.now);
    stage.check('a run that finds the vendor down begins nothing', rotations(cloud).length === 0);
    vendorIsBack(stage);
    const job = stage.start(stage.now);
    await storeIsAway(stage, job);
    if (await stage.when(job, (visit) => intends(visit, 'forward/revoke'))) {
      vendorIsDown(stage);
      await stage.pause(DURATION);
      vendorIsBack(stage);
    }
    const last = await stage.goOn(await job.result);
    stage.check('it ended well', last.ok);
    return { done: cloud.keys.length, old: 'refused' };
  },
};

/** Keys go on working; only making, listing and ending them does not. */
function vendorIsDown({ cloud, timeline }: Stage): void {
  cloud.tap.disturb('vendor', ({ path }) =>
    path.startsWith('/admin/') ? { kind: 'status', status: 503 } : undefined,
  );
  timeline.say('scenario', 'the vendor manages no keys');
}

function vendorIsBack({ cloud, timeline }: Stage): void {
  cloud.tap.calm('vendor');
  timeline.say('scenario', 'the vendor manages keys again');
}

/** From the moment at which the new value shall be served. */
async function storeIsAway(stage: Stage, job: RunningJob): Promise<void> {
  const { cloud, timeline } = stage;
  if (!(await stage.when(job, (visit) => intends(visit, 'forward/promote')))) return;
  cloud.tap.disturb('store', () => ({ kind: 'refused' }));
  timeline.say('scenario', 'the store hangs up');
  await stage.pause(DURATION);
  cloud.tap.calm('store');
  timeline.say('scenario', 'the store answers again');
}
