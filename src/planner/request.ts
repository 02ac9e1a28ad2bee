import type { Config } from '../domain/config';
import type { Millis } from '../domain/tools/time';

/** What a run is asked for, as far as planning needs it. */
export interface PlanRequest {
  readonly command: string;
  /** Names of keys in the config. Absent: all, which is the tick. */
  readonly selected?: ReadonlySet<string>;
  /** Rotate although it is not due. Counts only for keys that are selected. */
  readonly force: boolean;
  /** Names that a person repeated, because they are more than the limits allow. */
  readonly confirm: readonly string[];
  /** With abandon: identities whose open rotation is about another secret than their entry, so that it cannot go on. */
  readonly moved?: ReadonlySet<string>;
  /** With rollback: the open rotation that is meant. */
  readonly rotation?: string;
  readonly repositoryId: string;
  /** The GitHub environment of the job; empty: it has none. Absent: not in a job, so every key is looked at. */
  readonly environment?: string;
  /** Who approved this run, where policy asks for it. */
  readonly approvedBy?: string;
  /** The state of the journal that was read: a commit. */
  readonly journal: string;
}

/** What every decision of one plan sees. */
export interface PlanContext {
  readonly config: Config;
  readonly request: PlanRequest;
  /** By the journal's clock. */
  readonly now: Millis;
}
