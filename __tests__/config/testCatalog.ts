import { z } from 'zod';
import type { Adapter, AdapterKind, Catalog } from '../../src/domain/descriptor';
import type { Schema } from '../../src/domain/tools/schema';

/** Adapters that can be configured and not opened: the config never opens one. */
function entry<Kind extends AdapterKind>(
  kind: Kind,
  id: string,
  settings: Schema<unknown>,
): Readonly<Record<string, () => Promise<Adapter<Kind>>>> {
  const adapter: Adapter<Kind> = {
    kind,
    descriptor: {
      id,
      title: id,
      summary: '',
      homepage: '',
      permissions: [],
      limits: [],
      risks: [],
      changes: {},
      example: '',
      tried: '',
    },
    settings,
    origins: () => [],
    references: (given) => {
      const admin = (given as { readonly admin_key?: string }).admin_key;
      return admin === undefined ? [] : [admin];
    },
    open: () => {
      throw new Error('a config must not open an adapter');
    },
  };
  return { [id]: () => Promise.resolve(adapter) };
}

const vendor = z.strictObject({
  origin: z.string().refine((text) => text.startsWith('https://'), 'must be like https://api.example.com'),
  admin_key: z.string(),
  create: z.strictObject({ request: z.string(), id: z.string() }).optional(),
  refused: z.union([z.number(), z.array(z.number())]).optional(),
});

export const testCatalog: Catalog = {
  identities: entry('identities', 'vault-jwt', z.strictObject({ address: z.string(), role: z.string() })),
  stores: entry('stores', 'vault-kv2', z.strictObject({ mount: z.string().default('secret') })),
  vendors: entry('vendors', 'http', vendor),
  deployers: {
    ...entry('deployers', 'github-workflow', z.strictObject({ workflow: z.string() })),
    ...entry('deployers', 'command', z.strictObject({ run: z.array(z.string()) })),
  },
  probes: entry('probes', 'http', z.strictObject({ url: z.string(), passes: z.number().default(3) })),
  tickets: entry('tickets', 'github-issue', z.strictObject({ labels: z.array(z.string()).default([]) })),
  notifiers: entry('notifiers', 'webhook', z.strictObject({ url: z.string() })),
  journals: entry(
    'journals',
    'github-branch',
    z.strictObject({ branch: z.string().default('rekey-journal') }),
  ),
};

/** A config without faults; tests change one place of it. */
export const GOOD = `version: 1
identities:
  vault: { use: vault-jwt, address: "https://vault.example.com", role: rekey-production }
stores:
  vault: { use: vault-kv2 }
vendors:
  gateway:
    use: http
    origin: https://gateway.example.com
    admin_key: vault:admin/gateway#token
workloads:
  payment-service:
    roll: { use: github-workflow, workflow: deploy.yml }
    check: { use: http, url: "https://health.example.com/payments" }
    holds_key_for: 2h
  billing-service:
    holds_key_for: 5m
    check:
      - { use: http, url: "https://health.example.com/billing" }
keys:
  gateway-prod:
    owner: team-payments
    environment: production
    criticality: high
    vendor: gateway
    scopes: [charge.read, charge.write]
    secret: vault:prod/gateway#api_key
    used_by: [payment-service, billing-service]
    rotation_frequency: 30d
    grace_period: 24h
ticket: { use: github-issue, labels: [rotation] }
notify:
  - { use: webhook, url: "https://hooks.example.com", when: [consumers-at-risk] }
policy:
  max_age: { high: 60d }
  windows: [{ environment: production, allow: "Mon-Thu 02:00-05:00", timezone: Europe/Amsterdam }]
  approve: { start: [high] }
`;
