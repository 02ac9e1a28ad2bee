import type { KeyState } from '../domain/journal/keyState';
import type { PlanItem } from '../domain/plan';

/** Keys that the journal knows and the config does not. Taking an entry out ends nothing; what is open waits for a person. */
export function unmanaged(
  keys: ReadonlyMap<string, KeyState>,
  known: ReadonlySet<string>,
): readonly PlanItem[] {
  return [...keys.values()]
    .filter((state) => !known.has(state.identity) && !isOver(state))
    .map((state) => ({
      key: state.name,
      identity: state.identity,
      owner: '',
      environment: state.environment,
      vendor: state.vendor,
      workloads: state.workloads,
      action: 'unmanaged',
      why: whyOf(state),
      ...(state.open && { rotation: state.open.rotation }),
      overdue: false,
      findings: [],
    }));
}

function whyOf({ open, removed }: KeyState): string {
  if (open)
    return `its entry is gone while rotation ${open.rotation} is open: put the entry back to finish it; its keys STAY ALIVE`;
  return removed
    ? 'no longer in the config; it was removed, and nobody has proved that it is dead: look at the vendor (or put the entry back and run remove again)'
    : 'no longer in the config; the key STAYS ALIVE at the vendor (to end it: put the entry back and run remove)';
}

/** It was removed with proof, or never more than looked at. */
function isOver(state: KeyState): boolean {
  if (state.open) return false;
  return state.removed?.proved ?? (state.adopted === undefined && state.lastPromote === undefined);
}
