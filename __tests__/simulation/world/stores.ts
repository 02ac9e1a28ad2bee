import type { StoreCapabilities } from '../../../src/domain/contracts/store';
import { LESSER, promisesOf } from '../../support/lesserVault';
import { chanceOf, whole } from '../scheduler/chances';

/** A store that promises less than Vault. Its adapter has the same name. */
export interface StoreKind {
  readonly use: string;
  readonly promises: StoreCapabilities;
}

export const VAULT_STORE: StoreKind = { use: 'vault-kv2', promises: promisesOf({}) };

export const LESSER_STORES: readonly StoreKind[] = Object.entries(LESSER).map(([name, less]) => ({
  use: name.replaceAll(' ', '-'),
  promises: promisesOf(less),
}));

/** Worlds have Vault unless they are asked for with `--stores`. */
export function storeOf(seed: number, isLesser: boolean): StoreKind {
  if (!isLesser) return VAULT_STORE;
  const chance = chanceOf(seed, 'store');
  return LESSER_STORES[whole(chance, 0, LESSER_STORES.length - 1)] ?? VAULT_STORE;
}
