import { asRekeyError, RekeyError } from '../domain/errors';
import { NO_ROTATION, type Order } from '../domain/journal/facts';
import { newKey, type KeyState } from '../domain/journal/keyState';
import type { PlanItem } from '../domain/plan';
import { Ledger } from '../lifecycle/ledger';
import type { Acted } from './act';
import { ledgerPorts, type Session } from './session';

/**
 * `hold` stops every run before the next promote, condemn, disable or revoke of the key; `release` ends a hold and a block.
 * It needs no claim: whoever is at work finds at its next append that the journal has moved, and stops.
 */
export async function hold(
  items: readonly PlanItem[],
  session: Session,
  order: Order,
  command: 'hold' | 'release',
): Promise<readonly Acted[]> {
  const acted = await Promise.all(items.map((item) => one(item, session, order, command)));
  return acted.filter((each) => each !== undefined);
}

/** By a hold, a block, a wait for a person, or the pause after a rotation that was undone. */
const isStopped = ({ hold, blocked, notBefore, open }: KeyState): boolean =>
  hold !== undefined ||
  blocked !== undefined ||
  notBefore !== undefined ||
  open?.status === 'person' ||
  open?.status === 'blocked';

async function one(
  item: PlanItem,
  session: Session,
  order: Order,
  command: 'hold' | 'release',
): Promise<Acted | undefined> {
  const { config, world } = session;
  const entry = config.keys[item.key];
  if (!entry) throw new RekeyError('RK2004', `${item.key} is not in the config.`);
  const key = session.view.keys.get(item.identity) ?? newKey(item.identity, item.key);
  const rotation = key.open?.rotation;
  if (command === 'release' && !isStopped(key)) {
    world.log.info(`${entry.name}: neither on hold nor blocked, so there is nothing to release.`);
    return undefined;
  }
  try {
    const facts = rotation === undefined ? [] : await session.journal.facts(key.identity, rotation);
    const ports = ledgerPorts(session, entry.name);
    const ledger = new Ledger(ports, rotation ?? NO_ROTATION, world.random.id(12), key, facts);
    const type = command === 'hold' ? 'hold' : 'unhold';
    ledger.note({ type, actor: order.actor, reason: order.reason ?? '' });
    await ledger.flush();
    const about = rotation === undefined ? {} : { rotation: ledger.state, facts: ledger.facts };
    return {
      item,
      entry,
      stop: { status: command === 'hold' ? 'held' : 'waiting', key: ledger.key, ...about },
    };
  } catch (thrown) {
    return { item, entry, stop: { status: 'failed', key, error: asRekeyError(thrown) } };
  }
}
