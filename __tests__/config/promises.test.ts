import { describe, expect, it } from '@jest/globals';
import { catalog } from '../../src/catalog.generated';
import { warningsOf } from '../../src/config/warnings';
import type { Config } from '../../src/domain/config';
import { FULL_PROMISES } from '../../src/domain/contracts/store';
import { MINUTE } from '../../src/domain/tools/time';
import { keyConfig } from '../support/facts';

const CONFIG = {
  identities: {},
  stores: { vault: { name: 'vault', use: 'vault-kv2', settings: {}, line: 1 } },
  vendors: {},
  workloads: {},
  keys: { one: keyConfig({ store: 'vault' }) },
  notify: [],
  journal: { name: 'journal', use: 'file', settings: {}, line: 1 },
  policy: { maxAge: {} },
} as unknown as Config;

const warnings = (less: Partial<typeof FULL_PROMISES>): readonly string[] =>
  warningsOf(CONFIG, [], new Map([['vault', { ...FULL_PROMISES, ...less }]]));

describe('what a store does not promise', () => {
  it('is said by the descriptor of each shipped store', async () => {
    for (const load of Object.values(catalog.stores))
      expect((await load()).descriptor.promises).toBeDefined();
  });

  it('is no warning where it promises all', () => {
    expect(warnings({}).filter((text) => text.startsWith('stores.'))).toEqual([]);
  });

  it.each([
    [{ fenced: false }, 'safe from one repository only'],
    [{ reservation: false }, 'safe from one repository only'],
    [{ destroys: false }, 'a dead value stays readable'],
    [{ keeps: 'none' as const }, 'a copy of the old value stays in the staging slot'],
    [{ readLag: MINUTE }, 'late, which delays a rotation'],
    [{ serveLag: MINUTE }, 'after a switch, which is waited for'],
  ])('%j is one of a store in use', (less, said) => {
    expect(warnings(less).filter((text) => text.includes(said))).toHaveLength(1);
  });
});
