import type { Chance } from '../../../src/sandbox/chance';
import { DAY, HOUR, MINUTE, SECOND, type Millis } from '../../../src/domain/tools/time';
import { chanceOf, happens, weighed, whole } from '../scheduler/chances';
import { storeOf, type StoreKind } from './stores';
import { VENDORS, type VendorKind } from './vendors';
import { machineZoneOf, wordingOf, type Wording } from './wording';

export interface KeySetting {
  readonly name: string;
  readonly path: string;
  readonly field: string;
  readonly workloads: readonly string[];
  /** The id of the key in use stands beside it from the start. */
  readonly idBeside: boolean;
  /** There is no key yet. */
  readonly first: boolean;
  /** Whose config it stands in. */
  readonly repository: Repository;
  /** What is asked for first. A key is removed when its entry lists nobody who uses it. */
  readonly order: Order;
}

/** `adopt` is a plain run that meets a key which is new to it. */
export type Order = 'rotate' | 'rehearse' | 'remove' | 'adopt';

export type Repository = 'acme/shop' | 'acme/other';

export interface WorkloadSetting {
  readonly name: string;
  readonly replicas: number;
  /** Rolled by a workflow; else it reads the store again after `cache`. */
  readonly rolled: boolean;
  readonly cache: Millis;
  /** Its jobs hold on to the key they began with for so long at most; 0: it has none. */
  readonly batch: Millis;
}

/** How far the clocks are off. */
export interface Clocks {
  readonly vendor: Millis;
  readonly store: Millis;
  readonly github: Millis;
  /** At most, of one machine. */
  readonly runner: Millis;
}

/** What a world is like; drawn from the seed, and nothing of it changes in the run. */
export interface Setting {
  readonly seed: number;
  readonly vendor: VendorKind;
  readonly store: StoreKind;
  /** The vendor's list has a field for the last use, and never a time in it. */
  readonly blind: boolean;
  readonly wording: Wording;
  /** Time zone of the machines. */
  readonly machineZone: string;
  readonly journal: 'file' | 'github-branch';
  readonly tickets: boolean;
  readonly keys: readonly KeySetting[];
  readonly workloads: readonly WorkloadSetting[];
  /** A consumer that nobody listed uses the first key for so long. */
  readonly unlisted: Millis;
  readonly grace: Millis;
  readonly drainLimit: Millis;
  readonly watch: Millis;
  readonly clocks: Clocks;
  readonly tokenLife: Millis;
  /** How long a process may run. */
  readonly deadline: Millis;
  /** Nobody else keeps anything in the secrets, so that versions which hold only a dead value are destroyed. */
  readonly noNeighbours: boolean;
  /** Not all processes are of the same release. */
  readonly releases: boolean;
}

export interface Wanted {
  readonly keys?: number | undefined;
  /** Its store promises less than Vault. */
  readonly stores?: boolean | undefined;
}

/** Ends the name of what works through batches with the key of a service. */
const JOBS = '-jobs';

export function settingOf(seed: number, wanted: Wanted = {}): Setting {
  const chance = chanceOf(seed, 'setting');
  const grace = weighed(chance, [
    [4, 3 * MINUTE],
    [2, 10 * MINUTE],
    [1, 2 * HOUR],
  ]);
  const vendor = VENDORS[whole(chance, 0, VENDORS.length - 1)];
  if (!vendor) throw new Error('there is no vendor');
  const store = storeOf(seed, wanted.stores === true);
  const keys = keysOf(seed, chance, wanted, store);
  const oneRepository = keys.every(({ repository }) => repository === 'acme/shop');
  const [onBranch, tickets] = [happens(chance, 0.05), happens(chance, 0.2)];
  return {
    seed,
    vendor,
    store,
    blind: vendor.nullMeansNever !== true && happens(chanceOf(seed, 'blind'), 0.06),
    wording: vendor.pages === undefined ? wordingOf(seed) : { ...wordingOf(seed), shows: undefined },
    machineZone: machineZoneOf(seed),
    journal: onBranch && oneRepository ? 'github-branch' : 'file',
    tickets: tickets && oneRepository,
    keys,
    workloads: workloadsOf(seed, keys, grace),
    unlisted: happens(chance, 0.2) ? Math.round(chance.between(MINUTE, 3 * HOUR)) : 0,
    grace,
    drainLimit: HOUR,
    watch: grace === 2 * HOUR ? 15 * SECOND : 5 * SECOND,
    clocks: clocksOf(chance),
    tokenLife: happens(chance, 0.2) ? 40 * SECOND : 15 * MINUTE,
    deadline: happens(chance, 0.2) ? 12 * MINUTE : HOUR,
    noNeighbours: happens(chanceOf(seed, 'alone'), 0.4),
    releases: happens(chanceOf(seed, 'releases'), 0.15),
  };
}

