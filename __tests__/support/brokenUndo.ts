import type { FakeKey } from '../../src/adapters/vendors/http/fake';
import type { Fact, RowId } from '../../src/domain/journal/facts';
import { foldRotation } from '../../src/domain/journal/rotation';
import { noticeOf } from '../../src/report/notices';
import { DAY, HOUR, instant } from '../../src/domain/tools/time';
import { runContext } from './facts';
import { FaultInjector, type CallFault, type OutsideCall, type Pick } from './faultInjector';
import { writeFacts } from './writeFacts';
import type { Scenario } from './trial';
import type { Story } from './stories';
import type { How } from './process';
import type { Stage } from './stage';
import { toTheEnd } from './trial';
import { WorldChecks } from './worldChecks';

/** One call of one row of an undo. */
export interface UndoCall {
  readonly row: RowId;
  readonly what: string;
}

export interface Outcome {
  /** How it ended while the call failed for good. */
  readonly end: string;
  /** Sentences; empty: nothing is lost, and a person is told. */
  readonly wrong: readonly string[];
  /** How it ended once the call did what it should. */
  readonly fixed: string;
}

/** A call that fails is tried for a day. */
const CALLS_OF_A_DAY = 100_000;

/** One process continues trying for a day, which a schedule would do in many. */
const PATIENT: How = { patience: HOUR, deadline: 2 * DAY };

/** Follows a rotation through its facts: whether it goes back, and which rows of that are done. */
class Follower {
  readonly done: RowId[] = [];
  isBack = false;

  readonly told = (fact: Fact): void => {
    if (fact.type === 'turn') this.isBack = true;
    if (fact.type === 'result' && this.isBack && !this.done.includes(fact.row)) this.done.push(fact.row);
  };

  follows({ how = {}, next = how }: Scenario): { readonly how: How; readonly next: How } {
    const { told } = this;
    return { how: { ...PATIENT, ...how, told }, next: { ...PATIENT, ...next, told } };
  }
}

/** The calls of every row of the undo of a story, the same call of a row once. */
export async function undoCalls(story: Story): Promise<readonly UndoCall[]> {
  const follower = new Follower();
  const stage = await story.make();
  const injector = new FaultInjector();
  const waiting: OutsideCall[] = [];
  const found: UndoCall[] = [];
  const attribute = (): void => {
    const row = follower.done[rows];
    if (row === undefined) return;
    rows = follower.done.length;
    for (const { what } of waiting.splice(0))
      if (!found.some((one) => one.row === row && one.what === what)) found.push({ row, what });
  };
  let rows = 0;
  injector.told = (call) => {
    attribute();
    if (follower.isBack && call.place !== 'journal') waiting.push(call);
  };
  stage.injector = injector;
  const { how, next } = follower.follows(story);
  await stage.clock.run(() => toTheEnd(stage, 'rotate', how, next));
  attribute();
  return found;
}

/** Plays a story in which this call of this row fails for good; then it works again, and a person says to go on. */
export async function breakUndo(
  story: Story,
  { row, what }: UndoCall,
  before: readonly RowId[],
  callFault: CallFault,
): Promise<Outcome> {
  const follower = new Follower();
  let isMended = false;
  const isNow = (): boolean =>
    follower.isBack && !follower.done.includes(row) && before.every((one) => follower.done.includes(one));
  const stage = await story.make();
  const pick: Pick = (call) => (!isMended && call.what === what && isNow() ? callFault : undefined);
  stage.injector = new FaultInjector(pick, CALLS_OF_A_DAY);
  const checks = new WorldChecks(stage);
  const { how, next } = follower.follows(story);
  const end = await stage.clock.run(() => toTheEnd(stage, 'rotate', how, next));
  const { open } = await stage.keyState();
  checks.end(open !== undefined);
  const wrong = [...checks.broken, ...(await untold(stage)), ...unknown(stage)];
  isMended = true;
  if (!open) return { end, wrong, fixed: end };
  if (end.startsWith('blocked')) await writeFacts(stage, { type: 'unhold', actor: 'anna', reason: 'fixed' });
  const fixed = await stage.clock.run(() => toTheEnd(stage, 'rotate', next, next));
  checks.end((await stage.keyState()).open !== undefined);
  return { end, wrong: [...new Set([...wrong, ...checks.broken])], fixed };
}

const TELLS = ['blocked', 'needs-person', 'consumers-at-risk', 'undone'];

/** A rotation that rests must have told somebody. */
async function untold(stage: Stage): Promise<readonly string[]> {
  const state = await stage.keyState();
  const rotation = foldRotation(stage.disk.facts);
  const notice = noticeOf(
    { key: stage.key, state, run: runContext(), ...(rotation && { rotation }) },
    instant(stage.clock.now()),
  );
  return notice && TELLS.includes(notice.occasion)
    ? []
    : [`nobody is told: ${notice?.occasion ?? 'no notice'}`];
}

/** A key that the journal names neither by its id nor by its label is lost. */
function unknown(stage: Stage): readonly string[] {
  const text = JSON.stringify(stage.disk.facts);
  const isKnown = ({ id, label }: FakeKey): boolean =>
    text.includes(id) || (label !== '' && text.includes(label));
  return stage.live.filter((key) => !isKnown(key)).map(({ id }) => `the journal does not know ${id}`);
}
