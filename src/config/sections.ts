import type { AdapterUse, Config, KeyConfig, WorkloadConfig } from '../domain/config';
import { OCCASIONS } from '../domain/contracts/notifier';
import type { AdapterKind } from '../domain/descriptor';
import { isMap, readUse, wholesOf, type Surroundings } from './adapterUse';
import { check } from './check';
import { entriesOf, readEntries } from './entries';
import { readKey } from './key';
import { checkNames, type Names } from './keyNames';
import { readLimits, readPolicy } from './policy';
import * as schema from './schema';
import { sharedWorkloads } from './shared';
import { readHandling, readWorkload } from './workload';

type Raw = Readonly<Record<string, unknown>>;
export type Sections = Omit<Config, 'version' | 'source' | 'warnings'>;

const DEFAULT_JOURNAL = { use: 'github-branch' };

/** Everything below the top level, as far as it can be read. What cannot be read is among the problems already. */
export async function readSections(raw: Raw, around: Surroundings): Promise<Sections> {
  // References anywhere are held against the stores.
  const stores = await readUses('stores', raw, around);
  const [ticket] = await readOptional('tickets', 'ticket', raw['ticket'], around);
  const [journal] = await readOptional('journals', 'journal', raw['journal'] ?? DEFAULT_JOURNAL, around);
  return {
    identities: await readUses('identities', raw, around),
    stores,
    vendors: await readUses('vendors', raw, around),
    workloads: await readWorkloads(raw, around),
    keys: readKeys(raw, around),
    ...(ticket && { ticket }),
    notify: await readNotify(raw['notify'], around),
    journal: journal ?? { name: 'journal', settings: undefined, ...DEFAULT_JOURNAL, line: 1 },
    publicJournal: raw['public_journal'] === true,
    allowPrivateHosts:
      schema.whole.shape.allow_private_hosts.safeParse(raw['allow_private_hosts']).data ?? [],
    policy: readPolicy(raw['policy']),
    limits: readLimits(raw['limits']),
  };
}

async function readUses(
  kind: AdapterKind & keyof Config,
  raw: Raw,
  around: Surroundings,
): Promise<Readonly<Record<string, AdapterUse>>> {
  const uses: [string, AdapterUse][] = [];
  for (const [name, entry] of entriesOf(raw[kind])) {
    const use = await readUse(kind, name, entry, [kind, name], around);
    if (use) uses.push([name, use]);
  }
  return Object.fromEntries(uses);
}

async function readOptional(
  kind: AdapterKind,
  name: string,
  raw: unknown,
  around: Surroundings,
): Promise<readonly AdapterUse[]> {
  if (raw === undefined) return [];
  const use = await readUse(kind, name, raw, [name], around);
  return use ? [use] : [];
}

async function readWorkloads(
  raw: Raw,
  around: Surroundings,
): Promise<Readonly<Record<string, WorkloadConfig>>> {
  // First, so that what is wrong in a shared value is told where it stands, and once.
  for (const [path, part] of sharedWorkloads(raw)) await readHandling(path, part, around);
  const workloads: [string, WorkloadConfig][] = [];
  const fillers = { holds_key_for: '1ms' };
  for (const [name, { value }] of readEntries(
    'workloads',
    raw['workloads'],
    schema.workload,
    fillers,
    around.problems,
  )) {
    workloads.push([name, await readWorkload(name, value, around)]);
  }
  return Object.fromEntries(workloads);
}

function readKeys(raw: Raw, around: Surroundings): Readonly<Record<string, KeyConfig>> {
  const named = (kind: string): readonly string[] => entriesOf(raw[kind]).map(([name]) => name);
  const workloads = new Set(named('workloads'));
  const names: Names = {
    stores: around.stores,
    wholes: wholesOf(around),
    vendors: named('vendors'),
    workloads,
  };
  for (const [name, entry] of entriesOf(raw['keys'])) checkNames(name, entry, names, around);
  const keys: [string, KeyConfig][] = [];
  const fillers = { owner: '-', environment: '-', secret: '' };
  for (const [name, entry] of readEntries('keys', raw['keys'], schema.key, fillers, around.problems)) {
    keys.push([name, readKey(name, entry.value, names, around.problems, entry.unsure)]);
    if (entry.unsure) around.unsure.set(name, entry.unsure);
  }
  return Object.fromEntries(keys);
}

async function readNotify(raw: unknown, around: Surroundings): Promise<Config['notify']> {
  const notify: Config['notify'][number][] = [];
  for (const [index, entry] of (Array.isArray(raw) ? raw : []).entries()) {
    const path = ['notify', index];
    const { when, ...rest } = isMap(entry) ? entry : {};
    const use = await readUse('notifiers', path.join('.'), isMap(entry) ? rest : entry, path, around);
    const occasions =
      when === undefined ? OCCASIONS : check(schema.when, when, [...path, 'when'], around.problems);
    if (use && occasions) notify.push({ ...use, when: occasions });
  }
  return notify;
}
