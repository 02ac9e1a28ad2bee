import { People } from './people/people';
import { scriptOf, type Limits } from './people/script';
import { Faults, type Only, type Strikes } from './faults/faults';
import { Judge, type Violation } from './judge';
import { settingOf, type Wanted } from './world/setting';
import { World } from './world/world';

export interface Options extends Wanted, Limits {
  /** The troubles that may happen; left out: all that the seed draws. */
  readonly only?: Only;
  /** What becomes of each call, in place of what the seed draws. */
  readonly strikes?: Strikes;
}

/** One run, from its seed. */
export interface Played {
  readonly seed: number;
  readonly hash: string;
  readonly effects: number;
  readonly calls: number;
  readonly events: number;
  /** Names of the troubles that there were. */
  readonly troubles: readonly string[];
  /** What made it hard, by its kind, and how often. */
  readonly hardships: Readonly<Record<string, number>>;
  /** How its rotations ended: `remove removed`, and how often. */
  readonly ends: Readonly<Record<string, number>>;
  /** The most runs that one rotation needed. */
  readonly resumes: number;
  readonly violations: readonly Violation[];
}

/** Meets a world before anything happens in it. */
export type Look = (world: World) => void;

export async function play(seed: number, options: Options = {}, look: Look = () => {}): Promise<Played> {
  const setting = settingOf(seed, options);
  process.env['TZ'] = setting.machineZone;
  const world = new World(setting);
  look(world);
  const judge = new Judge(world);
  const faults = new Faults(world, options.only, options.strikes);
  const people = new People(world, faults, scriptOf(setting, options));
  const { chronicle, runners, scheduler } = world;
  await people.play();
  if (scheduler.isEndless || people.isEndless) judge.endless();
  else if (judge.violations.length === 0) judge.end(!people.isCutShort);
  const claims = chronicle.rotations.map(
    (rotation) => chronicle.of(rotation).filter(({ fact }) => fact.type === 'claim').length,
  );
  return {
    seed,
    hash: scheduler.trace.hash,
    effects: world.effects,
    calls: runners.reduce((sum, runner) => sum + runner.calls, 0),
    events: scheduler.trace.events,
    troubles: faults.struck,
    hardships: Object.fromEntries(world.hardships),
    ends: endsOf(world),
    resumes: Math.max(0, ...claims),
    violations: judge.violations,
  };
}

function endsOf({ chronicle }: World): Readonly<Record<string, number>> {
  const kinds = new Map<string, string>();
  const ends: Record<string, number> = {};
  for (const { fact } of chronicle.all) {
    if (fact.type === 'claim') kinds.set(fact.rotation, fact.kind);
    if (fact.type !== 'closed') continue;
    const end = `${kinds.get(fact.rotation) ?? '?'} ${fact.outcome}`;
    ends[end] = (ends[end] ?? 0) + 1;
  }
  return ends;
}
