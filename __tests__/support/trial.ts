import type { RotationKind } from '../../src/domain/journal/facts';
import { RekeyError } from '../../src/domain/errors';
import { ProcessKilled } from '../../src/domain/processKilled';
import { MINUTE } from '../../src/domain/tools/time';
import { FaultInjector, type OutsideCall, type Pick } from './faultInjector';
import type { How } from './process';
import type { Played, Stage } from './stage';
import { WorldChecks } from './worldChecks';

export interface Scenario {
  readonly name: string;
  readonly kind?: RotationKind;
  readonly how?: How;
  /** How every process but the first is. */
  readonly next?: How;
  make(): Promise<Stage>;
}

export interface Verdict {
  /** `done`, `undone` …, or `blocked: RK…` when somebody has to look. */
  readonly end: string;
  readonly calls: readonly OutsideCall[];
  readonly stage: Stage;
  /** Sentences; empty: all is well. */
  readonly broken: readonly string[];
}

/** More than a day of tries, a quarter of an hour apart. */
const MOST_RUNS = 200;
const CALM: How = { calm: true };
const never = new Promise<never>(() => {});
const NEEDS_SOMEBODY = ['blocked', 'person', 'held'];

interface Options {
  readonly pick?: Pick;
  /** What goes wrong may hold an effect back for long. */
  readonly delayed?: boolean;
  /** Called when everything is in its place. */
  readonly look?: (stage: Stage, injector: FaultInjector) => void;
}

/** Plays a scenario in a new world to its end. */
export async function trial(
  scenario: Scenario,
  { pick, delayed = false, look }: Options = {},
): Promise<Verdict> {
  const stage = await scenario.make();
  const injector = new FaultInjector(pick);
  stage.injector = injector;
  look?.(stage, injector);
  const { kind = 'rotate', how = {}, next = how } = scenario;
  const checks = new WorldChecks(stage, { hurried: !delayed, removes: kind === 'remove' });
  const end = await stage.clock.run(() => toTheEnd(stage, kind, how, next));
  // What is still on its way lands.
  if (delayed) await stage.clock.advance(5 * MINUTE);
  const isOpen = (await stage.keyState()).open !== undefined;
  // What landed after everything was over is swept by the next rotation.
  const leftover = stage.live.length > 1 || stage.slotIsHeld;
  if (delayed && !isOpen && leftover) await stage.clock.run(() => toTheEnd(stage, 'rotate', CALM, CALM));
  checks.end(isOpen);
  return { end, calls: injector.calls, stage, broken: checks.broken };
}

/** As the scheduler of a tick does: one process after another, until the rotation is closed or needs somebody. */
export async function toTheEnd(stage: Stage, kind: RotationKind, how: How, next: How): Promise<string> {
  const closed = (): number => stage.disk.facts.filter(({ type }) => type === 'closed').length;
  const before = closed();
  for (let runs = 0; runs < MOST_RUNS; runs += 1) {
    const played = await alone(stage, kind, runs === 0 ? how : next, next);
    const last = stage.disk.facts.filter((fact) => fact.type === 'closed').at(-1);
    const { open } = await stage.keyState();
    const isOver = closed() > before || played?.stop.status === 'done';
    if (isOver && last?.type === 'closed' && !open) return last.outcome;
    if (played && NEEDS_SOMEBODY.includes(played.stop.status))
      return `${played.stop.status}: ${played.stop.key.blocked?.code ?? ''}`;
    const at = open?.resumeAt;
    await stage.clock.sleep(Math.max(MINUTE, at === undefined ? 0 : Date.parse(at) - stage.clock.now()));
  }
  return 'endless';
}

/** One process; when it stops in front of a call, others play to the end before it wakes up. Undefined: it died. */
async function alone(stage: Stage, kind: RotationKind, how: How, next: How): Promise<Played | undefined> {
  const { injector } = stage;
  const died = (thrown: unknown): undefined => {
    if (thrown instanceof ProcessKilled || thrown instanceof RekeyError) return undefined;
    throw thrown;
  };
  const job = stage.nextJob;
  let stalled = injector?.stalled ?? never;
  const process = stage
    .process(kind, how)
    .catch(died)
    .then((played) => ({ played }));
  for (;;) {
    const first = await Promise.race([process, stalled]);
    stage.over.add(job);
    if ('played' in first) return first.played;
    await toTheEnd(stage, kind, next, next);
    stalled = injector?.stalled ?? never;
    first.wake();
  }
}
