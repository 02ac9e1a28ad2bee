import type { Deployer } from './contracts/deployer';
import type { Identity, Session } from './contracts/identity';
import type { Journal } from './contracts/journal';
import type { Notifier } from './contracts/notifier';
import type { Probe } from './contracts/probe';
import type { Store, StoreCapabilities } from './contracts/store';
import type { Ticket } from './contracts/ticket';
import type { Vendor } from './contracts/vendor';
import type { Clock, Files, GitHub, Http, Log, Oidc, Random } from './ports';
import type { RunContext } from './run';
import type { Schema } from './tools/schema';
import type { SecretValue } from './secret';

export interface Contracts {
  identities: Identity;
  stores: Store;
  vendors: Vendor;
  deployers: Deployer;
  probes: Probe;
  tickets: Ticket;
  notifiers: Notifier;
  journals: Journal;
}
export type AdapterKind = keyof Contracts;

/**
 * What a change of a field of the config means to a security owner. trust: it decides where values go, who logs in, or what is read
 * and overwritten. gate: it decides when something may happen, and what must be seen first. cosmetic: neither.
 */
export type ChangeClass = 'trust' | 'gate' | 'cosmetic';

/** What README tables, permission lists and the planner read. Data only. */
export interface Descriptor {
  /** Equal to the folder's name. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly homepage: string;
  /** Least privilege: each permission with the call that needs it. */
  readonly permissions: readonly { readonly permission: string; readonly why: string }[];
  readonly limits: readonly string[];
  /** Of a store, and only of one: what it promises. The store that it opens says the same. */
  readonly promises?: StoreCapabilities;
  readonly risks: readonly string[];
  /** GitHub job permissions it needs, such as `issues: write`. */
  readonly github?: Readonly<Record<string, 'read' | 'write'>>;
  /** What a change of each setting means, for `plan` with `base`; it holds for all below the setting. A guard fails for one that has none. */
  readonly changes: Readonly<Record<string, ChangeClass>>;
  /** A settings example as YAML, loaded by a test. */
  readonly example: string;
  /** What was tried against a real server, and what against a fake only. */
  readonly tried: string;
}

/** Everything an adapter may use of the world. */
export interface AdapterPorts {
  /** Where the config has this adapter, such as `vendors.gateway`, for messages. */
  readonly place: string;
  /** Refuses every origin but those of `origins(settings)`, plus the session's. */
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly run: RunContext;
  readonly github: GitHub;
  readonly oidc: Oidc;
  readonly files: Files;
  /** The config allows owners, ids and failures to be public. */
  readonly publicJournal: boolean;
  /** The session of the identity that the config names (or implies) for this adapter; another one when `over` has ended. */
  session(over?: Session): Promise<Session>;
  /** The value behind `store:path#field`, allowed to travel to the adapter's own origins only. */
  secret(reference: string): Promise<SecretValue>;
  /** A token from the environment of a laptop, such as VAULT_TOKEN; undefined in Actions. */
  laptopToken(name: string, origin: string): SecretValue | undefined;
}

/** The parts that a vendor's keys are made of. A public one is the id itself, so an entry may keep it as the id alone. */
export type PartKinds = Readonly<Record<string, 'secret' | 'public'>>;

/** Why a path is likely not what was meant, as a sentence without its end, and what was meant. */
export interface Misplaced {
  readonly why: string;
  readonly path: string;
  /** What must be changed as well, as the beginning of a sentence. */
  readonly first?: string;
  /** The setting that says that the path is right as it is. */
  readonly unless: string;
}

/** One adapter, one folder: `index.ts` exports one of these as `adapter`. */
export interface Adapter<Kind extends AdapterKind = AdapterKind, Settings = unknown> {
  readonly kind: Kind;
  readonly descriptor: Descriptor;
  readonly settings: Schema<Settings>;
  /** The origins (scheme, host, port) that this adapter talks to. Constants for shipped vendors. */
  origins(settings: Settings): readonly string[];
  /** References `store:path#field` in the settings; config checks that they resolve. */
  references?(settings: Settings): readonly string[];
  /** For a vendor: the parts of each key it makes, which `fields` of an entry must fit; undefined where only a person makes keys. */
  parts?(settings: Settings): PartKinds | undefined;
  /** For a store: what speaks against a path, by its letters alone. Nothing is asked. */
  misplaced?(settings: Settings, path: string): Misplaced | undefined;
  open(settings: Settings, ports: AdapterPorts): Contracts[Kind];
}

/** Keeps the settings type inside, so that `open` and `settings` cannot drift apart. */
export function defineAdapter<Kind extends AdapterKind, Settings>(
  adapter: Adapter<Kind, Settings>,
): Adapter<Kind, Settings> {
  return adapter;
}

/** id -> lazy import, one map a kind. The real one is generated from the folders; tests make their own. */
export type Catalog = {
  readonly [Kind in AdapterKind]: Readonly<Record<string, () => Promise<Adapter<Kind>>>>;
};
