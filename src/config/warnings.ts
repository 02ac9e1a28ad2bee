import type { Config } from '../domain/config';
import type { StoreCapabilities } from '../domain/contracts/store';
import { spoken } from '../domain/tools/time';
import { parseReference } from './reference';

/** Entries that nothing uses, keys that nothing would ever make due, and what stores in use do not promise. Each warning is one sentence. */
export function warningsOf(
  config: Omit<Config, 'warnings'>,
  references: Iterable<string>,
  promises: ReadonlyMap<string, StoreCapabilities> = new Map(),
): readonly string[] {
  const keys = Object.values(config.keys);
  const stores = Object.keys(config.stores);
  const wholes = stores.filter((name) => config.stores[name]?.whole === true);
  const usedStores = new Set([
    ...keys.map((key) => key.store),
    ...[...references].map((text) => parseReference(text, stores, wholes)?.store),
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
    ...[...promises]
      .filter(([name]) => keys.some((key) => key.store === name))
      .flatMap(([name, one]) => lackingPromises(`stores.${name}`, one)),
  ];
}

/** What a store does not promise, and what follows for whoever rotates keys in it. */
function lackingPromises(name: string, promises: StoreCapabilities): readonly string[] {
  const { fenced, reservation, destroys, keeps, readLag, serveLag } = promises;
  const alone = !fenced || !reservation;
  return [
    ...(alone
      ? [
          `${name} has no compare-and-set, so its keys are safe from one repository only: nothing else may write them while one is rotated.`,
        ]
      : []),
    ...(keeps === 'versions'
      ? []
      : [
          `${name} keeps no older versions, so a copy of the old value stays in the staging slot until its rotation has ended.`,
        ]),
    ...(destroys ? [] : [`${name} destroys no version, so a dead value stays readable in it.`]),
    ...(readLag > 0 ? [`${name} may be read ${spoken(readLag)} late, which delays a rotation.`] : []),
    ...(serveLag > 0
      ? [`${name} may serve the old value for ${spoken(serveLag)} after a switch, which is waited for.`]
      : []),
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
