import { SCHEMA_LINE } from './starter';

/** The config to try Rekey with on a laptop. README has the same text, for `npm run generate` copies it there. */
export const LAPTOP_FILE = `version: 1
identities:
  vault: { use: vault-jwt, address: 'http://127.0.0.1:8200', role: unused } # here VAULT_TOKEN is the login
stores:
  vault: { use: vault-kv2, mount: secret }
vendors:
  gateway:
    use: http
    origin: http://127.0.0.1:8080
    admin_key: vault:admin/gateway#token
    create: { request: POST /keys, body: { name: '{label}' }, id: /id, value: /key }
    list: { request: GET /keys, items: /keys, id: /id, label: /name }
    whoami: { request: GET /me, id: /id }
    verify: { request: GET /me, accepted: 200, refused: 401 }
    revoke: { request: 'DELETE /keys/{id}', gone: 404 }
workloads:
  orders: { check: { use: http, url: 'http://127.0.0.1:8081/health', interval: 1s }, holds_key_for: 5s }
keys:
  orders-key:
    owner: me
    environment: laptop
    secret: vault:orders#api_key
    used_by: [orders]
    rotation_frequency: 30d
    grace_period: 1m
journal: { use: file }
`;

/** What somebody pastes who runs Rekey by hand: no workflow, no role, nothing but a store and a service on this machine. */
export const laptopStarter = (): string => [CONFIG, TRY, WORKFLOW].join('\n\n');

const CONFIG = `--- .github/rekey.yml -------------------------------------------------
${SCHEMA_LINE}
${LAPTOP_FILE.trimEnd()}`;

const TRY = `--- To try it ----------------------------------------------------------
bao server -dev                                             in another terminal; or vault server -dev, and vault below
export VAULT_ADDR=http://127.0.0.1:8200 VAULT_TOKEN=...     the root token that it prints
bao kv put -mount=secret admin/gateway token=...            the admin key of the service that hands out keys
bao kv put -mount=secret orders api_key=...                 the key that is in use
Change origin, requests and url to those of your services: here they are 127.0.0.1:8080 and 127.0.0.1:8081.`;

const WORKFLOW = `--- For a workflow of GitHub Actions -----------------------------------
docs/examples of Rekey has rekey.yml, rekey-workflow.yml and vault-role.sh; doctor in a job without a config prints them.`;
