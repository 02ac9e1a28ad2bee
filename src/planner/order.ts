import { CRITICALITIES, type Config } from '../domain/config';
import { ACTIONS, type PlanItem } from '../domain/plan';

const RANK = new Map(Object.keys(ACTIONS).map((action, rank) => [action, rank]));

/** In the order in which they are carried out: among starts the overdue, then the critical, then those due first. */
export function inOrder(items: readonly PlanItem[], { keys }: Config): readonly PlanItem[] {
  const weight = (item: PlanItem): number => {
    const criticality = keys[item.key]?.criticality;
    return criticality ? CRITICALITIES.length - CRITICALITIES.indexOf(criticality) : 0;
  };
  return [...items].sort(
    (one, other) =>
      rankOf(one) - rankOf(other) ||
      Number(other.overdue) - Number(one.overdue) ||
      weight(one) - weight(other) ||
      compared(one.due ?? '', other.due ?? '') ||
      compared(one.key, other.key),
  );
}

/** Times and names of keys are plain letters, and there may be many. */
function compared(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function rankOf({ action }: PlanItem): number {
  return RANK.get(action) ?? RANK.size;
}
