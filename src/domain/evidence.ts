import type { Code } from './errorCodes';
import type { Order, Pass, Rank, RotationKind } from './journal/facts';
import type { Outcome } from './outcomes';
import type { JsonObject } from './tools/json';
import type { StepName } from './steps';
import type { Instant } from './tools/time';

/** A question that had to be answered before the next effect; the verdict is the last one. */
export interface Gate {
  readonly pass: Pass;
  readonly step: StepName;
  readonly unit?: string;
  readonly verdict: 'passed' | 'failed' | 'not observed';
  readonly at: Instant;
  readonly numbers: JsonObject;
}

/**
 * Something that changed outside. did: the answer to our own call said so. found: it was so when we looked, so it happened at some time
 * between `sent` and `at`. not known: it was asked for, and nothing tells whether it happened.
 */
export interface EffectRecord {
  readonly pass: Pass;
  readonly step: StepName;
  readonly unit?: string;
  readonly how: 'did' | 'found' | 'not known';
  /** Of the first intent that may have caused it; nothing of it happened earlier. */
  readonly sent: Instant;
  /** When the answer came, or it was found; without either, when it was asked for last. */
  readonly at: Instant;
  /** Of every intent, in order: each was a permission to call, by one process. */
  readonly intents: readonly Instant[];
  readonly data: JsonObject;
}

/** Something that did not work at first, or at all. What became of the row stands among gates and effects. */
export interface Failure {
  readonly at: Instant;
  readonly pass: Pass;
  readonly step: StepName;
  readonly unit?: string;
  readonly code: Code;
  readonly message: string;
}

export const EVIDENCE_VERSION = 2;

/**
 * A pure function of the facts of one rotation, up to the intent to close it: what comes later (release, a notifier that
 * failed) changes nothing, so a close that is done twice attaches the same bytes twice.
 */
export interface Evidence {
  readonly v: 2;
  readonly rotation: string;
  readonly key: string;
  readonly owner: string;
  readonly environment: string;
  readonly vendor: string;
  readonly secret: string;
  readonly kind: RotationKind;
  /** Who asked for it; further ones where somebody asked for something else on the way. */
  readonly orders: readonly (Order & { readonly at: Instant; readonly rank: Rank })[];
  /** Open while the rotation is not closed. */
  readonly outcome: Outcome | 'open';
  readonly started: Instant;
  readonly ended?: Instant;
  /** Each config under which it went on, from when on. More than one: the rules changed on the way. */
  readonly configs: readonly { readonly at: Instant; readonly digest: string; readonly commit?: string }[];
  readonly releases: readonly string[];
  readonly runs: readonly string[];
  /** Made in the sandbox: it proves nothing about a real key. */
  readonly sandbox?: true;
  readonly old?: { readonly id?: string; readonly how?: string };
  readonly new?: { readonly id: string; readonly label: string };
  /** What is known of the credential that had to die. Only a proof says dead. */
  readonly death: {
    readonly credential?: string;
    readonly grade: 'refused' | 'gone from list' | 'unproven' | 'not due' | 'left alive';
  };
  readonly gates: readonly Gate[];
  readonly effects: readonly EffectRecord[];
  readonly failures: readonly Failure[];
  readonly condemned: readonly { readonly at: Instant; readonly credential: string; readonly why: string }[];
  readonly blocks: readonly { readonly at: Instant; readonly code: Code; readonly why: string }[];
  readonly holds: readonly {
    readonly at: Instant;
    readonly type: 'hold' | 'unhold';
    readonly actor: string;
    readonly reason: string;
  }[];
  readonly waits: readonly {
    readonly at: Instant;
    readonly until: Instant;
    readonly reason: string;
    readonly person?: string;
  }[];
  readonly turns: readonly { readonly at: Instant; readonly to: Pass; readonly why: string }[];
  readonly takeovers: number;
  readonly warnings: readonly string[];
  /** The id of the last fact, and how many there are. */
  readonly head: string;
  readonly facts: number;
}
