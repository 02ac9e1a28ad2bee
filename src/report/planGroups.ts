import { actionInfo, type PlanItem } from '../domain/plan';
import { inOrder } from '../domain/tools/text';

/** What would change, and what is overdue although nothing changes. */
export const needsReading = ({ action, overdue }: PlanItem): boolean => overdue || !actionInfo(action).quiet;

const OVERDUE = 3;

/** Refused and blocked need a person; what is overdue comes before what would start, then what waits, and what rests last. */
function urgency({ action, overdue }: PlanItem): number {
  const at = actionInfo(action).urgency;
  return overdue ? Math.min(at, OVERDUE) : at;
}

/** By urgency, then owner, due date and name. The plan file keeps the order in which a run would take them. */
export const mostUrgentFirst = (items: readonly PlanItem[]): readonly PlanItem[] =>
  [...items].sort(
    (one, other) =>
      urgency(one) - urgency(other) ||
      inOrder(one.owner, other.owner) ||
      inOrder(one.due ?? NEVER, other.due ?? NEVER) ||
      inOrder(one.key, other.key),
  );

/** After every date. */
const NEVER = '~';

/** So many lines that differ in name and date only are one line. */
const MANY_ALIKE = 10;

export type Group = [PlanItem, ...PlanItem[]];
export const isLarge = (group: Group): boolean => group.length > MANY_ALIKE;

const DATE = /\d{4}-\d\d-\d\d \d\d:\d\d UTC/g;

/** Items of which all but the key's name and the dates is the same, in the order of the first of each. */
export function inGroups(items: readonly PlanItem[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const { action, why, overdue, owner, findings } = item;
    const said = JSON.stringify([
      action,
      why.replace(DATE, ''),
      overdue,
      owner,
      findings.map((one) => [one.code, one.message]),
    ]);
    const known = groups.get(said);
    if (known) known.push(item);
    else groups.set(said, [item]);
  }
  return [...groups.values()];
}

/** `due at 2026-12-01 02:00 UTC to 2026-12-28 02:00 UTC (every 30d)`: what all of a group say, each date from the first to the last. */
export function whyOf(group: Group): string {
  const dates = group.map(({ why }) => why.match(DATE) ?? []);
  let at = -1;
  return group[0].why.replace(DATE, (date) => {
    at += 1;
    const all = dates.flatMap((found) => found[at] ?? []).sort();
    const [first, last] = [all[0] ?? date, all.at(-1) ?? date];
    return first === last ? date : `${first} to ${last}`;
  });
}
