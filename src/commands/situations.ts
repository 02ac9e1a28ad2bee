import { evidence } from '../evidence/build';
import type { Inputs } from '../config/inputs';
import { datesOf } from '../planner/plan';
import type { Config } from '../domain/config';
import type { KeyState } from '../domain/journal/keyState';
import type { Plan, PlanItem } from '../domain/plan';
import type { Millis } from '../domain/tools/time';
import type { Situation } from '../report/situation';
import type { Acted } from './act';
import type { Session } from './session';

/** For every key of the plan what reports need: where it stands after this run, or as the journal knows it. */
export function situations(
  plan: Plan,
  acted: readonly Acted[],
  session: Session,
  asked?: Asked,
): readonly Situation[] {
  const done = new Map(acted.map((one) => [one.item.identity, one]));
  const releases = plan.command === 'release';
  return plan.items.map((item) => {
    const mine = done.get(item.identity);
    const released = releases && mine !== undefined && mine.stop.error === undefined;
    return { ...situationOf(item, mine, session, asked), ...(released && { released }) };
  });
}

type Asked = Pick<Inputs, 'command' | 'now'>;

/** The plan with the dates that are right after this run: what was rotated is due again later. */
export function redated(plan: Plan, acted: readonly Acted[], { config, journal }: Session): Plan {
  const states = new Map(acted.map(({ item, stop }) => [item.identity, stop.key]));
  const now = journal.now();
  return {
    ...plan,
    items: plan.items.map((item) => redatedItem(item, states.get(item.identity), config, now)),
  };
}

/** One that this process was done with just now. */
export function situationNow(one: Acted, session: Session, asked: Asked): Situation {
  const item = redatedItem(one.item, one.stop.key, session.config, session.journal.now());
  return situationOf(item, one, session, asked);
}

function redatedItem(item: PlanItem, state: KeyState | undefined, config: Config, now: Millis): PlanItem {
  const key = config.keys[item.key];
  if (!key || !state) return item;
  const { due: _before, overdue: _was, ...rest } = item;
  return { ...rest, ...datesOf(key, state, config.policy, now) };
}

/** One key, after this run or as the journal knows it. */
export function situationOf(
  item: PlanItem,
  acted: Acted | undefined,
  { view, world }: Session,
  asked?: Asked,
): Situation {
  const { key: name, owner, environment, identity } = item;
  const state = acted?.stop.key ?? view.keys.get(identity);
  const { rotation, error, facts = [] } = acted?.stop ?? {};
  return {
    key: { name, owner, environment },
    plan: item,
    run: world.run,
    ...(asked && { asked: { command: asked.command, now: asked.now } }),
    ...(state && { state }),
    ...(rotation && { rotation }),
    ...(error && { error }),
    ...(rotation && facts.length > 0 && { evidence: evidence(facts, rotation) }),
  };
}
