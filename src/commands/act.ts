import type { KeyConfig } from '../domain/config';
import { asRekeyError, RekeyError } from '../domain/errors';
import type { Fact, Order, Rank } from '../domain/journal/facts';
import { newKey, type KeyState } from '../domain/journal/keyState';
import { kindBegun, type Plan, type PlanItem } from '../domain/plan';
import { foldRotation } from '../domain/journal/rotation';
import { millis, type Millis } from '../domain/tools/time';
import { rotate } from '../lifecycle/rotate';
import type { Stop } from '../lifecycle/stepOutcome';
import { enginePorts, PATIENCE } from './enginePorts';
import { schedule } from './scheduler';
import type { Session } from './session';

export interface Acted {
  readonly item: PlanItem;
  readonly entry: KeyConfig;
  readonly stop: Stop;
}

export interface Wish {
  readonly rank: Rank;
  readonly order: Order;
  /** A person wants the open rotation undone; the sentence says why. */
  readonly undo?: string;
  /** A person gives the open rotation up. */
  readonly abandon?: string;
}

/**
 * Rotations that go on a little later. A run that continues with others takes them along, because the next may begin only when this
 * one has ended.
 */
export function shortly({ items }: Plan, acting: readonly PlanItem[], session: Session): readonly PlanItem[] {
  if (!acting.some(({ action }) => action === 'resume')) return [];
  const { view, world } = session;
  const left = (world.deadline - world.clock.monotonic()) / 2;
  return items.filter(
    (item) =>
      item.action === 'wait' &&
      item.rotation !== undefined &&
      view.keys.get(item.identity)?.open?.person === undefined &&
      early(item, session) < Math.min(PATIENCE, left),
  );
}

function early({ resumeAt }: PlanItem, { journal }: Session): Millis {
  return resumeAt === undefined ? 0 : millis(resumeAt) - journal.now();
}

/**
 * Carries out what the plan says, several keys side by side; one key's trouble never stops another's.
 * @param ended told of each key at once, because the others may take another hour
 */
export async function act(
  items: readonly PlanItem[],
  session: Session,
  wish: Wish,
  ended: (acted: Acted) => Promise<void>,
): Promise<readonly Acted[]> {
  const { limits } = session.config;
  const run = async (item: PlanItem): Promise<Acted> => {
    const acted = await one(item, session, wish);
    await ended(acted).catch((thrown: unknown) => session.world.log.warning(asRekeyError(thrown).line));
    return acted;
  };
  const jobs = items.map((item) => ({ uses: usesOf(item, session), run: () => run(item) }));
  return schedule(jobs, (use) => (use.startsWith('secret ') ? 1 : limits.atOnce));
}

/** Adopting reads only, so it competes with nobody. Two fields of one secret never move at the same time. */
function usesOf(item: PlanItem, { config }: Session): readonly string[] {
  const entry = config.keys[item.key];
  const secret = entry ? [`secret ${entry.store}:${entry.secret.path}`] : [];
  if (item.action === 'adopt') return [];
  return [...secret, `vendor ${item.vendor}`, ...item.workloads.map((name) => `workload ${name}`)];
}

async function one(item: PlanItem, session: Session, wish: Wish): Promise<Acted> {
  const entry = session.config.keys[item.key];
  if (!entry) throw new RekeyError('RK2004', `${item.key} is not in the config.`);
  const { log } = session.world;
  const stop = await log.group(`${item.key}: ${item.action}`, async () => {
    const wait = early(item, session);
    if (item.action === 'wait' && wait > 0) await session.world.clock.sleep(wait, session.world.signal);
    const key = session.view.keys.get(item.identity) ?? newKey(item.identity, item.key);
    const stopped = await attempt(item, entry, key, session, wish);
    if (stopped.error) log.warning(stopped.error.line);
    return stopped;
  });
  return { item, entry, stop };
}

async function attempt(
  item: PlanItem,
  entry: KeyConfig,
  key: KeyState,
  session: Session,
  wish: Wish,
): Promise<Stop> {
  const kind = key.open?.kind ?? kindBegun(item.action) ?? 'rotate';
  const workloads = [...new Set([...key.workloads, ...entry.usedBy])];
  const { digest, commit } = session.config.source;
  try {
    const subject = await session.parts.subject(
      entry,
      item.identity,
      workloads,
      currentElsewhere(key, entry, session),
    );
    const request = {
      kind,
      entry,
      rank: wish.rank,
      order: wish.order,
      config: { digest, ...(commit !== undefined && { commit }) },
      deadline: session.world.deadline - session.world.clock.monotonic(),
      ...(wish.undo !== undefined && { undo: wish.undo }),
      ...(wish.abandon !== undefined && { abandon: wish.abandon }),
    };
    const stop = await rotate(key, request, subject, enginePorts(session, entry.name, item.unstarted));
    return stop.status === 'superseded' ? await readAgain(stop, session) : stop;
  } catch (thrown) {
    if (thrown instanceof RekeyError) return { status: 'failed', key, error: thrown };
    throw thrown;
  }
}

/** Somebody else wrote about the key: what is told is what the journal says by now, not what this process had wanted to do. */
async function readAgain(stop: Stop, { journal, world }: Session): Promise<Stop> {
  try {
    const key = (await journal.load()).keys.get(stop.key.identity);
    const name = stop.rotation?.rotation;
    const facts = key && name !== undefined ? await journal.facts(key.identity, name) : [];
    const rotation = foldRotation(bySelf(facts, stop.facts ?? []));
    return { ...stop, ...(key && { key }), ...(rotation && { rotation, facts }) };
  } catch (thrown) {
    world.log.warning(asRekeyError(thrown).line);
    return stop;
  }
}

/** Whatever nonce a fact bears: what this process did not write, it has not seen. */
function bySelf(facts: readonly Fact[], own: readonly Fact[]): readonly Fact[] {
  const written = new Set(own.map((fact) => JSON.stringify(fact)));
  return facts.map((fact) =>
    fact.type === 'result' && !written.has(JSON.stringify(fact)) ? { ...fact, by: 'another run' } : fact,
  );
}

function currentElsewhere(key: KeyState, entry: KeyConfig, { view }: Session): ReadonlySet<string> {
  const others = [...view.keys.values()].filter(
    (other) => other.identity !== key.identity && other.vendor === entry.vendor,
  );
  return new Set(others.flatMap(({ currentId }) => (currentId === undefined ? [] : [currentId])));
}
