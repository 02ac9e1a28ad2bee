import type { Inputs } from '../config/inputs';
import type { KeyConfig } from '../domain/config';
import type { Catalog } from '../domain/descriptor';
import { asRekeyError, RekeyError } from '../domain/errors';
import { keyIdentity } from '../domain/key';
import type { KeyState } from '../domain/journal/keyState';
import { sameOwner } from '../domain/run';
import { mayClaim, noteClaim } from '../lifecycle/claiming';
import { Context } from '../lifecycle/context';
import { mustBeTheEntry } from '../lifecycle/entry';
import { Ledger } from '../lifecycle/ledger';
import { isOff, leaveEnabled } from '../lifecycle/revocation/enable';
import { victimOf } from '../lifecycle/revocation/roles';
import type { EnginePorts } from '../lifecycle/subject';
import { isTrusted } from './mayAct';
import { enginePorts } from './enginePorts';
import { openSession, type Session } from './session';
import type { World } from './world';

/**
 * The last step of the action, also after a cancel or a crash: what the main step left disabled is enabled, its claims are
 * released so that the next run need not wait. It starts no effect; the next run continues.
 */
export async function settle(inputs: Inputs, catalog: Catalog, world: World): Promise<number> {
  const session = await sessionOf(inputs, catalog, world);
  return session ? settleIn(session) : 0;
}

/** The same with config and journal already read. */
export async function settleIn(session: Session): Promise<number> {
  const { view, world } = session;
  const left = [...view.keys.values()].filter(
    ({ open }) =>
      open?.claim && open.claim.owner.kind === 'actions' && sameOwner(open.claim.owner, world.run.owner),
  );
  try {
    for (const key of left) {
      await one(key, session).then(
        () => world.log.info(`${key.name}: released; the next run continues.`),
        (thrown: unknown) => world.log.warning(`${key.name}: ${asRekeyError(thrown).line}`),
      );
    }
  } finally {
    await session.parts.end();
  }
  return 0;
}

/** Undefined where the main step was not allowed to act, and so has left nothing; it has said why. */
async function sessionOf(inputs: Inputs, catalog: Catalog, world: World): Promise<Session | undefined> {
  if (!isTrusted(world.run)) return undefined;
  return openSession(inputs.config, catalog, world, true).catch((thrown: unknown) => {
    if (thrown instanceof RekeyError && thrown.code === 'RK1005') return undefined;
    throw thrown;
  });
}

async function one(key: KeyState, session: Session): Promise<void> {
  const { journal, world, config } = session;
  const rotation = key.open?.rotation ?? '';
  const entry = Object.values(config.keys).find(
    (each) => keyIdentity(world.run.repositoryId, each) === key.identity,
  );
  const ports = enginePorts(session, key.name);
  const ledger = new Ledger(
    ports,
    rotation,
    world.random.id(12),
    key,
    await journal.facts(key.identity, rotation),
  );
  // Steps of one job follow each other, so the main step is over: nobody needs to be asked.
  const takenFrom = await mayClaim(
    key,
    'scheduled',
    { ...world.host, over: () => Promise.resolve('over') },
    journal.now(),
  );
  const order = { command: 'settle', actor: world.run.actor, event: world.run.event };
  const { digest, commit } = config.source;
  if (entry)
    noteClaim(
      ledger,
      key,
      {
        kind: key.open?.kind ?? 'rotate',
        rank: 'scheduled',
        order,
        entry,
        config: { digest, ...(commit !== undefined && { commit }) },
        deadline: 0,
      },
      world.run,
      journal.now(),
      takenFrom,
    );
  await ledger.flush();
  if (entry) await enableAgain(ledger, entry, session, ports);
  ledger.note({ type: 'release' });
  await ledger.flush();
}

/** A key that was switched off to be watched, with nobody left who watches. */
async function enableAgain(
  ledger: Ledger,
  entry: KeyConfig,
  { parts }: Session,
  ports: EnginePorts,
): Promise<void> {
  const { state, key } = ledger;
  if (!isOff(state)) return;
  mustBeTheEntry(state.snapshot, entry);
  const subject = await parts.subject(entry, key.identity, [], new Set());
  await leaveEnabled(new Context(ledger, subject, ports));
  ledger.note({
    type: 'failed',
    row: `${state.pass}/disable`,
    code: 'RK8005',
    message: `The run ended while ${victimOf(state)} was disabled and watched; it was enabled again.`,
  });
}
