import type { Outcome } from '../domain/outcomes';
import type { KeyState } from '../domain/journal/keyState';
import type { Plan, PlanItem } from '../domain/plan';
import { inOrder } from '../domain/tools/text';
import type { Instant } from '../domain/tools/time';
import { STANDINGS } from './standing';

/** How a key stands by what config and journal say, whatever run looked last. In order of urgency. */
export const CONDITIONS = {
  blocked: { icon: STANDINGS.blocked.icon, isUrgent: true },
  'needs a person': { icon: STANDINGS['needs a person'].icon, isUrgent: true },
  overdue: { icon: '⏰', isUrgent: true },
  'on hold': { icon: STANDINGS['on hold'].icon, isUrgent: false },
  running: { icon: STANDINGS.running.icon, isUrgent: false },
  waiting: { icon: STANDINGS.waiting.icon, isUrgent: false },
  new: { icon: '🆕', isUrgent: false },
  unmanaged: { icon: '❔', isUrgent: false },
  ok: { icon: '✅', isUrgent: false },
  removed: { icon: '🗑️', isUrgent: false },
} as const;
export type Condition = keyof typeof CONDITIONS;
export const CONDITION_NAMES = Object.keys(CONDITIONS) as readonly Condition[];

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
  return {
    v: 1,
    at: plan.at,
    ...(lastTick !== undefined && { lastTick }),
    keys,
    counts: countsOf(keys),
  };
}

/** How many keys of each condition, in order of urgency. */
export function countsOf(keys: readonly Pick<KeyFigures, 'condition'>[]): Figures['counts'] {
  const found = new Map<Condition, number>();
  for (const { condition } of keys) found.set(condition, (found.get(condition) ?? 0) + 1);
  return Object.fromEntries(
    CONDITION_NAMES.flatMap((name) => {
      const count = found.get(name);
      return count === undefined ? [] : [[name, count] as const];
    }),
  );
}

const RANKS = new Map(CONDITION_NAMES.map((name, rank) => [name, rank]));
const rankOf = ({ condition }: KeyFigures): number => RANKS.get(condition) ?? CONDITION_NAMES.length;

/** By urgency, then owner, then due date and name. */
export const sorted = (keys: readonly KeyFigures[]): readonly KeyFigures[] =>
  [...keys].sort(
    (one, other) =>
      rankOf(one) - rankOf(other) ||
      inOrder(one.owner, other.owner) ||
      inOrder(one.due ?? NEVER, other.due ?? NEVER) ||
      inOrder(one.key, other.key),
  );

/** After every date. */
const NEVER = '~';

export interface OwnerFigures {
  /** Foreign. */
  readonly owner: string;
  readonly keys: readonly KeyFigures[];
  readonly counts: Figures['counts'];
}

/** In the order of the first key of each: of sorted keys, who has the most urgent one comes first. */
export function byOwner(keys: readonly KeyFigures[]): readonly OwnerFigures[] {
  const owners = new Map<string, KeyFigures[]>();
  for (const key of keys) {
    const known = owners.get(key.owner);
    if (known) known.push(key);
    else owners.set(key.owner, [key]);
  }
  return [...owners].map(([owner, own]) => ({ owner, keys: own, counts: countsOf(own) }));
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
    ...(item.due !== undefined && { due: item.due }),
    ...(state?.lastPromote !== undefined && { lastPromote: state.lastPromote }),
    ...(state?.open?.resumeAt !== undefined && { waitsUntil: state.open.resumeAt }),
    ...(state?.blocked !== undefined && { blocked: `${state.blocked.code}: ${state.blocked.why}` }),
    ...(state?.hold !== undefined && { hold: `${state.hold.actor}: ${state.hold.reason}` }),
    ...(live !== undefined && { oldestLive: live }),
    ...(state?.last !== undefined && { last: { outcome: state.last.outcome, at: state.last.at } }),
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
