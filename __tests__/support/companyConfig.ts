/** One entry of the company's config, and where its services read it. */
export interface CompanyKey {
  readonly name: string;
  readonly path: string;
  readonly workloads: readonly string[];
}

/** `gateway-prod` for two services, or `gateway-1` and so on, each with one service of its own. */
export function companyKeys(count: number): readonly CompanyKey[] {
  if (count === 1) {
    const workloads = ['payment-service', 'billing-service'];
    return [{ name: 'gateway-prod', path: 'prod/gateway', workloads }];
  }
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1);
    return {
      name: `gateway-${number}`,
      path: `prod/gateway-${number}`,
      workloads: [`service-${number}`],
    };
  });
}

/** rekey.yml of the company: the gateway of the documentation, services that are rolled by a workflow. */
export function companyConfig(keys: readonly CompanyKey[]): string {
  const workloads = [...new Set(keys.flatMap((key) => key.workloads))];
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
${workloads.map(workload).join('')}keys:
${keys.map(entry).join('')}ticket: { use: github-issue, labels: [rotation] }
`;
}

const workload = (name: string): string => `  ${name}:
    roll: { use: github-workflow, workflow: deploy.yml, inputs: { workload: "{workload}" } }
    check: { use: http, url: "https://health.example.com/${name}", passes: 2, interval: 5s, key_id: { header: x-key-id } }
    holds_key_for: 5m
`;

const entry = ({ name, path, workloads }: CompanyKey): string => `  ${name}:
    owner: team-payments
    environment: production
    criticality: high
    vendor: gateway
    scopes: [charge.read]
    secret: vault:${path}#api_key
    used_by: [${workloads.join(', ')}]
    rotation_frequency: 30d
    grace_period: 10m
    watch: 1m
`;
