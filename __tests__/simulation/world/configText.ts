import { HEALTH, VAULT, vendorSettings } from '../../support/stageSettings';
import { SECOND, type Millis } from '../../../src/domain/tools/time';
import type { KeySetting, Repository, Setting, WorkloadSetting } from './setting';
import { limitsOf } from './vendors';

export const HOOKS = 'https://hooks.example.com';
export const GITHUB = 'https://api.github.com';
export const CONFIG_PATH = '.github/rekey.yml';
export const DEPLOY_WORKFLOW = 'deploy.yml';

/** What may be edited while the world runs. */
export interface Edits {
  readonly withoutKeys: readonly string[];
  readonly grace: Millis | undefined;
  /** Name of a key to the id of its old credential, as a person says it. */
  readonly keyIds: Readonly<Record<string, string>>;
  /** Name of a key to the path where the config looks for it now. */
  readonly moved: Readonly<Record<string, string>>;
}
export const NO_EDITS: Edits = { withoutKeys: [], grace: undefined, keyIds: {}, moved: {} };

const OCCASIONS = ['consumers-at-risk', 'needs-person', 'blocked', 'undone'];

/** Where a repository keeps its journal when that is on disk. */
export const JOURNALS: Readonly<Record<Repository, string>> = {
  'acme/shop': 'journal',
  'acme/other': 'journal-other',
};

/** rekey.yml of a repository. JSON is YAML. @param present keys that are at the vendor from the start */
export function configText(setting: Setting, repository: Repository, present: number, edits: Edits): string {
  const { vendor, keys, workloads, journal, tickets } = setting;
  const own = keys.filter((key) => key.repository === repository);
  const kept = own.filter(({ name }) => !edits.withoutKeys.includes(name));
  const used = workloads.filter(({ name }) => own.some((key) => key.workloads.includes(name)));
  return JSON.stringify({
    version: 1,
    identities: { vault: { use: 'vault-jwt', address: VAULT, role: 'rekey' } },
    stores: { vault: { use: setting.store.use, mount: 'secret' } },
    vendors: { gateway: vendorOf(setting, present, vendor.pages?.most) },
    workloads: Object.fromEntries(used.map((one) => [one.name, workloadOf(one)])),
    keys: Object.fromEntries(kept.map((one) => [one.name, keyOf(one, setting, edits)])),
    journal: journal === 'file' ? { use: 'file', path: JOURNALS[repository] } : { use: 'github-branch' },
    ...(tickets && { ticket: { use: 'github-issue', labels: ['rotation'] } }),
    notify: [{ use: 'webhook', url: `${HOOKS}/rekey`, when: OCCASIONS }],
  });
}

function vendorOf({ vendor, wording }: Setting, present: number, mostPages: number | undefined): object {
  const described = vendorSettings({ without: vendor.without, limits: limitsOf(vendor, present) });
  const settings = wording.zone === '' && wording.told ? { ...described, times: { zone: 'utc' } } : described;
  if (mostPages === undefined) return { use: 'http', ...settings };
  const next = { cursor: '/next', query: 'after' };
  return { use: 'http', ...settings, list: { ...Object(settings['list']), next, max_pages: mostPages } };
}

function workloadOf({ name, rolled, cache, batch }: WorkloadSetting): object {
  const check = {
    use: 'http',
    url: `${HEALTH}/${name}`,
    passes: 2,
    interval: '5s',
    key_id: { header: 'x-key-id' },
  };
  const holds = Math.max(SECOND, batch, rolled ? 0 : cache);
  return {
    ...(rolled && {
      roll: { use: 'github-workflow', workflow: DEPLOY_WORKFLOW, inputs: { workload: '{workload}' } },
    }),
    check,
    holds_key_for: seconds(holds),
  };
}

function keyOf({ name, path, field, workloads }: KeySetting, setting: Setting, edits: Edits): object {
  return {
    owner: 'team-payments',
    environment: 'production',
    criticality: 'high',
    vendor: 'gateway',
    scopes: ['charge.read'],
    secret: `vault:${edits.moved[name] ?? path}#${field}`,
    ...(edits.keyIds[name] !== undefined && { key_id: edits.keyIds[name] }),
    used_by: workloads,
    rotation_frequency: '30d',
    grace_period: seconds(edits.grace ?? setting.grace),
    drain_limit: seconds(setting.drainLimit),
    watch: seconds(setting.watch),
  };
}

const seconds = (duration: Millis): string => `${Math.ceil(duration / SECOND)}s`;
