import {
  firstFiles,
  shardOf,
  shardPath,
  SHARDS,
  writeShard,
} from '../../src/adapters/journals/github-branch/layout';
import { keyIdentity } from '../../src/domain/key';
import { newKey, type KeyState } from '../../src/domain/journal/keyState';

const REPOSITORY_ID = '1001';
const WORKLOADS_SHARED_BY = 10;

interface Entry {
  readonly name: string;
  readonly path: string;
  readonly workload: string;
}

const entries = (count: number): readonly Entry[] =>
  Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(5, '0');
    const workload = `service-${String(Math.floor(index / WORKLOADS_SHARED_BY) + 1).padStart(4, '0')}`;
    return { name: `gateway-${number}`, path: `team-${number}/gateway`, workload };
  });

/** rekey.yml as an organisation would write it: each entry in full, ten of them behind one service. */
export function configOf(
  count: number,
  origins: { readonly vault: string; readonly gateway: string },
): string {
  const all = entries(count);
  const workloads = [...new Set(all.map(({ workload }) => workload))];
  return `version: 1
identities:
  vault: { use: vault-jwt, address: "${origins.vault}", role: rekey }
stores:
  vault: { use: vault-kv2, mount: secret }
vendors:
  gateway:
    use: http
    origin: ${origins.gateway}
    admin_key: vault:admin/gateway#token
    create:  { request: POST /admin/keys, body: { name: "{label}", scopes: "{scopes}" }, id: /id, value: /key }
    list:    { request: GET /admin/keys, items: /keys, id: /id, label: /name, created: /created_at }
    verify:  { request: GET /v1/ping, accepted: 200, refused: 401 }
    revoke:  { request: "DELETE /admin/keys/{id}" }
workloads:
${workloads.map((name) => `  ${name}: { check: { use: http, url: "${origins.gateway}/health/${name}" }, holds_key_for: 5m }\n`).join('')}keys:
${all.map(entryText).join('')}ticket: { use: github-issue, labels: [rotation] }
policy:
  max_age: { high: 180d, medium: 365d }
  windows: [{ environment: production, allow: "Mon-Thu 02:00-05:00", timezone: Europe/Amsterdam }]
`;
}

const entryText = ({ name, path, workload }: Entry): string => `  ${name}:
    owner: team-payments
    environment: production
    criticality: high
    vendor: gateway
    scopes: [charge.read, charge.write]
    secret: vault:${path}#api_key
    used_by: [${workload}]
    rotation_frequency: 90d
    grace_period: 24h
`;

/** The files of a journal in which every key was adopted just now, so that nothing is due. */
export function journalOf(count: number, now: string): ReadonlyMap<string, string> {
  const shards = new Map(SHARDS.map((shard) => [shard, new Map<string, KeyState>()]));
  for (const entry of entries(count)) {
    const row = rowOf(entry, now);
    shards.get(shardOf(row.identity))?.set(row.identity, row);
  }
  const files = new Map(firstFiles().map(({ path, content }) => [path, content]));
  for (const [shard, rows] of shards) files.set(shardPath(shard), writeShard(rows));
  return files;
}

function rowOf({ name, path, workload }: Entry, now: string): KeyState {
  const secret = { path, fields: { value: 'api_key' }, idField: 'api_key_id' };
  return {
    ...newKey(keyIdentity(REPOSITORY_ID, { store: 'vault', secret }), name),
    environment: 'production',
    vendor: 'gateway',
    workloads: [workload],
    head: `${name}.nonce.9`,
    count: 9,
    adopted: now,
    currentId: `key_of_${name}`,
    last: { rotation: `r${name}`, outcome: 'adopted', at: now },
  };
}
