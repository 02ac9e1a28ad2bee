import { FULL_PROMISES } from '../../../domain/contracts/store';
import { defineAdapter } from '../../../domain/descriptor';
import { kvApi } from './api';
import { settings } from './settings';
import { misplaced } from './slip';
import { vaultStore } from './store';
import { openWire } from './wire';

export const adapter = defineAdapter({
  kind: 'stores',
  descriptor: {
    id: 'vault-kv2',
    title: 'HashiCorp Vault and OpenBao, KV version 2',
    summary: 'Keeps keys in a KV version 2 engine; every change is a check-and-set on our own fields.',
    homepage: 'https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2',
    permissions: [
      {
        permission: '`read` on `{mount}/data/{path}`',
        why: 'reads what applications read, and older versions',
      },
      {
        permission: '`patch` on `{mount}/data/{path}`',
        why: 'changes our fields and leaves all others to Vault',
      },
      {
        permission: '`create`, `update` on `{mount}/data/{path}`',
        why: 'a first key, where no secret is there yet',
      },
      {
        permission: '`read`, `create`, `update` on `{mount}/data/{path}.rekey.*`',
        why: 'reserves the staging slot and stages',
      },
      { permission: '`update` on `{mount}/destroy/{path}.rekey.*`', why: 'destroys the staged value' },
      {
        permission: '`update` on `{mount}/destroy/{path}`',
        why: 'destroys the old value after its death is proved',
      },
      {
        permission: '`read` on `{mount}/metadata/{path}` and `{mount}/config`',
        why: 'checks that versions outlive the grace period',
      },
    ],
    limits: [
      'It needs PATCH: Vault 1.9 or newer, or OpenBao.',
      'Vault keeps 10 versions of a secret unless max_versions says more; each rotation writes one, and one more when it is undone.',
      'A secret may hold about 1 MiB, with integrated storage.',
    ],
    risks: [
      'A write that changes nothing is taken for a fence: a tool that writes the same content again makes a promote fail, and the next run starts over.',
      'Two keys in one secret share its versions: a version with fields of others is not destroyed, so a dead value stays in it until Vault prunes it.',
      'Standby nodes read late, those of OpenBao without a word: what is older than our own writes is read again, which takes as long as the node is behind.',
    ],
    promises: FULL_PROMISES,
    changes: { mount: 'trust', address: 'trust', literal_paths: 'gate', namespace: 'trust' },
    example: 'vault: { use: vault-kv2, mount: secret }',
    tried:
      'The contract suite against its fake and against OpenBao 2.7.2 (each day), HashiCorp Vault 1.14.0 and 1.21.4; the fake is compared with all three line by line. A ladder of whole rotations, with nine kills, on OpenBao 2.7.2. Namespaces and standby nodes: against the fake only.',
  },
  settings,
  origins: ({ address }) => (address === undefined ? [] : [address]),
  misplaced: (chosen, path) => misplaced(chosen, path),
  open: (chosen, ports) => vaultStore(kvApi(openWire(chosen, ports), chosen.mount), chosen.literal_paths),
});
