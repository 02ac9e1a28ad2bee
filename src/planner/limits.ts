import type { KeyState } from '../domain/journal/keyState';
import { isStart, type PlanItem } from '../domain/plan';
import type { PlanContext } from './request';

/**
 * Holds back what is too much for one run: so many starts, and so many rotations at once for a vendor or a workload. What
 * people ask for by name is not put off silently: beyond the limit all of it is refused until the names are repeated.
 * @param items in the order in which they would start
 */
export function applyLimits(
  items: readonly PlanItem[],
  keys: ReadonlyMap<string, KeyState>,
  context: PlanContext,
): readonly PlanItem[] {
  const isAsked = askedFor(context);
  const starts = items.filter((item) => isStart(item.action));
  const unconfirmed = tooMany(starts.filter(isAsked), context);
  const room = new Room(keys, context);
  return items.map((item) => {
    if (!isStart(item.action)) return item;
    if (isAsked(item)) return unconfirmed === undefined ? room.take(item) : refuse(item, unconfirmed);
    const full = room.full(item);
    return full === undefined ? room.take(item) : { ...item, action: 'wait', why: `${item.why}; ${full}` };
  });
}

/** True for what was ordered by name and would not have started by its date. */
function askedFor({ request }: PlanContext): (item: PlanItem) => boolean {
  const ordered = request.force || request.command === 'remove' || request.command === 'rehearse';
  return (item) => ordered && request.selected?.has(item.key) === true;
}

function tooMany(asked: readonly PlanItem[], { config, request }: PlanContext): string | undefined {
  const most = config.limits.startsPerTick;
  if (asked.length <= most || asked.every((item) => request.confirm.includes(item.key))) return undefined;
  const names = asked
    .map((item) => item.key)
    .sort()
    .join(',');
  return `${asked.length} keys are more than limits.starts_per_tick (${most}); to go on, repeat them in confirm: ${names}`;
}

function refuse(item: PlanItem, message: string): PlanItem {
  const finding = { rule: 'limits', code: 'RK1004', weight: 'refuse', message } as const;
  return { ...item, action: 'refused', why: message, findings: [...item.findings, finding] };
}

/** What runs already, and what this plan adds to it. */
class Room {
  readonly #taken = new Map<string, number>();
  readonly #context: PlanContext;
  #starts = 0;

  constructor(keys: ReadonlyMap<string, KeyState>, context: PlanContext) {
    this.#context = context;
    for (const { open, vendor, workloads } of keys.values()) {
      if (open?.status === 'running') this.#occupy({ vendor, workloads });
    }
  }

  full(item: PlanItem): string | undefined {
    const { startsPerTick, atOnce } = this.#context.config.limits;
    if (this.#starts >= startsPerTick) {
      return `waits for the next run, for ${startsPerTick} start in one run (limits.starts_per_tick)`;
    }
    const busy = uses(item).find((use) => (this.#taken.get(use) ?? 0) >= atOnce);
    return busy && `waits for the next run, for ${busy} has a rotation already (limits.at_once)`;
  }

  take(item: PlanItem): PlanItem {
    this.#starts += 1;
    this.#occupy(item);
    return item;
  }

  #occupy(item: Pick<PlanItem, 'vendor' | 'workloads'>): void {
    for (const use of uses(item)) this.#taken.set(use, (this.#taken.get(use) ?? 0) + 1);
  }
}

function uses({ vendor, workloads }: Pick<PlanItem, 'vendor' | 'workloads'>): readonly string[] {
  return [`vendor ${vendor}`, ...workloads.map((name) => `workload ${name}`)];
}
