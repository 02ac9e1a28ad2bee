import type { AdapterUse, Config } from '../../domain/config';
import type { AdapterKind } from '../../domain/descriptor';
import { spoken } from '../../domain/tools/time';
import { settingClass } from './classes';

/** place in the config -> value as people write it */
export type Flat = ReadonlyMap<string, string>;
type Leaf = readonly [string, string];

/** Everything outside of `keys:` that decides where values go, who logs in, and what stands before an act. */
export function trustOf(config: Config): Flat {
  const { identities, stores, vendors, workloads, policy, limits } = config;
  return new Map([
    ...usesOf('identities', identities),
    ...usesOf('stores', stores),
    ...usesOf('vendors', vendors),
    ...Object.values(workloads).flatMap(({ name, roll, checks, holdsKeyFor }) => [
      ...(roll ? useOf('deployers', `workloads.${name}.roll`, roll) : []),
      ...checks.flatMap((check, index) => useOf('probes', `workloads.${name}.check.${index}`, check)),
      ...leaves(`workloads.${name}.holds_key_for`, spoken(holdsKeyFor)),
    ]),
    ...(config.ticket ? useOf('tickets', 'ticket', config.ticket) : []),
    ...config.notify.flatMap((entry, index) => [
      ...useOf('notifiers', `notify.${index}`, entry),
      ...leaves(`notify.${index}.when`, entry.when.join(', ')),
    ]),
    ...useOf('journals', 'journal', config.journal),
    ...leaves('', {
      public_journal: config.publicJournal,
      allow_private_hosts: config.allowPrivateHosts.join(', ') || undefined,
      'policy.max_age': Object.fromEntries(
        Object.entries(policy.maxAge).map(([criticality, age]) => [criticality, spoken(age)]),
      ),
      'policy.windows': policy.windows,
      'policy.approve.start': policy.approveStart.join(', ') || undefined,
      limits: { starts_per_tick: limits.startsPerTick, at_once: limits.atOnce },
    }),
  ]);
}

function usesOf(
  kind: AdapterKind & keyof Config,
  uses: Readonly<Record<string, AdapterUse>>,
): readonly Leaf[] {
  return Object.entries(uses).flatMap(([name, use]) => useOf(kind, `${kind}.${name}`, use));
}

/** Each setting but those that are only to be looked at. */
function useOf(kind: AdapterKind, place: string, { use, identity, settings }: AdapterUse): readonly Leaf[] {
  const isShown = (field: string): boolean => settingClass(kind, use, field) !== 'cosmetic';
  return [
    ...leaves(`${place}.use`, use),
    ...leaves(`${place}.identity`, identity),
    ...leaves('', settings)
      .filter(([field]) => isShown(field))
      .map(([field, value]): Leaf => [`${place}.${field}`, value]),
  ];
}

/** An empty text is a value too: as a pointer it means the whole answer. */
function leaves(place: string, value: unknown): readonly Leaf[] {
  if (value === undefined) return [];
  if (typeof value === 'string' && value !== '') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [[place, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, inside]) =>
    leaves(place === '' ? name : `${place}.${name}`, inside),
  );
}
