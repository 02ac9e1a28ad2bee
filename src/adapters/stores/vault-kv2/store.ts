import { FULL_PROMISES, type Store } from '../../../domain/contracts/store';
import { versionedStore } from '../../../kits/store/versionedStore';
import type { KvApi } from './api';
import { nothingAt } from './deleted';
import { historyOf } from './history';
import { lackingRights, policyOf } from './rights';
import { slipOf } from './slip';

/** KV version 2 as a store of keys. Versions are Vault's version numbers as text; `0` is a secret that does not exist. */
export const vaultStore = (api: KvApi, literalPaths = false, promises = FULL_PROMISES): Store =>
  versionedStore(
    api,
    {
      history: (ref) => api.retention(ref.path).then(historyOf),
      lackingRights: (ref, version) => lackingRights(api, ref, version === '0'),
      policy: (refs, reads) => policyOf(api.mount, refs, reads),
      slip: (ref) => slipOf(api, ref, literalPaths),
      nothingAt: (path, version) => nothingAt(api, path, version),
    },
    promises,
  );
