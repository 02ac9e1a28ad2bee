import type { Outcome } from '../domain/facts';
import type { KeyState } from '../domain/keyState';
import type { Plan, PlanItem } from '../domain/plan';
import type { Instant } from '../domain/time';

export type Condition =
  | 'ok'
  | 'overdue'
  | 'running'
  | 'waiting'
  | 'needs a person'
  | 'blocked'
  | 'on hold'
  | 'new'
  | 'unmanaged'
  | 'removed';

/** One key, as config and journal know it; keys at a vendor that nobody listed are not in it. */
export interface KeyFigures {
  readonly key: string;
  readonly owner: string;
  readonly environment: string;
  readonly vendor: string;
  readonly condition: Condition;
  readonly lastPromote?: Instant;
  readonly due?: Instant;
  readonly overdue: boolean;
  readonly waitsUntil?: Instant;
  readonly blocked?: string;
  readonly hold?: string;
  /** Since when the oldest credential that may live was in use; atLeast: it may be older. */
  readonly oldestLive?: { readonly since: Instant; readonly atLeast: boolean };
  readonly last?: { readonly outcome: Outcome; readonly at: Instant };
}

export interface Figures {
  readonly v: 1;
  readonly at: Instant;
  /** The newest sign of life in the journal. */
  readonly lastTick?: Instant;
  readonly keys: readonly KeyFigures[];
  readonly counts: Readonly<Partial<Record<Condition, number>>>;
}

export function figures(plan: Plan, states: ReadonlyMap<string, KeyState>): Figures {
  const lastTick = newest([...states.values()]);
  const keys = plan.items.map((item) => keyFigures(item, states.get(item.identity)));
  const counts: Partial<Record<Condition, number>> = {};
  for (const { condition } of keys) counts[condition] = (counts[condition] ?? 0) + 1;
  return {
    v: 1,
    at: plan.at,
    ...(lastTick === undefined ? {} : { lastTick }),
    keys,
    counts,
  };
}

function keyFigures(item: PlanItem, state: KeyState | undefined): KeyFigures {
  const live = state && oldestLive(state);
  return {
    key: item.key,
    owner: item.owner,
    environment: item.environment,
    vendor: item.vendor,
    condition: conditionOf(item, state),
    overdue: item.overdue,
    ...(item.due === undefined ? {} : { due: item.due }),
    ...(state?.lastPromote === undefined ? {} : { lastPromote: state.lastPromote }),
    ...(state?.open?.resumeAt === undefined ? {} : { waitsUntil: state.open.resumeAt }),
    ...(state?.blocked === undefined ? {} : { blocked: `${state.blocked.code}: ${state.blocked.why}` }),
    ...(state?.hold === undefined ? {} : { hold: `${state.hold.actor}: ${state.hold.reason}` }),
    ...(live === undefined ? {} : { oldestLive: live }),
    ...(state?.last === undefined ? {} : { last: { outcome: state.last.outcome, at: state.last.at } }),
  };
}

function conditionOf(item: PlanItem, state: KeyState | undefined): Condition {
  if (item.action === 'unmanaged') return 'unmanaged';
  if (state?.blocked) return 'blocked';
  if (state?.hold) return 'on hold';
  if (state?.open) return state.open.status === 'person' ? 'needs a person' : state.open.status;
  return item.overdue ? 'overdue' : conditionAtRest(state);
}

function conditionAtRest(state: KeyState | undefined): Condition {
  if (state?.removed) return 'removed';
  return state?.adopted === undefined && state?.lastPromote === undefined ? 'new' : 'ok';
}

/** While a rotation that has switched is open, the credential before it may live, and the journal's row no longer says since when. */
function oldestLive({ open, lastPromote, adopted, removed }: KeyState): KeyFigures['oldestLive'] {
  if (removed?.proved) return undefined;
  if (open && lastPromote !== undefined && lastPromote >= open.started) {
    return { since: open.started, atLeast: true };
  }
  if (lastPromote !== undefined) return { since: lastPromote, atLeast: false };
  return adopted === undefined ? undefined : { since: adopted, atLeast: true };
}

function newest(states: readonly KeyState[]): Instant | undefined {
  const times = states.flatMap(({ open, last, adopted, lastPromote }) => [
    open?.claim?.at,
    last?.at,
    adopted,
    lastPromote,
  ]);
  return times
    .flatMap((time) => time ?? [])
    .sort()
    .at(-1);
}
