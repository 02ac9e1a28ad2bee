import type { Code } from './errorCodes';
import type { RotationKind } from './journal/facts';
import type { Instant } from './tools/time';

/** What follows from what a run would do with a key. */
interface ActionInfo {
  /** It changes something: the kind of rotation it begins; `open`: of the rotation that is open. */
  readonly acts?: RotationKind | 'open';
  /** It begins to replace or to end a key, so policy and limits are asked. */
  readonly starts?: true;
  /** In a plan for people, lowest first. What is overdue comes at 3, if not before. */
  readonly urgency: 1 | 2 | 4 | 5 | 6 | 7 | 8;
  /** Nobody has to read it, unless it is overdue. */
  readonly quiet?: true;
}

/** What a run would do with a key, in the order in which it is done: open ones first, because they hold something; then cheap adoptions; then what starts. */
export const ACTIONS = {
  rollback: { acts: 'open', urgency: 4 },
  abandon: { acts: 'open', urgency: 4 },
  resume: { acts: 'open', urgency: 4 },
  adopt: { acts: 'adopt', urgency: 4 },
  remove: { acts: 'remove', starts: true, urgency: 4 },
  rehearse: { acts: 'rehearse', starts: true, urgency: 4 },
  rotate: { acts: 'rotate', starts: true, urgency: 4 },
  wait: { urgency: 6, quiet: true },
  hold: { urgency: 5, quiet: true },
  blocked: { urgency: 2 },
  refused: { urgency: 1 },
  unmanaged: { urgency: 7 },
  nothing: { urgency: 8, quiet: true },
} as const satisfies Record<string, ActionInfo>;

export type PlanAction = keyof typeof ACTIONS;
export type StartAction = {
  [Action in PlanAction]: (typeof ACTIONS)[Action] extends { starts: true } ? Action : never;
}[PlanAction];

const INFO: Readonly<Record<PlanAction, ActionInfo>> = ACTIONS;

export const actionInfo = (action: PlanAction): ActionInfo => INFO[action];
/** The kind of rotation that it begins; undefined when it begins none. */
export function kindBegun(action: PlanAction): RotationKind | undefined {
  const { acts } = INFO[action];
  return acts === 'open' ? undefined : acts;
}

export const acts = ({ action }: Pick<PlanItem, 'action'>): boolean => INFO[action].acts !== undefined;
export const isStart = (action: PlanAction): action is StartAction => INFO[action].starts === true;

/** Commands that ask for one thing of keys that are named. */
export const ORDERS: ReadonlySet<string> = new Set(['rollback', 'abandon', 'remove', 'rehearse']);

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
