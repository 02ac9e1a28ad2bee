import type { AdapterUse, Config } from '../../domain/config';
import { spoken } from '../../domain/time';

/** place in the config -> value as people write it */
export type Flat = ReadonlyMap<string, string>;

/** Everything that decides where secrets go, who logs in, and what policy allows; keys are compared apart. */
export function trustOf(config: Config): Flat {
  const { identities, stores, vendors, workloads, policy, limits } = config;
  const rolls = Object.values(workloads).flatMap(({ name, roll, checks }) => [
    ...(roll ? [[`workloads.${name}.roll`, useOf(roll)] as const] : []),
    ...checks.map((check, index) => [`workloads.${name}.check.${String(index)}`, useOf(check)] as const),
  ]);
  const tree = {
    identities: usesOf(identities),
    stores: usesOf(stores),
    vendors: usesOf(vendors),
    ...Object.fromEntries(rolls),
    ...(config.ticket ? { ticket: useOf(config.ticket) } : {}),
    notify: config.notify.map((entry) => ({ ...useOf(entry), when: entry.when.join(', ') })),
    journal: useOf(config.journal),
    public_journal: config.publicJournal,
    allow_private_hosts: config.allowPrivateHosts.join(', '),
    'policy.max_age': Object.fromEntries(
      Object.entries(policy.maxAge).map(([criticality, age]) => [criticality, spoken(age)]),
    ),
    'policy.windows': policy.windows,
    'policy.approve.start': policy.approveStart.join(', '),
    limits: { starts_per_tick: limits.startsPerTick, at_once: limits.atOnce },
  };
  return new Map(leaves('', tree));
}

function usesOf(uses: Readonly<Record<string, AdapterUse>>): object {
  return Object.fromEntries(Object.entries(uses).map(([name, use]) => [name, useOf(use)]));
}

function useOf({ use, identity, settings }: AdapterUse): object {
  return { use, identity, ...(typeof settings === 'object' ? settings : {}) };
}

function leaves(place: string, value: unknown): readonly (readonly [string, string])[] {
  if (value === undefined || value === '') return [];
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [[place, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, inside]) =>
    leaves(place === '' ? name : `${place}.${name}`, inside),
  );
}
