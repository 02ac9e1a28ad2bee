import type { RunContext } from '../../domain/run';
import { VERSION } from '../../runtime/version';
import { WORKFLOW_FILE } from './workflowFile';

/** What a newcomer pastes: made to be read, filled in and reviewed. */
export function starterFiles({ repositoryId, url }: Pick<RunContext, 'repositoryId' | 'url'>): string {
  const known = /^\d+$/.test(repositoryId);
  return [CONFIG, WORKFLOW, vaultRole(known ? repositoryId : 'ID', issuerOf(url)), fillIn(known)].join(
    '\n\n',
  );
}

const fillIn = (idIsKnown: boolean): string =>
  [
    '--- To fill in ---------------------------------------------------------',
    'OWNER/rekey@COMMIT  where you use Rekey from: the owner of its repository or of your fork, and the full commit of a release',
    ...(idIsKnown
      ? []
      : ['ID                  of the repository that holds rekey.yml: gh api repos/{owner}/{repo} --jq .id']),
    '*.example.com       your Vault, your vendor, the health pages of your services; and the names of keys, services and teams',
  ].join('\n');

/** Editors check the file with it. The example in docs/examples begins with the same line; a test compares them. */
export const SCHEMA_LINE = `# yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/rekey/v${VERSION}/docs/rekey.schema.json`;

const WORKFLOW = `--- .github/workflows/rekey.yml ---------------------------------------
${WORKFLOW_FILE.trimEnd()}`;

const CONFIG = `--- .github/rekey.yml -------------------------------------------------
${SCHEMA_LINE}
version: 1
identities:
  vault: { use: vault-jwt, address: "https://vault.example.com", role: rekey-production }
stores:
  vault: { use: vault-kv2, mount: secret }
vendors:
  gateway:
    use: http
    origin: https://gateway.example.com
    admin_key: vault:admin/gateway#token
    key_header: x-api-key
    create: { request: POST /admin/keys, body: { name: "{label}", scopes: "{scopes}" }, id: /id, value: /key }
    list:   { request: GET /admin/keys, items: /keys, id: /id, label: /name, created: /created_at }
    whoami: { request: GET /v1/me, id: /key_id }
    verify: { request: GET /v1/ping, accepted: 200, refused: 401 }
    revoke: { request: "DELETE /admin/keys/{id}", gone: 404 }
workloads:
  payment-service:
    roll: { use: github-workflow, workflow: deploy.yml }
    check: { use: http, url: "https://health.example.com/payments" }
    holds_key_for: 15m
keys:
  gateway-prod:
    owner: team-payments
    environment: production
    criticality: medium
    vendor: gateway
    scopes: [charge.read]
    secret: vault:prod/gateway#api_key
    used_by: [payment-service]
    rotation_frequency: 90d
    grace_period: 24h
ticket: { use: github-issue, labels: [rotation] }`;

/**
 * Who signs the tokens of jobs on this server. https://docs.github.com/en/actions/reference/security/oidc
 * @param url of the run; on a laptop it names no server, and GitHub.com is meant
 */
function issuerOf(url: string): string {
  const { host } = new URL(/^https:/.test(url) ? url : 'https://github.com');
  if (host === 'github.com') return 'https://token.actions.githubusercontent.com';
  return host.endsWith('.ghe.com') ? `https://token.actions.${host}` : `https://${host}/_services/token`;
}

const vaultRole = (
  id: string,
  issuer: string,
): string => `--- Vault: login, role and policy -------------------------------------
vault auth enable jwt
vault write auth/jwt/config oidc_discovery_url=${issuer} \\
  bound_issuer=${issuer}
vault write auth/jwt/role/rekey-production - <<'JSON'
{ "role_type": "jwt", "user_claim": "sub",
  "bound_audiences": ["https://vault.example.com"],
  "bound_claims": { "repository_id": "${id}", "environment": "production", "ref": "refs/heads/main" },
  "token_policies": ["rekey-production"], "token_ttl": "20m", "token_max_ttl": "1h" }
JSON
vault policy write rekey-production - <<'HCL'
path "secret/data/prod/gateway"            { capabilities = ["read", "create", "update", "patch"] }
path "secret/data/prod/gateway.rekey.*"    { capabilities = ["read", "create", "update", "patch"] }
path "secret/metadata/prod/gateway"        { capabilities = ["read"] }
path "secret/destroy/prod/gateway"         { capabilities = ["update"] }
path "secret/destroy/prod/gateway.rekey.*" { capabilities = ["update"] }
path "secret/config"                       { capabilities = ["read"] }
path "secret/data/admin/gateway"           { capabilities = ["read"] }
HCL`;

/** The same for docs/examples: ID is the id of the repository that holds rekey.yml. @internal for src/dev, which knip does not see. */
export const VAULT_ROLE = `# ID: gh api repos/{owner}/{repo} --jq .id
${vaultRole('ID', issuerOf('')).split('\n').slice(1).join('\n')}
`;
