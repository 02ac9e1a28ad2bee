import { evidence } from '../evidence/build';
import type { Plan, PlanItem } from '../domain/plan';
import type { Situation } from '../report/situation';
import type { Acted } from './act';
import type { Session } from './session';

/** For every key of the plan what reports need: where it stands after this run, or as the journal knows it. */
export function situations(plan: Plan, acted: readonly Acted[], session: Session): readonly Situation[] {
  const done = new Map(acted.map((one) => [one.item.identity, one]));
  const releases = plan.command === 'release';
  return plan.items.map((item) => {
    const mine = done.get(item.identity);
    const released = releases && mine !== undefined && mine.stop.error === undefined;
    return { ...situationOf(item, mine, session), ...(released ? { released } : {}) };
  });
}

/** One key, after this run or as the journal knows it. */
export function situationOf(item: PlanItem, acted: Acted | undefined, { view, world }: Session): Situation {
  const { key: name, owner, environment, identity } = item;
  const state = acted?.stop.key ?? view.keys.get(identity);
  const { rotation, error, facts = [] } = acted?.stop ?? {};
  return {
    key: { name, owner, environment },
    plan: item,
    run: world.run,
    ...(state ? { state } : {}),
    ...(rotation ? { rotation } : {}),
    ...(error ? { error } : {}),
    ...(rotation && facts.length > 0 ? { evidence: evidence(facts, rotation) } : {}),
  };
}
