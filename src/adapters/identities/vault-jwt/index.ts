import { defineAdapter } from '../../../domain/descriptor';
import { vaultAuthApi } from './api';
import { vaultIdentity } from './identity';
import { settings } from './settings';

export const adapter = defineAdapter({
  kind: 'identities',
  descriptor: {
    id: 'vault-jwt',
    title: 'HashiCorp Vault and OpenBao, JWT auth method',
    summary: 'Exchanges the OIDC token of the job for a short-lived Vault token, and revokes it at the end.',
    homepage: 'https://developer.hashicorp.com/vault/docs/auth/jwt',
    permissions: [
      {
        permission: 'a role of type jwt that binds audience and subject',
        why: 'logs in with the OIDC token of the job',
      },
      {
        permission: '`update` on `auth/token/revoke-self`',
        why: 'ends the session; the policy "default" grants it',
      },
      {
        permission: '`read` on `auth/token/lookup-self`',
        why: 'on a laptop only, looks at VAULT_TOKEN; the policy "default" grants it',
      },
    ],
    limits: [
      'The role needs token_ttl of 15 minutes or more and no token_num_uses.',
      'Roles that ask for a second factor do not work.',
    ],
    risks: [
      'A role that binds the repository only lets every branch and workflow of it log in: bind the environment or job_workflow_ref too.',
      'Repositories made since July 2026 have subjects with ids (repo:acme@12/billing@34:…); bound_subject must say so.',
    ],
    github: { 'id-token': 'write' },
    changes: { address: 'trust', role: 'trust', mount: 'trust', audience: 'trust', namespace: 'trust' },
    example: 'vault: { use: vault-jwt, address: "https://vault.example.com", role: rekey-production }',
    tried:
      'The contract suite against its fake and against OpenBao 2.7.2 (each day), HashiCorp Vault 1.14.0 and 1.21.4, with keys given instead of an issuer address; the fake is compared with all three line by line. Namespaces: against the fake only.',
  },
  settings,
  origins: ({ address }) => [address],
  open: (chosen, ports) => vaultIdentity(chosen, ports, vaultAuthApi(chosen, ports)),
});
