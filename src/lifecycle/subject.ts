import type { KeyConfig } from '../domain/config';
import type { Deployer } from '../domain/contracts/deployer';
import type { Host } from '../domain/contracts/host';
import type { Journal } from '../domain/contracts/journal';
import type { Probe } from '../domain/contracts/probe';
import type { Store, StoredVersion } from '../domain/contracts/store';
import type { Ticket, TicketContent } from '../domain/contracts/ticket';
import type { Vendor } from '../domain/contracts/vendor';
import type { JournalFile } from '../domain/contracts/journal';
import type { Fact } from '../domain/journal/facts';
import type { Finding } from '../domain/plan';
import type { Clock, Log, Random, Values } from '../domain/ports';
import type { RunContext } from '../domain/run';
import type { Millis } from '../domain/tools/time';

export interface OpenWorkload {
  readonly name: string;
  readonly deployer?: Deployer;
  readonly probes: readonly Probe[];
  readonly holdsKeyFor: Millis;
}

/** What one rotation acts on, opened from today's config. */
export interface Subject {
  /** Today's entry: whatever a call goes to is named by it. Of the snapshot only times and workloads count, where they are safer. */
  readonly entry: KeyConfig;
  readonly identity: string;
  readonly vendor: Vendor;
  readonly store: Store;
  readonly workloads: ReadonlyMap<string, OpenWorkload>;
  readonly ticket?: Ticket;
  /** Ids that the journal says are current for other keys of this vendor. */
  readonly currentElsewhere: ReadonlySet<string>;
  /** Reads what the vendor works with, such as its admin key, so that it is known and masked; once a process. */
  readonly learnSecrets: () => Promise<void>;
  /** What the secrets and the staging slots of those keys hold now, as far as a job of this environment may read them. */
  readonly heldElsewhere: () => Promise<readonly Pick<StoredVersion, 'id' | 'parts'>[]>;
}

/** Texts that people see, made by `report` and `evidence` and handed in, because the lifecycle imports neither. */
export interface Pages {
  /** `evidence`: at the close, and the commit of the journal it can be made from again. */
  ticket(
    facts: readonly Fact[],
    evidence?: { readonly digest: string; readonly commit?: string },
  ): TicketContent;
  /** Pure: the same facts, the same bytes. */
  evidence(
    facts: readonly Fact[],
  ): readonly (JournalFile & { readonly name: string; readonly digest: string })[];
}

export interface EnginePorts {
  readonly journal: Journal;
  readonly host: Host;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly values: Values;
  readonly run: RunContext;
  readonly pages: Pages;
  /** Each fact as it is noted, and the one before it: for the log. */
  readonly told: (fact: Fact, before: Fact | undefined) => void;
  /** What policy has against a start now, for a rotation of which only the journal says that it was started. */
  readonly unstarted?: readonly Finding[];
  /** On the monotonic clock: when this process must have ended. */
  readonly deadline: Millis;
  /** How long a wait may hold this process; a longer one ends it. */
  readonly patience: Millis;
  readonly signal: AbortSignal;
}
