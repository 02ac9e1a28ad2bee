import { OPEN_STATUSES, type KeyState } from '../domain/journal/keyState';
import { asRekeyError, type RekeyError } from '../domain/errors';
import type { Plan, PlanItem } from '../domain/plan';
import { foldRotation } from '../domain/journal/rotation';
import { inOrder } from '../domain/tools/text';
import { DAY, millis, type Millis } from '../domain/tools/time';
import { evidence } from '../evidence/build';
import type { Situation } from '../report/situation';
import type { Session } from './session';
import { evidenceFiles } from './pages';
import { situationOf } from './situations';

/** Each costs a call to the journal. */
const MOST = 60;
const RECENT = 30 * DAY;
/** So many calls at once. */
const AT_ONCE = 8;

export interface ToldRotations {
  readonly situations: readonly Situation[];
  /** Open or recent ones that were not read, because there are many. */
  readonly left: number;
  /** What the journal cannot tell: the report says the rest all the same. */
  readonly faults: readonly RekeyError[];
}

/** Every key with its open rotation, or with its last one where that ended in the last 30 days; read from the journal, what is open first. */
export async function toldRotations(plan: Plan, session: Session): Promise<ToldRotations> {
  const now = session.journal.now();
  const wanted = plan.items
    .flatMap((item) => wantedOf(item, session.view.keys.get(item.identity), now) ?? [])
    .sort((one, other) => one.rank - other.rank || inOrder(other.at, one.at));
  const told = new Map<string, Situation>();
  const faults: RekeyError[] = [];
  const read = async ({ item, rotation }: Wanted): Promise<void> => {
    try {
      told.set(item.identity, await situationFrom(item, rotation, session));
    } catch (thrown) {
      const error = asRekeyError(thrown);
      if (error.code !== 'RK7002') throw error;
      faults.push(error);
    }
  };
  const chosen = wanted.slice(0, MOST);
  for (let at = 0; at < chosen.length; at += AT_ONCE)
    await Promise.all(chosen.slice(at, at + AT_ONCE).map(read));
  const situations = plan.items.map(
    (item) => told.get(item.identity) ?? situationOf(item, undefined, session),
  );
  return { situations, left: wanted.length - chosen.length, faults };
}

interface Wanted {
  readonly item: PlanItem;
  readonly rotation: string;
  readonly rank: number;
  readonly at: string;
}

/** An adoption has no two keys. */
function wantedOf(item: PlanItem, state: KeyState | undefined, now: Millis): Wanted | undefined {
  const { open, last } = state ?? {};
  if (open && open.kind !== 'adopt')
    return { item, rotation: open.rotation, rank: OPEN_STATUSES.indexOf(open.status), at: open.started };
  if (open || !last || last.outcome === 'adopted' || now - millis(last.at) > RECENT) return undefined;
  return { item, rotation: last.rotation, rank: OPEN_STATUSES.length, at: last.at };
}

async function situationFrom(item: PlanItem, id: string, session: Session): Promise<Situation> {
  const facts = await session.journal.facts(item.identity, id);
  const rotation = foldRotation(facts);
  const situation = situationOf(item, undefined, session);
  if (!rotation) return situation;
  const made = evidence(facts, rotation);
  // Throws here, and not when it is written, for a rotation whose name would be a path.
  evidenceFiles(made);
  return { ...situation, rotation, evidence: made };
}
