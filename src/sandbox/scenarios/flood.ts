import { keyPlan } from '../cloud/keyPlan';
import { rotations } from '../stage/journal';
import type { Scenario } from './scenario';

const ENTRIES = 40;
const SERVICES = ['payment-service', 'billing-service'];

export const flood: Scenario = {
  name: 'flood',
  title: 'forty new entries come into the config at once: all are looked at, nothing rotates',
  keys: () =>
    Array.from({ length: ENTRIES }, (_, index) => ({
      ...keyPlan(String(index + 1), `-${index + 1}`),
      workloads: SERVICES,
    })),
  async play(stage) {
    const { cloud } = stage;
    const result = await stage.run({});
    stage.check('the run ended well', result.ok);
    const adopted = rotations(cloud).filter(({ outcome }) => outcome === 'adopted').length;
    stage.check(`all ${ENTRIES} are adopted`, adopted === ENTRIES);
    stage.check(
      'no key was made and none ended',
      cloud.vendor.keys.all.length === ENTRIES && cloud.vendor.keys.live.length === ENTRIES,
    );
    const versions = [...cloud.vault.kv.mount.secrets.values()].map(({ current }) => current);
    stage.check(
      'no secret has a new version',
      versions.every((version) => version === 1),
    );
    return { done: 0, old: 'accepted' };
  },
};
