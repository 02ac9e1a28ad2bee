import { plainKeys } from '../cloud/keyPlan';
import { rotations } from '../stage/journal';
import type { Scenario } from './scenario';

export const race: Scenario = {
  name: 'race',
  title: 'two jobs of one run, then two runs, all want the same key at the same time',
  keys: plainKeys,
  async play(stage) {
    const { length } = stage.cloud.keys;
    const inputs = stage.now;
    const one = stage.start(inputs);
    const jobs = await Promise.all([one, stage.start(inputs, one)].map((job) => job.result));
    stage.check('two jobs made one rotation of each key', rotations(stage.cloud).length === length);
    stage.check(
      'one of them did it',
      jobs.some(({ ok }) => ok),
    );
    const runs = await Promise.all([stage.run(inputs), stage.run(inputs)]);
    stage.check('two runs made one rotation more', rotations(stage.cloud).length === 2 * length);
    stage.check(
      'one of them did it',
      runs.some(({ ok }) => ok),
    );
    return { done: 2 * length, old: 'refused' };
  },
};
