import type { KeyConfig } from '../domain/config';
import type { TicketRef } from '../domain/contracts/ticket';
import type { RekeyError } from '../domain/errors';
import type { Evidence } from '../domain/evidence';
import type { WaitFact } from '../domain/journal/facts';
import type { Outcome } from '../domain/outcomes';
import type { KeyState } from '../domain/journal/keyState';
import type { PlanItem } from '../domain/plan';
import type { RotationState } from '../domain/journal/rotation';
import { sameOwner, type Owner, type RunContext } from '../domain/run';
import { inOrder } from '../domain/tools/text';

/** All that a report on one key may use. Nothing here is secret; names, reasons and messages are foreign. */
export interface Situation {
  readonly key: Pick<KeyConfig, 'name' | 'owner' | 'environment'>;
  /** Absent while the journal does not know the key. */
  readonly state?: KeyState;
  /** The rotation this run worked on; else the open one. */
  readonly rotation?: RotationState;
  /** Of the same rotation; summary and ticket show its gates. */
  readonly evidence?: Evidence;
  /** What ended this run's work on the key. */
  readonly error?: RekeyError;
  readonly plan?: PlanItem;
  /** What this run was asked for; absent where a text is made of the facts alone. */
  readonly asked?: { readonly command: string; readonly now: boolean };
  /** This run ended a hold or a block, so what was planned before that is no longer the case. */
  readonly released?: true;
  /** Default: the one that the claim wrote down. */
  readonly ticket?: TicketRef;
  readonly run: RunContext;
  /** The file name of the workflow, for the commands people copy. Default `rekey.yml`. */
  readonly workflow?: string;
}

export type PersonalWait = Pick<WaitFact, 'until' | 'latest' | 'reason'> & {
  readonly then?: string;
  readonly person?: string;
};

/** How a key stands after a run. The first that applies, from top to bottom. */
export type KeyStatus =
  | { readonly is: 'elsewhere' }
  /** Somebody else wrote about the key, and nobody is known to be at work on it now. */
  | { readonly is: 'overtaken' }
  | { readonly is: 'closed'; readonly outcome: Outcome }
  | { readonly is: 'held'; readonly actor?: string; readonly reason?: string; readonly since?: string }
  | { readonly is: 'blocked'; readonly code: string; readonly why: string; readonly next?: string }
  | { readonly is: 'person'; readonly wait: PersonalWait }
  | { readonly is: 'waiting'; readonly wait: PersonalWait }
  /** As far as the journal says; whether that run is still at work was not asked. */
  | { readonly is: 'claimed'; readonly owner: Owner }
  | { readonly is: 'running' }
  | { readonly is: 'interrupted' }
  | { readonly is: 'failed' }
  | { readonly is: 'refused' }
  | { readonly is: 'back off'; readonly until: string }
  | { readonly is: 'idle' };

export function statusOf(situation: Situation): KeyStatus {
  const { error, rotation, state } = situation;
  if (error?.code === 'RK7006') return { is: 'elsewhere' };
  if (error?.code === 'RK7005') return overtaken(situation);
  if (rotation?.closed) return { is: 'closed', outcome: rotation.closed };
  if (state?.hold) return { is: 'held', ...state.hold };
  if (rotation?.held) return { is: 'held' };
  if (!rotation && situation.plan?.action === 'refused') return { is: 'refused' };
  return blockedStatus(situation) ?? openStatus(situation);
}

function blockedStatus({ rotation, state }: Situation): KeyStatus | undefined {
  const blocked = rotation?.blocked ?? state?.blocked;
  if (!blocked) return undefined;
  const { next } = rotation?.blocked ?? {};
  return { is: 'blocked', code: blocked.code, why: blocked.why, ...(next !== undefined && { next }) };
}

/** Another run took the key over; or a person wrote a hold or a release, and this run stopped because of it. */
function overtaken(situation: Situation): KeyStatus {
  const { state, rotation, run } = situation;
  if (state?.hold) return { is: 'held', ...state.hold };
  const { claim } = state?.open ?? {};
  if (claim && !sameOwner(claim.owner, run.owner)) return { is: 'elsewhere' };
  const last = rotation?.claims.at(-1);
  // Whoever took it over has stopped again, so what the journal says is the case.
  return last && !sameOwner(last.owner, run.owner) ? statusOf(withoutError(situation)) : { is: 'overtaken' };
}

const withoutError = ({ error: _over, ...rest }: Situation): Situation => rest;

function openStatus(situation: Situation): KeyStatus {
  const { error, rotation, state } = situation;
  const wait = error ? undefined : waitOf(situation);
  if (wait) return { is: wait.person === undefined ? 'waiting' : 'person', wait };
  if (error && (!rotation || isUntouched(rotation))) return { is: 'failed' };
  if (!rotation && !state?.open) return restingStatus(situation);
  return claimStatus(situation) ?? { is: 'interrupted' };
}

/** Whoever has a claim, unless it ended here with an error, or a person has just released what stopped it. */
function claimStatus({ error, released, rotation, state, run }: Situation): KeyStatus | undefined {
  const claim = rotation ? rotation.claim : state?.open?.claim;
  if (error || released || !claim) return undefined;
  return sameOwner(claim.owner, run.owner) ? { is: 'running' } : { is: 'claimed', owner: claim.owner };
}

function restingStatus({ state, plan }: Situation): KeyStatus {
  if (plan?.action === 'refused') return { is: 'refused' };
  return state?.notBefore === undefined ? { is: 'idle' } : { is: 'back off', until: state.notBefore };
}

/** Nothing was sent to anybody yet, so nothing can have changed. */
const isUntouched = ({ rows }: RotationState): boolean =>
  Object.values(rows).every(
    (row) => row?.intent === undefined && (row?.result === undefined || row.result.how === 'observed'),
  );

/** What the rotation waits for now; a wait of an earlier run or of another pass is over. */
function waitOf({ rotation, state }: Situation): PersonalWait | undefined {
  const open = state?.open;
  if (open && open.status !== 'waiting' && open.status !== 'person') return undefined;
  if (rotation) return newestWait(rotation);
  if (open?.resumeAt === undefined) return undefined;
  return {
    until: open.resumeAt,
    latest: open.latest ?? open.resumeAt,
    reason: open.reason ?? '',
    ...(open.person !== undefined && { person: open.person }),
  };
}

function newestWait({ rows, pass, claim }: RotationState): WaitFact | undefined {
  const waits = Object.entries(rows).flatMap(([id, row]) =>
    row?.wait && id.startsWith(`${pass}/`) ? [row.wait] : [],
  );
  const newest = waits.sort((one, other) => inOrder(one.at, other.at)).at(-1);
  return newest && claim && newest.at < claim.at ? undefined : newest;
}

export function ticketOf({ ticket, rotation }: Situation): TicketRef | undefined {
  if (ticket) return ticket;
  const { ticket: number, ticketUrl: url } = rotation?.rows['forward/claim']?.result?.data ?? {};
  return typeof number === 'string' && typeof url === 'string' ? { number, url } : undefined;
}
