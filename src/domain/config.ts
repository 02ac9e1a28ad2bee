import type { Occasion } from './contracts/notifier';
import type { SecretRef } from './contracts/store';
import type { Millis } from './tools/time';

/** The validated config: every name resolved, every duration in milliseconds, the adapter's settings as its schema returned them. */
export interface AdapterUse {
  /** Its name in the config, such as `vault`; for unnamed ones the place, such as `workloads.a.check`. */
  readonly name: string;
  readonly use: string;
  readonly settings: unknown;
  /** The identity whose session it uses, named or implied. */
  readonly identity?: string;
  /** Of a store whose secrets are one text and have no fields. */
  readonly whole?: boolean;
  readonly line: number;
}

export interface WorkloadConfig {
  readonly name: string;
  /** Absent: it re-reads the store by itself. */
  readonly roll?: AdapterUse;
  readonly checks: readonly AdapterUse[];
  /** How long it may hold an old value. */
  readonly holdsKeyFor: Millis;
  readonly line: number;
}

export const CRITICALITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Criticality = (typeof CRITICALITIES)[number];

/** One entry under `keys:`. This object, as it is, is the snapshot that a claim writes down: names only, no address, no value. */
export interface KeyConfig {
  readonly name: string;
  readonly owner: string;
  readonly environment: string;
  readonly criticality: Criticality;
  readonly vendor: string;
  readonly scopes: readonly string[];
  readonly store: string;
  readonly secret: SecretRef;
  /** The id of the key in use, said once by a person. */
  readonly keyId?: string;
  /** Workloads, in the order in which they are rolled and checked. */
  readonly usedBy: readonly string[];
  readonly frequency?: Millis;
  /** Cron expression, five fields, UTC. */
  readonly schedule?: string;
  readonly grace: Millis;
  /** Drain waits at most this long beyond the grace period, then for a person. */
  readonly drainLimit: Millis;
  /** How long a disabled old key is watched before it is revoked. */
  readonly watch: Millis;
  readonly line: number;
}

export interface Window {
  readonly environment?: string;
  readonly keys?: readonly string[];
  /** Such as `Mon-Thu 02:00-05:00`. */
  readonly allow: string;
  readonly timezone: string;
}

export interface PolicyConfig {
  readonly maxAge: Readonly<Partial<Record<Criticality, Millis>>>;
  readonly windows: readonly Window[];
  readonly approveStart: readonly Criticality[];
}

export interface Limits {
  readonly startsPerTick: number;
  /** Rotations at once for one workload, and for one vendor. */
  readonly atOnce: number;
}

export interface Config {
  readonly version: 1;
  /** Path, and the commit it was read at; digest: sha256 of the bytes, in hex. */
  readonly source: { readonly path: string; readonly commit?: string; readonly digest: string };
  readonly identities: Readonly<Record<string, AdapterUse>>;
  readonly stores: Readonly<Record<string, AdapterUse>>;
  readonly vendors: Readonly<Record<string, AdapterUse>>;
  readonly workloads: Readonly<Record<string, WorkloadConfig>>;
  readonly keys: Readonly<Record<string, KeyConfig>>;
  readonly ticket?: AdapterUse;
  readonly notify: readonly (AdapterUse & { readonly when: readonly Occasion[] })[];
  readonly journal: AdapterUse;
  readonly publicJournal: boolean;
  /** Host names that may resolve to private addresses. */
  readonly allowPrivateHosts: readonly string[];
  readonly policy: PolicyConfig;
  readonly limits: Limits;
  readonly warnings: readonly string[];
}