/** Each key is drawn by itself, so that a world with fewer keys is the same but for those. */
function keysOf(seed: number, chance: Chance, wanted: Wanted, store: StoreKind): readonly KeySetting[] {
  const drawn = weighed(chance, [
    [12, 1],
    [1, 2],
  ]);
  const oneSecret = happens(chance, 0.5);
  // Without compare-and-set it is safe from one repository only.
  const { fenced } = store.promises;
  const elsewhere = happens(chanceOf(seed, 'repositories'), 0.4) && fenced;
  const shared = happens(chance, 0.3) && !elsewhere;
  return Array.from({ length: wanted.keys ?? drawn }, (_, index) => {
    const own = chanceOf(seed, 'key', index);
    const number = String(index + 1);
    const workload = shared ? 'service-1' : `service-${number}`;
    const second = happens(own, 0.25) ? [`${workload}${JOBS}`] : [];
    const order = weighed<Order>(chanceOf(seed, 'order', index), [
      [76, 'rotate'],
      [10, 'rehearse'],
      [10, 'remove'],
      [4, 'adopt'],
    ]);
    return {
      name: `gateway-${number}`,
      path: oneSecret || index === 0 ? 'prod/gateway' : `prod/gateway-${number}`,
      field: oneSecret && index > 0 ? `key_${number}` : 'api_key',
      workloads: order === 'remove' ? [] : [workload, ...second],
      idBeside: happens(own, 0.6),
      first: happens(own, 0.1),
      repository: elsewhere && index > 0 ? 'acme/other' : 'acme/shop',
      order,
    };
  });
}

/** Few kinds, so that many worlds have the same config, which is read once: what serves is alike within a world, and so is what works through batches. */
function workloadsOf(seed: number, keys: readonly KeySetting[], grace: Millis): readonly WorkloadSetting[] {
  const names = [...new Set(keys.flatMap(({ workloads }) => workloads))];
  return names.map((name) => {
    const chance = chanceOf(seed, name.endsWith(JOBS) ? 'jobs' : 'services');
    const ours = keys.some((key) => key.repository === 'acme/shop' && key.workloads.includes(name));
    const replicas = whole(chance, 1, 3);
    const [isRolled, isLate, hasBatch] = name.endsWith(JOBS)
      ? [happens(chance, 0.5), false, true]
      : [happens(chance, 0.4), happens(chance, 0.5), happens(chance, 0.3)];
    const rolled = isRolled && ours;
    return {
      name,
      rolled,
      replicas,
      cache: rolled ? Infinity : Math.round(grace * (isLate ? 0.9 : 0.2)),
      batch: hasBatch ? Math.round(0.9 * grace) : 0,
    };
  });
}

function clocksOf(chance: Chance): Clocks {
  const off = (most: Millis): Millis => (happens(chance, 0.3) ? Math.round(chance.between(-most, most)) : 0);
  return {
    vendor: off(40 * SECOND),
    store: off(40 * SECOND),
    github: off(40 * SECOND),
    runner: happens(chance, 0.5) ? 10 * MINUTE : DAY,
  };
}
