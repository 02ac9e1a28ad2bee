import { keyPlan } from '../cloud/keyPlan';
import type { Scenario } from './scenario';

export const adopt: Scenario = {
  name: 'adopt',
  title: 'two keys that people made: the id of one can be found out, that of the other cannot',
  keys: () => [keyPlan('prod', ''), { ...keyPlan('opaque', '-opaque'), vendor: 'opaque' }],
  async play(stage) {
    const { cloud } = stage;
    const tick = await stage.run({});
    stage.check(
      'a plain run looks at both and rotates nothing',
      tick.ok && cloud.vendor.keys.all.length === 2,
    );
    await stage.rotate();
    const opaque = cloud.placed.get('gateway-opaque');
    const served = cloud.vault.kv.served('prod/gateway-opaque')?.['api_key'];
    stage.check('where the id is unknown, a new key is served', served !== opaque?.value);
    stage.check('and the old one is left alone', opaque !== undefined && !stage.refuses(opaque));
    stage.check('and a person is asked', stage.asksPerson('gateway-opaque'));
    return { done: 1, open: 1, old: 'refused', about: stage.placed('gateway-prod') };
  },
};
