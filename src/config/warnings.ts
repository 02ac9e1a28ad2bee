import type { Config } from '../domain/config';
import { parseReference } from './reference';

/** Entries that nothing uses, and keys that nothing would ever make due. Each warning is one sentence. */
export function warningsOf(
  config: Omit<Config, 'warnings'>,
  references: Iterable<string>,
): readonly string[] {
  const keys = Object.values(config.keys);
  const stores = Object.keys(config.stores);
  const usedStores = new Set([
    ...keys.map((key) => key.store),
    ...[...references].map((text) => parseReference(text, stores)?.store),
  ]);
  const usedIdentities = new Set(everyUse(config).map((use) => use.identity));
  return [
    ...unused('identities', Object.keys(config.identities), usedIdentities),
    ...unused('stores', stores, usedStores),
    ...unused('vendors', Object.keys(config.vendors), new Set(keys.map((key) => key.vendor))),
    ...unused('workloads', Object.keys(config.workloads), new Set(keys.flatMap((key) => key.usedBy))),
    ...keys
      .filter((key) => !key.frequency && !key.schedule && config.policy.maxAge[key.criticality] === undefined)
      .map((key) => `keys.${key.name} has no rotation_frequency, so it is replaced only when somebody asks.`),
  ];
}

function unused(
  kind: string,
  names: readonly string[],
  used: ReadonlySet<string | undefined>,
): readonly string[] {
  return names.filter((name) => !used.has(name)).map((name) => `${kind}.${name} is used by nothing.`);
}

/** Every adapter in use except the identities themselves. */
function everyUse(config: Omit<Config, 'warnings'>): readonly { readonly identity?: string }[] {
  return [
    ...Object.values(config.stores),
    ...Object.values(config.vendors),
    ...Object.values(config.workloads).flatMap((workload) => [
      ...(workload.roll ? [workload.roll] : []),
      ...workload.checks,
    ]),
    ...(config.ticket ? [config.ticket] : []),
    ...config.notify,
    config.journal,
  ];
}
