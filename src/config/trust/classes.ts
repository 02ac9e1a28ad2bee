import type { ChangeClass } from '../../domain/descriptor';
import { ADAPTER_CLASSES } from './adapters.generated';

type Classes = Readonly<Record<string, ChangeClass>>;

/** What a change of each field of the config means; `*` is any name. Adapters say it of their settings in their descriptors. */
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
const ENTRY_CLASSES: Classes = { use: 'trust', identity: 'trust', when: 'gate' };

/** @param path below the entry, such as `create.request` */
export function settingClass(kind: string, use: string, path: string): ChangeClass | undefined {
  return classIn({ ...ENTRY_CLASSES, ...ADAPTER_CLASSES[`${kind}/${use}`] }, path);
}

/** The class of the field itself, or of the nearest one above it that has one. @param path with `*` for names */
export function classIn(classes: Classes, path: string): ChangeClass | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    if (Object.hasOwn(classes, at)) return classes[at];
  }
  return undefined;
}
