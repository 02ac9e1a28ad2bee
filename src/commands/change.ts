import type { Inputs } from '../config/inputs';
import type { Catalog } from '../domain/descriptor';
import type { Rank } from '../domain/facts';
import { defuse } from '../domain/text';
import { planText } from '../report/plan';
import { act, type Wish } from './act';
import { hold } from './hold';
import { mayAct } from './mayAct';
import { ACTING, planForJob } from './planning';
import { publish } from './publish';
import { openSession, type Session } from './session';
import type { World } from './world';

/** rotate, rehearse, rollback, remove, hold and release: plan, act, tell. One key's trouble never stops another's. */
export async function change(inputs: Inputs, catalog: Catalog, world: World): Promise<number> {
  mayAct(world.run, inputs.command);
  const session = await openSession(inputs.config, catalog, world, true);
  try {
    const plan = await planForJob(session, inputs);
    world.log.info(planText(plan));
    const wish = wishOf(inputs, session);
    const acted =
      inputs.command === 'hold' || inputs.command === 'release'
        ? await hold(plan.items, session, wish.order, inputs.command === 'hold' ? 'hold' : 'unhold')
        : await act(
            plan.items.filter(({ action }) => ACTING.has(action)),
            session,
            wish,
          );
    return await publish(session, plan, acted, inputs.command);
  } finally {
    await session.parts.end();
  }
}

function wishOf({ command, reason }: Inputs, { world }: Session): Wish {
  const { actor, event } = world.run;
  const rank: Rank = command === 'rollback' ? 'rollback' : 'scheduled';
  const order = { command, actor, event, ...(reason === undefined ? {} : { reason: defuse(reason, 300) }) };
  return { rank, order, ...(command === 'rollback' ? { undo: `${actor} asked for it` } : {}) };
}
