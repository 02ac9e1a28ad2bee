import type { Inputs } from '../config/inputs';
import type { Catalog } from '../domain/descriptor';
import type { Order, Rank } from '../domain/journal/facts';
import { RekeyError } from '../domain/errors';
import { acts, isStart, type PlanItem } from '../domain/plan';
import { defuse } from '../domain/tools/text';
import { planText } from '../report/plan';
import { act, shortly, type Wish } from './act';
import { alert } from './alert';
import { hold } from './hold';
import { mayAct } from './mayAct';
import { refusePastedValues } from './pastedValues';
import { isBrake, planForJob } from './planning';
import { publish } from './publish';
import { openSession, type Session } from './session';
import { situationNow } from './situations';
import type { World } from './world';

/** rotate, rehearse, rollback, abandon, remove, hold and release: plan, act, tell. One key's trouble never stops another's. */
export async function change(inputs: Inputs, catalog: Catalog, world: World): Promise<number> {
  mayAct(world.run, inputs.command);
  return changeIn(await openSession(inputs.config, catalog, world, true), inputs);
}

/** The same with config and journal already read. */
export async function changeIn(session: Session, inputs: Inputs): Promise<number> {
  try {
    const plan = await planForJob(session, inputs);
    session.world.log.info(planText(plan));
    const { command } = inputs;
    const items = plan.items.filter((item) => (isBrake(command) ? item.action !== 'refused' : acts(item)));
    await refusePastedValues(inputs, items, session);
    const wish = wishOf(inputs, await ticketOf(inputs, items, session), session);
    const acted = isBrake(command)
      ? await hold(items, session, wish.order, command)
      : await act([...items, ...shortly(plan, items, session)], session, wish, async (one) =>
          alert(situationNow(one, session, inputs), session),
        );
    return await publish(session, plan, acted, inputs);
  } finally {
    await session.parts.end();
  }
}

/**
 * The number of the ticket that was named, once it is known to be there. RK1002 when it is not, before anything is changed. A rotation
 * that is open has its ticket already, and an adoption needs none: then it is said that this one is not used.
 */
async function ticketOf(
  inputs: Inputs,
  items: readonly PlanItem[],
  { parts, world }: Session,
): Promise<string | undefined> {
  if (inputs.ticket === undefined) return undefined;
  const number = inputs.ticket.replace('#', '');
  const tickets = await parts.ticket();
  const found = await tickets?.find(number);
  if (!found) {
    const why = tickets ? `there is no ticket ${number}` : 'the config has no ticket, so none can be used';
    throw new RekeyError('RK1002', `ticket: ${why}. Nothing was changed.`);
  }
  for (const { key, action } of items)
    if (!isStart(action))
      world.log.info(`${key}: nothing is started, so ticket ${found.number} is not used.`);
  return found.number;
}

function wishOf({ command, reason }: Inputs, ticket: string | undefined, { world }: Session): Wish {
  const { actor, event } = world.run;
  const rank: Rank = command === 'rollback' ? 'rollback' : 'scheduled';
  const order: Order = {
    command,
    actor,
    event,
    ...(reason !== undefined && { reason: defuse(reason, 300) }),
    ...(ticket !== undefined && { ticket }),
  };
  const why = order.reason === undefined ? `${actor} asked for it` : `${actor} asked for it: ${order.reason}`;
  return {
    rank,
    order,
    ...(command === 'rollback' && { undo: why }),
    ...(command === 'abandon' && { abandon: why }),
  };
}
