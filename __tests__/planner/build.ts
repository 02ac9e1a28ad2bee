import type { AdapterUse, Config, KeyConfig, PolicyConfig, WorkloadConfig } from '../../src/domain/config';
import { keyIdentity } from '../../src/domain/key';
import { newKey, type KeyState, type OpenRotation } from '../../src/domain/journal/keyState';
import type { PlanItem } from '../../src/domain/plan';
import { DAY, HOUR, instant, MINUTE } from '../../src/domain/tools/time';
import { plan, type PlanRequest } from '../../src/planner/plan';

export const REPOSITORY = '34';
/** A Wednesday, 03:00 in Amsterdam. */
export const NOW = Date.parse('2026-11-18T02:00:00Z');
export const ago = (time: number): string => instant(NOW - time);

const use = (name: string): AdapterUse => ({ name, use: 'test', settings: {}, line: 1 });

export function workload(name: string): WorkloadConfig {
  return { name, checks: [use('check')], holdsKeyFor: HOUR, line: 1 };
}

export function key(name: string, more: Partial<KeyConfig> = {}): KeyConfig {
  return {
    name,
    owner: 'team',
    environment: 'production',
    criticality: 'medium',
    vendor: `vendor-of-${name}`,
    scopes: [],
    store: 'vault',
    secret: { path: `prod/${name}`, fields: { value: 'api_key' }, idField: 'api_key_id' },
    usedBy: [`service-of-${name}`],
    frequency: 30 * DAY,
    grace: DAY,
    drainLimit: 7 * DAY,
    watch: 10 * MINUTE,
    line: 1,
    ...more,
  };
}

export function config(keys: readonly KeyConfig[], policy: Partial<PolicyConfig> = {}): Config {
  const services = [...new Set(keys.flatMap((entry) => entry.usedBy))];
  return {
    version: 1,
    source: { path: '.github/rekey.yml', digest: 'd'.repeat(64) },
    identities: {},
    stores: { vault: use('vault') },
    vendors: {},
    workloads: Object.fromEntries(services.map((name) => [name, workload(name)])),
    keys: Object.fromEntries(keys.map((entry) => [entry.name, entry])),
    notify: [],
    journal: use('journal'),
    publicJournal: false,
    allowPrivateHosts: [],
    policy: { maxAge: {}, windows: [], approveStart: [], ...policy },
    limits: { startsPerTick: 5, atOnce: 1 },
    warnings: [],
  };
}

/** What the journal knows of a key that was adopted long ago and is not open. */
export function state(entry: KeyConfig, more: Partial<KeyState> = {}): KeyState {
  return {
    ...newKey(keyIdentity(REPOSITORY, entry), entry.name),
    environment: entry.environment,
    vendor: entry.vendor,
    workloads: entry.usedBy,
    adopted: ago(10 * DAY),
    ...more,
  };
}

export function openRotation(more: Partial<OpenRotation> = {}): OpenRotation {
  return {
    rotation: 'r1',
    kind: 'rotate',
    started: ago(DAY),
    pass: 'forward',
    status: 'running',
    takeovers: 0,
    ...more,
  };
}

export const request = (more: Partial<PlanRequest> = {}): PlanRequest => ({
  command: 'rotate',
  force: false,
  confirm: [],
  repositoryId: REPOSITORY,
  journal: 'c0ffee',
  ...more,
});

/** The items of the plan by key. */
export function planned(
  settings: Config,
  states: readonly KeyState[],
  more: Partial<PlanRequest> = {},
  now = NOW,
): Readonly<Record<string, PlanItem>> {
  const keys = new Map(states.map((it) => [it.identity, it]));
  const { items } = plan(settings, keys, now, request(more));
  return Object.fromEntries(items.map((item) => [item.key, item]));
}
