/**
 * What a change of each field means. trust: it decides where values go, who logs in, or what is read and overwritten. gate: it
 * decides when something may happen, and what must be seen first. cosmetic: neither. A class holds for all that stands below the
 * field. A guard walks the schemas and fails for a field that has none; the comparison takes such a field for trust.
 */
export type Class = 'trust' | 'gate' | 'cosmetic';
type Classes = Readonly<Record<string, Class>>;

/** `*` is any name. */
export const CONFIG_CLASSES: Classes = {
  version: 'cosmetic',
  'identities.*.use': 'trust',
  'stores.*.use': 'trust',
  'vendors.*.use': 'trust',
  'workloads.*.roll': 'trust',
  'workloads.*.check': 'gate',
  'workloads.*.holds_key_for': 'gate',
  'keys.*.owner': 'cosmetic',
  'keys.*.environment': 'trust',
  'workloads.*.template': 'trust',
  // Keys and workloads are compared with these put into them.
  workload_defaults: 'trust',
  workload_templates: 'trust',
  defaults: 'trust',
  templates: 'trust',
  'keys.*.template': 'trust',
  'keys.*.criticality': 'gate',
  'keys.*.vendor': 'trust',
  'keys.*.scopes': 'trust',
  'keys.*.secret': 'trust',
  'keys.*.fields': 'trust',
  'keys.*.id_field': 'trust',
  'keys.*.key_id': 'trust',
  'keys.*.used_by': 'gate',
  'keys.*.rotation_frequency': 'gate',
  'keys.*.schedule': 'gate',
  'keys.*.grace_period': 'gate',
  'keys.*.drain_limit': 'gate',
  'keys.*.watch': 'gate',
  ticket: 'trust',
  notify: 'trust',
  journal: 'trust',
  public_journal: 'trust',
  allow_private_hosts: 'trust',
  policy: 'gate',
  limits: 'gate',
};

/** Words that stand in the entry of every adapter. */
export const ENTRY_CLASSES: Classes = { use: 'trust', identity: 'trust', when: 'gate' };

/** Settings of the adapters, by kind and id. */
export const ADAPTER_CLASSES: Readonly<Record<string, Classes>> = {
  'identities/vault-jwt': {
    address: 'trust',
    role: 'trust',
    mount: 'trust',
    audience: 'trust',
    namespace: 'trust',
  },
  'stores/vault-kv2': { mount: 'trust', address: 'trust', literal_paths: 'gate', namespace: 'trust' },
  'vendors/http': {
    origin: 'trust',
    key_origin: 'trust',
    admin_key: 'trust',
    admin_header: 'trust',
    admin_id: 'trust',
    key_header: 'trust',
    headers: 'trust',
    create: 'trust',
    list: 'trust',
    whoami: 'trust',
    id_in_value: 'trust',
    id_part: 'trust',
    verify: 'trust',
    disable: 'trust',
    enable: 'trust',
    revoke: 'trust',
    by_person: 'gate',
    limits: 'gate',
    times: 'gate',
  },
  'vendors/sendgrid': { admin_key: 'trust', region: 'trust' },
  'deployers/github-workflow': {
    workflow: 'trust',
    repository: 'trust',
    ref: 'trust',
    inputs: 'trust',
    queued_hint_after: 'cosmetic',
  },
  'deployers/webhook': { url: 'trust', origin: 'trust', secret: 'trust', status: 'trust' },
  'probes/http': {
    url: 'trust',
    method: 'trust',
    headers: 'trust',
    expect: 'gate',
    key_id: 'gate',
    passes: 'gate',
    interval: 'gate',
    timeout: 'gate',
  },
  // A label may start somebody's workflow.
  'tickets/github-issue': { labels: 'gate', repository: 'trust', title: 'cosmetic' },
  'notifiers/webhook': { url: 'trust', origin: 'trust', secret: 'trust', format: 'cosmetic' },
  'journals/file': { path: 'trust' },
  'journals/github-branch': { branch: 'trust', repository: 'trust', public: 'trust' },
};

/** @param path below the entry, such as `create.request` */
export function settingClass(kind: string, use: string, path: string): Class | undefined {
  return classIn({ ...ENTRY_CLASSES, ...ADAPTER_CLASSES[`${kind}/${use}`] }, path);
}

/** The class of the field itself, or of the nearest one above it that has one. @param path with `*` for names */
export function classIn(classes: Classes, path: string): Class | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    if (Object.hasOwn(classes, at)) return classes[at];
  }
  return undefined;
}
