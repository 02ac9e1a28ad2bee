import type { Code } from './errorCodes';
import type { Instant } from './time';

export const ACTIONS = [
  'adopt',
  'rotate',
  'remove',
  'rehearse',
  'resume',
  'rollback',
  'abandon',
  'wait',
  'nothing',
  'hold',
  'blocked',
  'refused',
  'unmanaged',
] as const;
/** What a run would do with a key. Only the first seven change anything. */
export type PlanAction = (typeof ACTIONS)[number];

export interface Finding {
  readonly rule: string;
  readonly code: Code;
  /** refuse: the key is not started. warn: it is, and people are told. */
  readonly weight: 'refuse' | 'warn' | 'wait';
  readonly message: string;
  /** With `wait`: from when on it may start. */
  readonly until?: Instant;
}

export interface PlanItem {
  readonly key: string;
  readonly identity: string;
  readonly owner: string;
  readonly environment: string;
  readonly vendor: string;
  readonly workloads: readonly string[];
  readonly action: PlanAction;
  /** One sentence. */
  readonly why: string;
  readonly rotation?: string;
  readonly due?: Instant;
  readonly overdue: boolean;
  readonly resumeAt?: Instant;
  readonly findings: readonly Finding[];
  /** Of an open rotation: what policy would have against a start now. It counts when nobody but the journal says that it was started. */
  readonly unstarted?: readonly Finding[];
}

/** Plain data, the same for the same config, journal and time. Safe to post anywhere the config may be seen. */
export interface Plan {
  readonly v: 1;
  readonly at: Instant;
  readonly command: string;
  readonly config: { readonly path: string; readonly commit?: string; readonly digest: string };
  readonly journal: string;
  readonly items: readonly PlanItem[];
  readonly warnings: readonly string[];
}
