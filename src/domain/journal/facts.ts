import type { KeyConfig } from '../config';
import type { Code } from '../errorCodes';
import type { JsonObject } from '../tools/json';
import type { Outcome } from '../outcomes';
import type { Owner } from '../run';
import type { StepName } from '../steps';
import type { Instant } from '../tools/time';

/** A release reads all older versions and refuses newer ones untouched. */
export const FACT_VERSION = 1;

/** adopt: a key that Rekey did not create is identified and recorded. rehearse: all but the switch, on the real key. */
export type RotationKind = 'adopt' | 'rotate' | 'remove' | 'rehearse';

/** No command of this release gives the rank emergency; a journal may hold it. emergency > rollback > scheduled; the higher takes a claim from the lower, an equal one joins. */
export const RANKS = { scheduled: 1, rollback: 2, emergency: 3 } as const;
export type Rank = keyof typeof RANKS;

/**
 * forward: the way of the table. back: previous is current again, new dies through the tail. discard: new was never current and dies.
 * abandon: a person gives the rotation up; whatever is alive stays alive.
 */
export type Pass = 'forward' | 'back' | 'discard' | 'abandon';
export type Turn = Exclude<Pass, 'forward'>;

/** `forward/deploy:payment-service`: pass, step and, where a step is done per workload, the workload. */
export type RowId = `${Pass}/${StepName}` | `${Pass}/${StepName}:${string}`;

/** did: this process caused it. found: it was so when we looked. observed: read only. not observed: there was no way to see. */
export type How = 'did' | 'found' | 'observed' | 'not observed';

/** Who asked for it. `reason` is foreign text, defused. */
export interface Order {
  readonly command: string;
  readonly actor: string;
  readonly event: string;
  readonly reason?: string;
  /** The number of a ticket to use instead of a new one; it was there when the order was given. */
  readonly ticket?: string;
  /** An identity that approved, and the digest of the plan it approved. */
  readonly approvedBy?: string;
}

interface Common {
  readonly v: number;
  /** Unique: nonce of the process and a counter. The head of a key is the id of its last fact. */
  readonly id: string;
  /** By the journal server's clock, never before the fact before it. */
  readonly at: Instant;
  readonly rotation: string;
  /** The nonce of the claim under which it was written. */
  readonly by: string;
}

export interface ClaimFact extends Common {
  readonly type: 'claim';
  readonly owner: Owner;
  readonly rank: Rank;
  readonly end: Instant;
  readonly kind: RotationKind;
  readonly order: Order;
  /** The release of Rekey that wrote it. */
  readonly release: string;
  /** The run's page. */
  readonly run: string;
  /** Written in the sandbox: nothing that it is about is real. */
  readonly sandbox?: true;
  /** The nonce whose claim was taken although it was not released. */
  readonly takenFrom?: string;
  /** The resolved entry; only the first claim of a rotation carries it. */
  readonly snapshot?: KeyConfig;
  /** sha256 of the config, and the commit it was read at. */
  readonly config: { readonly digest: string; readonly commit?: string };
}
export interface ReleaseFact extends Common {
  readonly type: 'release';
}
export interface IntentFact extends Common {
  readonly type: 'intent';
  readonly row: RowId;
  readonly data: JsonObject;
}
export interface ResultFact extends Common {
  readonly type: 'result';
  readonly row: RowId;
  readonly how: How;
  readonly data: JsonObject;
}
export interface FailedFact extends Common {
  readonly type: 'failed';
  readonly row: RowId;
  readonly code: Code;
  readonly message: string;
  /** Present when the effect of the last intent surely did not happen: then that intent is not open any more. */
  readonly nothingDone?: true;
}
export interface WaitFact extends Common {
  readonly type: 'wait';
  readonly row: RowId;
  readonly until: Instant;
  /** At latest, and what happens then. */
  readonly latest: Instant;
  readonly then: string;
  readonly reason: string;
  /** Present when a person must act: the exact thing to do. */
  readonly person?: string;
  /** Present when it waits after a failure. */
  readonly after?: Code;
}
export interface TurnFact extends Common {
  readonly type: 'turn';
  readonly to: Turn;
  readonly why: string;
  /** Absent when a person asked for it. */
  readonly code?: Code;
  /** What the error says to do, where it is better than the advice of its code. */
  readonly next?: string;
}
/** From here on this id never becomes current again, for anybody. For `old` it is the line: forward only. */
export interface CondemnFact extends Common {
  readonly type: 'condemn';
  readonly credential: string;
  readonly why: string;
}
export interface BlockedFact extends Common {
  readonly type: 'blocked';
  readonly code: Code;
  readonly why: string;
  /** As with a turn. */
  readonly next?: string;
}
export interface HoldFact extends Common {
  readonly type: 'hold';
  readonly actor: string;
  readonly reason: string;
}
/** Ends a hold and a block; `acknowledged`: the person has done what a wait asked for. */
export interface UnholdFact extends Common {
  readonly type: 'unhold';
  readonly actor: string;
  readonly reason: string;
}
export interface WarningFact extends Common {
  readonly type: 'warning';
  readonly message: string;
}
export interface ClosedFact extends Common {
  readonly type: 'closed';
  readonly outcome: Outcome;
}

export type Fact =
  | ClaimFact
  | ReleaseFact
  | IntentFact
  | ResultFact
  | FailedFact
  | WaitFact
  | TurnFact
  | CondemnFact
  | BlockedFact
  | HoldFact
  | UnholdFact
  | WarningFact
  | ClosedFact;

/** The file of facts that belong to no rotation (a hold of an idle key). */
export const NO_ROTATION = '-';
