import { stringify } from 'yaml';
import type { KeyPlan, VendorName } from './keyPlan';
import { inWords, SHORT, type Times } from './times';

export interface Addresses {
  readonly vault: string;
  readonly vendor: string;
  readonly health: string;
}

export interface ConfigOptions {
  /** So many keys the vendor allows at once; absent: any number. */
  readonly maxLive?: number;
  readonly times?: Times;
}

/** Services of the first kind must be rolled; those of the second read the store again by themselves. */
export const mustRoll = (workload: string): boolean => workload.startsWith('payment');

/** rekey.yml as a team would write it, with waits of seconds where a team has hours. */
export function configText(keys: readonly KeyPlan[], at: Addresses, options: ConfigOptions): string {
  const workloads = [...new Set(keys.flatMap((key) => key.workloads))];
  const { times = SHORT } = options;
  return stringify({
    version: 1,
    identities: { vault: { use: 'vault-jwt', address: at.vault, role: 'rekey' } },
    stores: { vault: { use: 'vault-kv2', mount: 'secret' } },
    vendors: Object.fromEntries(
      [...new Set(keys.map((key) => key.vendor))].map((name) => [name, vendor(name, at.vendor, options)]),
    ),
    workloads: Object.fromEntries(workloads.map((name) => [name, workload(name, at.health, times)])),
    keys: Object.fromEntries(keys.map((key) => [key.name, entry(key, times)])),
    ticket: { use: 'github-issue', labels: ['rotation'] },
    limits: { starts_per_tick: 5, at_once: 20 },
  });
}

function vendor(
  name: VendorName,
  origin: string,
  { maxLive, times: { said } = SHORT }: ConfigOptions,
): object {
  return {
    use: 'http',
    origin,
    admin_key: 'vault:admin/gateway#token',
    key_header: 'x-api-key: {value}',
    create: {
      request: 'POST /admin/keys',
      body: { name: '{label}', scopes: '{scopes}' },
      id: '/id',
      value: '/key',
      full: { status: 403, body: { pointer: '/error/message', contains: 'maximum number' } },
    },
    list: {
      request: 'GET /admin/keys',
      items: '/keys',
      id: '/id',
      label: '/name',
      created: '/created_at',
      last_used: '/last_used_at',
      disabled: { pointer: '/active', equals: false },
    },
    ...(name === 'gateway' && { whoami: { request: 'GET /v1/me', id: '/key_id' } }),
    verify: { request: 'GET /v1/ping', accepted: 200, refused: 401 },
    disable: { request: 'PATCH /admin/keys/{id}', body: { active: false } },
    enable: { request: 'PATCH /admin/keys/{id}', body: { active: true } },
    revoke: { request: 'DELETE /admin/keys/{id}', gone: 404 },
    limits: {
      propagation: inWords(said.propagation),
      list_lag: inWords(said.list),
      revocation_lag: inWords(said.revocation),
      last_used_lag: inWords(said.lastUsed),
      ...(maxLive !== undefined && { max_live: maxLive }),
    },
  };
}

function workload(name: string, health: string, { interval, holds }: Times): object {
  const roll = {
    use: 'github-workflow',
    workflow: 'deploy.yml',
    inputs: { workload: '{workload}' },
  };
  return {
    ...(mustRoll(name) && { roll }),
    check: {
      use: 'http',
      url: `${health}/health/${name}`,
      key_id: { pointer: '/key_id' },
      passes: 3,
      interval: inWords(interval),
    },
    holds_key_for: inWords(holds),
  };
}

function entry(key: KeyPlan, { grace, watch }: Times): object {
  return {
    owner: 'team-payments',
    environment: 'production',
    vendor: key.vendor,
    scopes: ['charge.read', 'charge.write'],
    secret: `vault:${key.path}#${key.field}`,
    used_by: key.workloads,
    rotation_frequency: '30d',
    grace_period: inWords(grace),
    watch: inWords(watch),
  };
}
