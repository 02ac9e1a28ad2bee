import { keyPlan, type KeyPlan } from '../cloud/keyPlan';
import type { Scenario } from './scenario';

const NOTE = 'kept by hand, read by nobody here';

export const neighbours: Scenario = {
  name: 'neighbours',
  title: 'two keys stand in one secret, and the account at the vendor holds keys of other teams',
  keys: (count) => Array.from({ length: count }, (_, index) => pair(String(index + 1))).flat(),
  arrange(cloud) {
    for (const name of ['mobile', 'search', 'ads']) cloud.vendor.add(`team-${name}`, 'foreign');
    for (const path of paths(cloud.keys))
      cloud.vault.kv.put(path, { ...cloud.vault.kv.served(path), note: NOTE });
  },
  async play(stage) {
    const { cloud } = stage;
    await stage.rotate();
    const notes = paths(cloud.keys).map((path) => cloud.vault.kv.served(path)?.['note']);
    stage.check(
      'the other fields of the secrets are as they were',
      notes.every((note) => note === NOTE),
    );
    stage.check(
      'the keys of other teams live',
      cloud.vendor.keys.live.filter(({ owner }) => owner === 'foreign').length === 3,
    );
    return { done: cloud.keys.length, old: 'refused' };
  },
};

function pair(number: string): readonly KeyPlan[] {
  const path = `prod/shared-${number}`;
  return ['charge', 'refund'].map((name) => ({
    ...keyPlan(`${name}-${number}`, `-${name}-${number}`),
    path,
    field: `${name}_key`,
  }));
}

const paths = (keys: readonly KeyPlan[]): readonly string[] => [...new Set(keys.map(({ path }) => path))];
