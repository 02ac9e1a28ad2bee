import { isMap } from './adapterUse';
import type { Surroundings } from './adapterUse';
import { checkPlace } from './places';
import type { Problems } from './problems';
import { parseReference } from './reference';
import { didYouMean, quoted, unknown } from './suggest';

/** Names that entries of `keys:` may point to, also those of entries with faults. */
export interface Names {
  readonly stores: readonly string[];
  /** Those of them whose secrets are one text. */
  readonly wholes: readonly string[];
  readonly vendors: readonly string[];
  readonly workloads: ReadonlySet<string>;
}

/** Looks up every name in an entry of `keys:`. It reads the entry as it stands, so that another fault hides none of these. */
export function checkNames(key: string, entry: unknown, names: Names, around: Surroundings): void {
  if (!isMap(entry)) return;
  const { problems } = around;
  const { vendor, secret, used_by: users } = entry;
  const path = ['keys', key];
  checkVendor(vendor, path, names.vendors, problems);
  const place = typeof secret === 'string' ? parseReference(secret, names.stores, names.wholes) : undefined;
  if (place && !names.stores.includes(place.store)) {
    const message = `${unknown(place.store, names.stores)} is not a store.${didYouMean(place.store, names.stores)}`;
    problems.add('RK2004', [...path, 'secret'], message);
  } else if (place) checkPlace(place, [...path, 'secret'], around);
  const words = Array.isArray(users) ? users.filter((user) => typeof user === 'string') : [];
  checkUsers(words, [...path, 'used_by'], names.workloads, problems);
}

function checkVendor(
  vendor: unknown,
  path: readonly string[],
  vendors: readonly string[],
  problems: Problems,
): void {
  if (vendor === undefined && vendors.length !== 1) {
    const message = `is missing.${didYouMean('', vendors)}`;
    problems.addName('RK2002', [...path, 'vendor'], message, 'Add it.');
  } else if (typeof vendor === 'string' && !vendors.includes(vendor)) {
    const message = `${unknown(vendor, vendors)} is not a vendor.${didYouMean(vendor, vendors)}`;
    problems.add('RK2004', [...path, 'vendor'], message, 'Correct the name, or add it under vendors.');
  }
}

function checkUsers(
  users: readonly string[],
  path: readonly string[],
  workloads: ReadonlySet<string>,
  problems: Problems,
): void {
  for (const [index, user] of users.entries()) {
    if (!workloads.has(user)) {
      const message = `${unknown(user, [...workloads])} is not a workload.${didYouMean(user, [...workloads])}`;
      problems.add('RK2004', path, message, 'Correct the name, or add it under workloads.');
    } else if (users.indexOf(user) < index) {
      problems.add('RK2005', path, `${quoted(user)} stands twice.`, 'Name it once.');
    }
  }
}
