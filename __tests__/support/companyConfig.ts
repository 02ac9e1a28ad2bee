/** rekey.yml of the company: one key, the gateway of the documentation, services that are rolled by a workflow. */
export function companyConfig(workloads: readonly string[]): string {
  const entries = workloads.map(
    (name) => `  ${name}:
    roll: { use: github-workflow, workflow: deploy.yml, inputs: { workload: "{workload}" } }
    check: { use: http, url: "https://health.example.com/${name}", passes: 2, interval: 5s, key_id: { header: x-key-id } }
    holds_key_for: 5m
`,
  );
  return `version: 1
identities:
  vault: { use: vault-jwt, address: "https://vault.example.com", role: rekey }
stores:
  vault: { use: vault-kv2, mount: secret }
vendors:
  gateway:
    use: http
    origin: https://gateway.example.com
    admin_key: vault:admin/gateway#token
    key_header: x-api-key
    create:  { request: POST /admin/keys, body: { name: "{label}", scopes: "{scopes}" }, id: /id, value: /key }
    list:    { request: GET /admin/keys, items: /keys, id: /id, label: /name, created: /created_at, last_used: /last_used_at }
    whoami:  { request: GET /v1/me, id: /key_id }
    verify:  { request: GET /v1/ping, accepted: 200, refused: 401 }
    disable: { request: "PATCH /admin/keys/{id}", body: { active: false } }
    enable:  { request: "PATCH /admin/keys/{id}", body: { active: true } }
    revoke:  { request: "DELETE /admin/keys/{id}", gone: 404 }
    limits:  { propagation: 10s, list_lag: 1s, revocation_lag: 6s, last_used_lag: 1m }
workloads:
${entries.join('')}keys:
  gateway-prod:
    owner: team-payments
    environment: production
    criticality: high
    vendor: gateway
    scopes: [charge.read]
    secret: vault:prod/gateway#api_key
    used_by: [${workloads.join(', ')}]
    rotation_frequency: 30d
    grace_period: 10m
    watch: 1m
ticket: { use: github-issue, labels: [rotation] }
`;
}
