import type { Order, Outcome, Pass, RotationKind, StepName } from './facts';
import type { JsonObject } from './json';
import type { Instant } from './time';

/** The five words that people see. */
export const WORDS = ['create', 'switch', 'watch', 'revoke', 'prove'] as const;
export type Word = (typeof WORDS)[number];

export const WORD_OF: Readonly<Record<StepName, Word>> = {
  preflight: 'create',
  claim: 'create',
  adopt: 'create',
  sweep: 'create',
  create: 'create',
  verify: 'create',
  promote: 'switch',
  fence: 'switch',
  deploy: 'switch',
  check: 'watch',
  drain: 'watch',
  condemn: 'revoke',
  disable: 'revoke',
  revoke: 'revoke',
  prove: 'prove',
  free: 'prove',
  close: 'prove',
};

/** A question that had to be answered before the next effect. */
export interface Gate {
  readonly pass: Pass;
  readonly step: StepName;
  readonly unit?: string;
  readonly verdict: 'passed' | 'failed' | 'not observed';
  readonly at: Instant;
  readonly numbers: JsonObject;
}

/** Something that changed outside. found: it was so when we looked, so another process of this rotation did it. */
export interface EffectRecord {
  readonly pass: Pass;
  readonly step: StepName;
  readonly unit?: string;
  readonly how: 'did' | 'found';
  readonly intended: Instant;
  readonly at: Instant;
  readonly data: JsonObject;
}

/** A pure function of the facts of one rotation, up to and including its last fact. */
export interface Evidence {
  readonly v: 1;
  readonly rotation: string;
  readonly key: string;
  readonly owner: string;
  readonly environment: string;
  readonly vendor: string;
  readonly secret: string;
  readonly kind: RotationKind;
  readonly order: Order;
  /** Open while the rotation is not closed. */
  readonly outcome: Outcome | 'open';
  readonly started: Instant;
  readonly ended?: Instant;
  readonly config: { readonly digest: string; readonly commit?: string };
  readonly releases: readonly string[];
  readonly runs: readonly string[];
  readonly old?: { readonly id?: string; readonly how?: string };
  readonly new?: { readonly id: string; readonly label: string };
  /** What is known of the credential that had to die. Only a proof says dead. */
  readonly death: {
    readonly credential?: string;
    readonly grade: 'refused' | 'gone from list' | 'unproven' | 'not due' | 'left alive';
  };
  readonly gates: readonly Gate[];
  readonly effects: readonly EffectRecord[];
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
