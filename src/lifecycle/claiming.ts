import type { KeyConfig } from '../domain/config';
import type { Host } from '../domain/contracts/host';
import { RekeyError } from '../domain/errors';
import { RANKS, type Order, type Rank, type RotationKind } from '../domain/journal/facts';
import { MOST_TAKEOVERS, type KeyState } from '../domain/journal/keyState';
import type { RunContext } from '../domain/run';
import { instant, millis, MINUTE, type Millis } from '../domain/tools/time';
import type { Ledger } from './ledger';

export interface ClaimRequest {
  readonly kind: RotationKind;
  readonly rank: Rank;
  readonly order: Order;
  /** Today's entry; written down when the rotation begins. */
  readonly entry: KeyConfig;
  readonly config: { readonly digest: string; readonly commit?: string };
  /** How long this process may run. */
  readonly deadline: Millis;
  /** A person wants the open rotation undone. */
  readonly undo?: string;
  /** A person gives it up: whatever is alive stays alive. */
  readonly abandon?: string;
}

const MARGIN = 5 * MINUTE;

/** May this process take the key? Throws RK7006 while somebody else is at work. The nonce taken from, when it was not released. */
export async function mayClaim(
  key: KeyState,
  rank: Rank,
  host: Host,
  now: Millis,
): Promise<string | undefined> {
  const claim = key.open?.claim;
  if (!claim) return undefined;
  const over =
    millis(claim.end) < now || RANKS[rank] > RANKS[claim.rank] || (await host.over(claim.owner)) === 'over';
  if (over) return claim.by;
  const owner =
    claim.owner.kind === 'actions'
      ? `run ${claim.owner.run}, job ${claim.owner.job}`
      : `process ${claim.owner.pid}`;
  throw new RekeyError('RK7006', `${key.name}: ${owner} is at work on it, until ${claim.end} at latest.`);
}

/** Writes the claim down, in the commit of the first intent. */
export function noteClaim(
  ledger: Ledger,
  key: KeyState,
  request: ClaimRequest,
  run: RunContext,
  now: Millis,
  takenFrom: string | undefined,
): void {
  const begins = key.open?.rotation !== ledger.rotation;
  ledger.note({
    type: 'claim',
    owner: run.owner,
    rank: request.rank,
    end: instant(now + request.deadline + MARGIN),
    kind: request.kind,
    order: request.order,
    release: run.version,
    run: run.url,
    ...(run.sandbox && { sandbox: true as const }),
    config: request.config,
    ...(takenFrom !== undefined && { takenFrom }),
    ...(begins && { snapshot: request.entry }),
  });
}

/** Claims that were taken over without getting on. */
export const diedTooOften = (ledger: Ledger): boolean => (ledger.key.open?.takeovers ?? 0) >= MOST_TAKEOVERS;

export function noteTooOften(ledger: Ledger): void {
  ledger.note({
    type: 'blocked',
    code: 'RK8003',
    why: `${MOST_TAKEOVERS} runs in a row died on this rotation without getting on`,
  });
}
