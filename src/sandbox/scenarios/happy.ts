import { plainKeys } from '../cloud/keyPlan';
import type { Scenario } from './scenario';

export const happy: Scenario = {
  name: 'happy',
  title: 'a key is replaced while two services use it all the time',
  keys: plainKeys,
  async play(stage) {
    const result = await stage.rotate();
    stage.check('the last run ended well', result.ok);
    stage.check('no session at the store is left', stage.cloud.vault.sessions.length === 0);
    return { done: stage.cloud.keys.length, old: 'refused' };
  },
};
