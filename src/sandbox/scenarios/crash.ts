import { plainKeys } from '../cloud/keyPlan';
import type { Scenario } from './scenario';

export const crash: Scenario = {
  name: 'crash',
  title: 'the run is killed when the vendor has made the key and the store does not have it yet',
  keys: plainKeys,
  async play(stage) {
    const { vendor } = stage.cloud;
    const job = stage.start(stage.now);
    await stage.when(
      job,
      ({ place, request }) => place === 'vendor' && request.method === 'POST',
      () => job.composite.process?.kill(),
    );
    const first = await job.result;
    stage.check('the first run was killed', first.steps[0]?.signal === 'SIGKILL');
    const lost = vendor.keys.live.filter(({ label }) => label.startsWith('rekey-'));
    stage.check('a key is alive whose value nobody has', lost.length > 0);
    await stage.goOn(await stage.run({}));
    stage.check(
      'the lost key is dead',
      lost.every((key) => stage.refuses(key)),
    );
    return { done: stage.cloud.keys.length, old: 'refused' };
  },
};
