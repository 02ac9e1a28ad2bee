import { MINUTE } from '../../src/domain/tools/time';
import type { StartingWorld, Start } from './startingWorlds';
import { toTheEnd } from './trial';
import { Turns, type Switch, type Turn } from './turns';
import { WorldChecks } from './worldChecks';

export interface Interleaved {
  readonly turns: readonly Turn[];
  /** How each repository's rotation ended, when nobody interfered any more. */
  readonly ends: readonly string[];
  readonly effects: number;
  /** Sentences; empty: all is well. */
  readonly broken: readonly string[];
}

/** What may come of it. Whoever is blocked or needs a person has told somebody. */
const GOOD_END = /^(done|undone|unproven|blocked: RK|person: |nothing)/;

/** Plays a start with these switches, and then lets each repository's schedule finish what is open. */
export async function interleave(
  start: Start,
  switches: readonly Switch[],
  look?: (scene: StartingWorld, turns: Turns) => void,
): Promise<Interleaved> {
  const scene = await start.make();
  const [stage, ...others] = scene.stages;
  const turns = new Turns();
  const checks = new WorldChecks(stage, { hurried: false, others });
  for (const one of scene.stages) one.injector = turns;
  look?.(scene, turns);
  await turns.play(stage.clock, scene.processes, switches);
  await stage.clock.advance(5 * MINUTE);
  const ends: string[] = [];
  let isOpen = false;
  for (const one of scene.stages) {
    one.injector = undefined;
    const { open, last } = await one.keyState();
    ends.push(
      open ? await stage.clock.run(() => toTheEnd(one, 'rotate', {}, {})) : (last?.outcome ?? 'nothing'),
    );
    isOpen ||= (await one.keyState()).open !== undefined;
  }
  // What landed after everything was over is swept by the next rotation.
  const leftover = stage.live.length > 1 || stage.slotIsHeld;
  if (leftover && !isOpen) await stage.clock.run(() => toTheEnd(stage, 'rotate', {}, {}));
  checks.end(isOpen);
  const strange = ends.filter((end) => !GOOD_END.test(end)).map((end) => `it ends ${end}`);
  const effects = scene.stages.reduce((sum, one) => sum + one.effects, 0);
  return { turns: turns.made, ends, effects, broken: [...strange, ...checks.broken] };
}

/**
 * Where one more switch makes a difference, after those that there are. The same read again by the same process, with nothing
 * written in between, is alike.
 */
export function furtherSwitches(
  { alike }: Start,
  turns: readonly Turn[],
  switches: readonly Switch[],
): readonly Switch[] {
  const read = new Set<string>();
  const begun = new Set<number>();
  const after = switches.at(-1)?.at ?? 0;
  return turns.flatMap(({ by, what, writes, others }, index) => {
    if (writes) read.clear();
    const isAgain = read.has(`${by} ${what}`);
    read.add(`${by} ${what}`);
    begun.add(by);
    const at = index + 1;
    if (isAgain || at <= after) return [];
    const fresh = others.filter((other) => !begun.has(other)).sort();
    const skipped = new Set(alike ? fresh.slice(1) : []);
    return others.filter((other) => !skipped.has(other)).map((to): Switch => ({ at, to }));
  });
}
