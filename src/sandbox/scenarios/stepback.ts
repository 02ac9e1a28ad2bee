import { plainKeys } from '../cloud/keyPlan';
import { rotations } from '../stage/journal';
import type { Scenario } from './scenario';

export const stepback: Scenario = {
  name: 'stepback',
  title: 'the second service becomes unhealthy with the new key, so everything goes back to the old one',
  keys: plainKeys,
  async play(stage) {
    const { cloud } = stage;
    for (const key of cloud.keys) {
      const old = cloud.placed.get(key.name)?.id;
      cloud.fleet.workload(key.workloads[1] ?? '').becomeIllWith((id) => id !== undefined && id !== old);
    }
    await stage.rotate();
    const made = cloud.vendor.keys.all.filter(({ label }) => label.startsWith('rekey-'));
    stage.check('the new key is dead', made.length > 0 && made.every((key) => stage.refuses(key)));
    stage.check(
      'each rotation was undone',
      rotations(cloud).every(({ outcome }) => outcome === 'undone'),
    );
    const old = [...cloud.placed.values()].map(({ value }) => value);
    const served = cloud.keys.map(({ path, field }) => cloud.vault.kv.served(path)?.[field]);
    stage.check(
      'the store serves the old key again',
      served.every((value, index) => value === old[index]),
    );
    return { done: 0, old: 'accepted' };
  },
};
