import type { BoundJob } from '../../../domain/contracts/identity';
import type { VaultJwtSettings } from './settings';

/** The role for jobs of one environment. https://developer.hashicorp.com/vault/api-docs/auth/jwt#create-update-role */
export function roleOf(
  { address, audience, mount, role }: VaultJwtSettings,
  { repositoryId, environment, ref }: BoundJob,
): readonly string[] {
  const bound = { repository_id: repositoryId, environment, ref };
  return [
    `vault write auth/${mount}/role/${role} - <<'JSON'`,
    '{ "role_type": "jwt", "user_claim": "sub",',
    `  "bound_audiences": ${JSON.stringify([audience ?? address])},`,
    `  "bound_claims": ${JSON.stringify(bound)},`,
    `  "token_policies": ${JSON.stringify([role])}, "token_ttl": "20m", "token_max_ttl": "1h" }`,
    'JSON',
  ];
}
