import type { FakeVendorOptions } from '../../../src/adapters/vendors/http/fake';
import { gateway } from '../../../src/adapters/vendors/http/fake/wire';
import { MINUTE, SECOND, type Millis } from '../../../src/domain/tools/time';
import type { Lacking } from '../../support/stageSettings';

/** Every secret value of a run holds this, so that one look at a text tells whether a value is in it. */
export const PLANTED = 'PLANTEDVALUE';

/** How late the views of a vendor are at most. It says so in its description, and keeps to it. */
export interface VendorLags {
  readonly propagation: Millis;
  readonly list: Millis;
  readonly revocation: Millis;
  readonly lastUsed: Millis;
}

export interface VendorKind {
  readonly name: string;
  readonly without: readonly Lacking[];
  readonly lags: VendorLags;
  /** Keys beyond those that are there at the start. */
  readonly room?: number;
  readonly nullMeansNever?: boolean;
  /** Keys on one page, and how many pages are read. */
  readonly pages?: { readonly size: number; readonly most: number };
}

const QUICK: VendorLags = { propagation: 3 * SECOND, list: 0, revocation: 3 * SECOND, lastUsed: 10 * SECOND };
const SLOW: VendorLags = {
  propagation: 25 * SECOND,
  list: 20 * SECOND,
  revocation: 2 * MINUTE,
  lastUsed: 5 * MINUTE,
};

/** The vendors that there are, from one that offers everything to one that offers hardly anything. */
export const VENDORS: readonly VendorKind[] = [
  { name: 'everything', without: [], lags: QUICK },
  { name: 'slow', without: [], lags: SLOW },
  { name: 'no labels', without: ['labels'], lags: QUICK, nullMeansNever: true },
  { name: 'no labels, slow, capped', without: ['labels'], lags: SLOW, room: 1 },
  { name: 'no whoami', without: ['whoami'], lags: QUICK },
  { name: 'no disable', without: ['disable'], lags: QUICK },
  { name: 'no disable, slow', without: ['disable'], lags: SLOW },
  { name: 'no last-used', without: ['last used'], lags: QUICK },
  { name: 'null means never', without: [], lags: QUICK, nullMeansNever: true },
  { name: 'bare', without: ['labels', 'whoami', 'disable', 'last used'], lags: QUICK },
  { name: 'capped', without: [], lags: QUICK, room: 1 },
  { name: 'paged', without: [], lags: QUICK, pages: { size: 2, most: 50 } },
  { name: 'list too long', without: [], lags: QUICK, pages: { size: 2, most: 1 } },
];

/** What the description of the vendor promises. */
export function limitsOf(
  { lags, room, nullMeansNever }: VendorKind,
  present: number,
): Record<string, unknown> {
  const seconds = (lag: Millis): string => `${lag / SECOND}s`;
  return {
    propagation: seconds(lags.propagation),
    list_lag: seconds(lags.list),
    revocation_lag: seconds(lags.revocation),
    last_used_lag: seconds(lags.lastUsed),
    ...(room !== undefined && { max_live: present + room }),
    ...(nullMeansNever === true && { null_means_never: true }),
  };
}

export function fakeOptionsOf(kind: VendorKind, present: number): Partial<FakeVendorOptions> {
  return {
    wire: { ...gateway, newValue: (id, chance) => `gw.${id}.${PLANTED}${chance(16)}` },
    adminKeys: [`admin-${PLANTED}`],
    labels: !kind.without.includes('labels'),
    ...(kind.room !== undefined && { maxLive: present + kind.room }),
    ...(kind.pages !== undefined && { pageSize: kind.pages.size }),
  };
}
