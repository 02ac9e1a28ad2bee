import { slotPath } from '../../../src/kits/store/slotNote';
import { storeContract } from '../../contracts/store';
import { VAULT, vaultWorld } from '../../support/vault';

let paths = 0;

storeContract('vault-kv2 over its fake', async () => {
  const { kv, open } = vaultWorld();
  return {
    open: () => open(),
    origin: VAULT,
    newPath: () => `prod/secret-${(paths += 1)}`,
    async edit(path, fields) {
      kv.put(path, { ...kv.served(path), ...fields });
    },
    async allow(path, origins) {
      const secret = kv.mount.secrets.get(path);
      if (secret) secret.custom = { rekey_origins: origins };
    },
    remove: async (path) => kv.remove(path),
    served: async (path) => kv.served(path),
    async holds(ref, value) {
      return [ref.path, slotPath(ref)].some((path) =>
        JSON.stringify([...(kv.mount.secrets.get(path)?.versions.values() ?? [])]).includes(value),
      );
    },
  };
});
