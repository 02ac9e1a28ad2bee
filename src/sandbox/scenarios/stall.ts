import { plainKeys } from '../cloud/keyPlan';
import { intends } from '../stage/addedFacts';
import type { Scenario } from './scenario';

export const stall: Scenario = {
  name: 'stall',
  title:
    'a run is frozen just before it switches, another one takes over and finishes, then the first continues',
  keys: () => plainKeys(1),
  async play(stage) {
    const { vault } = stage.cloud;
    const job = stage.start(stage.now);
    await stage.when(
      job,
      (visit) => intends(visit, 'forward/promote'),
      () => job.composite.process?.freeze(),
    );
    stage.timeline.say('scenario', `${job.name} is frozen, and GitHub thinks it is over`);
    job.lose();
    const second = await stage.goOn(await stage.run({}));
    stage.check('the second run finished the rotation', second.ok);
    const before = JSON.stringify(vault.kv.served('prod/gateway'));
    stage.timeline.say('scenario', `${job.name} continues where it was`);
    job.composite.process?.thaw();
    await job.result;
    stage.check(
      'the late run changed nothing that is served',
      JSON.stringify(vault.kv.served('prod/gateway')) === before,
    );
    return { done: 1, old: 'refused' };
  },
};
