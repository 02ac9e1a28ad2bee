import { plainKeys } from '../cloud/keyPlan';
import { intends } from '../stage/addedFacts';
import type { Scenario } from './scenario';

const DURATION = 3000;

export const outage: Scenario = {
  name: 'outage',
  title: 'the management of the vendor, then the store, does not answer for a while',
  keys: plainKeys,
  async play(stage) {
    const { tap } = stage.cloud;
    const job = stage.start(stage.now);
    await stage.when(job, (visit) => intends(visit, 'forward/claim'));
    tap.disturb('vendor', ({ path }) =>
      path.startsWith('/admin/') ? { kind: 'status', status: 503 } : undefined,
    );
    stage.timeline.say('scenario', 'the vendor manages no keys');
    await stage.pause(DURATION);
    tap.calm('vendor');
    stage.timeline.say('scenario', 'the vendor manages keys again');
    await stage.when(job, (visit) => intends(visit, 'forward/promote'));
    tap.disturb('store', () => ({ kind: 'refused' }));
    stage.timeline.say('scenario', 'the store hangs up');
    await stage.pause(DURATION);
    tap.calm('store');
    stage.timeline.say('scenario', 'the store answers again');
    const last = await stage.goOn(await job.result);
    stage.check('it ended well', last.ok);
    return { done: stage.cloud.keys.length, old: 'refused' };
  },
};
