import { slotPath } from '../../../src/kits/store/slotNote';
import { MINUTE, SECOND } from '../../../src/domain/tools/time';
import { storeContract, type StoreWorld } from '../../contracts/store';
import { lacksOf, LESSER, lesserVault, promisesOf, WHOLE } from '../../support/lesserVault';
import { VAULT, vaultWorld } from '../../support/vault';

type Lag = Parameters<ReturnType<typeof vaultWorld>['kv']['lagSilently']>[0];

const LAGS: Readonly<Record<string, Lag>> = {
  'reads late by 6 s': { by: 6 * SECOND },
  'reads late by a minute': { by: MINUTE },
  'reads late by two versions': { writes: 2 },
};

let paths = 0;

/** The Vault fake with one ability taken away in turn. */
const STORES = {
  ...LESSER,
  'reads late by two versions': { readLag: MINUTE },
  'a whole value without fields': WHOLE,
};

/** The suite speaks of fields; in such a store the value has no name, and its neighbours are metadata. */
const named = (
  fields: Readonly<Record<string, unknown>>,
  from: string,
  to: string,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name === from ? to : name, value]));

for (const [name, less] of Object.entries(STORES)) {
  const promises = promisesOf(less);
  const lag = LAGS[name];
  const value = promises.whole ? '' : 'api_key';
  storeContract(
    `vault-kv2 that has ${name}`,
    async (): Promise<StoreWorld> => {
      const { kv, open } = vaultWorld({ lacks: lacksOf(promises) }, lesserVault(promises));
      if (lag) kv.lagSilently(lag);
      return {
        open: () => open(),
        origin: VAULT,
        newPath: () => `prod/secret-${(paths += 1)}`,
        async edit(path, fields) {
          kv.put(path, { ...kv.served(path), ...named(fields, 'api_key', value) });
        },
        async allow(path, origins) {
          const secret = kv.mount.secrets.get(path);
          if (secret) secret.custom = { rekey_origins: origins };
        },
        remove: async (path) => kv.remove(path),
        async served(path) {
          const fields = kv.served(path);
          return fields && named(fields, value, 'api_key');
        },
        ...(lag && { settle: async () => kv.lagSilently(lag) }),
        async holds(ref, value) {
          return [ref.path, slotPath(ref)].some((path) =>
            JSON.stringify([...(kv.mount.secrets.get(path)?.versions.values() ?? [])]).includes(value),
          );
        },
      };
    },
    promises,
  );
}
