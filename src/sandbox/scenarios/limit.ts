import { plainKeys } from '../cloud/keyPlan';
import { rotations } from '../stage/journal';
import type { Scenario } from './scenario';

export const limit: Scenario = {
  name: 'limit',
  title: 'the vendor allows no more keys; a person deletes one that nobody needs, and runs it again',
  keys: plainKeys,
  options: (count) => ({ maxLive: 2 * count }),
  arrange(cloud) {
    for (const key of cloud.keys) cloud.spare.add(cloud.vendor.add(`forgotten beside ${key.name}`).id);
  },
  async play(stage) {
    const { cloud } = stage;
    const before = cloud.keys.map(({ path }) => JSON.stringify(cloud.vault.kv.served(path)?.['api_key']));
    const first = await stage.run(stage.now);
    stage.check('the first run says that it did not rotate', !first.ok || first.outputs['status'] !== 'done');
    const after = cloud.keys.map(({ path }) => JSON.stringify(cloud.vault.kv.served(path)?.['api_key']));
    stage.check('nothing that is served has changed', before.join() === after.join());
    stage.check('no key was made', cloud.vendor.keys.all.length === 2 * cloud.keys.length);
    stage.check(
      'no rotation is done',
      rotations(cloud).every(({ outcome }) => outcome !== 'done'),
    );
    for (const id of cloud.spare) cloud.endByHand(id);
    stage.timeline.say('scenario', 'a person deletes the forgotten keys');
    await stage.rotate();
    return { done: cloud.keys.length, old: 'refused' };
  },
};
