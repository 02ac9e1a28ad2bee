import { adapter } from '../../src/adapters/stores/vault-kv2';
import { kvApi } from '../../src/adapters/stores/vault-kv2/api';
import type { FakeVaultKvOptions } from '../../src/adapters/stores/vault-kv2/fake';
import { vaultStore } from '../../src/adapters/stores/vault-kv2/store';
import { openWire } from '../../src/adapters/stores/vault-kv2/wire';
import { FULL_PROMISES, type StoreCapabilities } from '../../src/domain/contracts/store';
import { HOUR, MINUTE, SECOND } from '../../src/domain/tools/time';

/** Stores that promise less than Vault, one ability taken away in turn, and the worst. */
export const LESSER: Readonly<Record<string, Partial<StoreCapabilities>>> = {
  'no compare-and-set': { fenced: false, reservation: false },
  'no old versions': { keeps: 'none' },
  'no destroy': { destroys: false },
  'reads late by 6 s': { readLag: 6 * SECOND },
  'reads late by a minute': { readLag: MINUTE },
  'serves late by an hour': { serveLag: HOUR },
  'nothing of all that': {
    fenced: false,
    reservation: false,
    destroys: false,
    keeps: 'none',
    readLag: 6 * SECOND,
    serveLag: 10 * SECOND,
  },
};

/** A secret is one text; what Vault has as fields beside it stands for its metadata. */
export const WHOLE: Partial<StoreCapabilities> = { whole: true };

export const promisesOf = (less: Partial<StoreCapabilities>): StoreCapabilities => ({
  ...FULL_PROMISES,
  ...less,
});

/** The server to such a store. */
export function lacksOf({ fenced, keeps, destroys }: StoreCapabilities): FakeVaultKvOptions['lacks'] {
  return [
    ...(fenced ? [] : (['compare-and-set'] as const)),
    ...(keeps === 'versions' ? [] : (['old versions'] as const)),
    ...(destroys ? [] : (['destroy'] as const)),
  ];
}

/** The adapter of Vault, over a server that can do no more than this. */
export function lesserVault(promises: StoreCapabilities): typeof adapter {
  return {
    ...adapter,
    descriptor: { ...adapter.descriptor, promises },
    open: (chosen, ports) =>
      vaultStore(kvApi(openWire(chosen, ports), chosen.mount), chosen.literal_paths, promises),
  };
}
