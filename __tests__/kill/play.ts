import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asText, line } from '../../src/sandbox/timeline';
import type { Lifecycle } from './lifecycles';
import { nameOf, type Point } from './points';
import { Trial } from './trial';
import { verdict, type Verdict } from './verdict';
import { World } from './world';

export interface PlayPlan {
  readonly lifecycle: Lifecycle;
  /** Undefined: undisturbed. */
  readonly point?: Point;
  readonly seed: number;
  readonly factor: number;
  readonly action: string;
  readonly folder: string;
  readonly keep: boolean;
}

export interface Played extends Verdict {
  readonly name: string;
  readonly point: Point | undefined;
  /** The request that was struck, in words; undefined: there was no such request. */
  readonly struck: string | undefined;
  readonly requests: number;
  readonly runs: number;
  readonly seconds: number;
  /** What happened, a line each. */
  readonly story: readonly string[];
}

export async function play(plan: PlayPlan): Promise<Played> {
  const { lifecycle, point, folder } = plan;
  const name = point ? nameOf(point) : lifecycle.name;
  const seed = seedOf(name, plan.seed);
  const began = performance.now();
  const world = await World.open({ ...plan, seed });
  let keep = plan.keep;
  try {
    const trial = new Trial(world, lifecycle, point);
    await trial.run().catch((thrown: unknown) => {
      trial.problems.push(`the trial broke: ${thrown instanceof Error ? (thrown.stack ?? '') : 'unknown'}`);
    });
    const { problems, ...seen } = verdict(world, lifecycle, folder);
    const all = [...trial.problems, ...problems];
    keep ||= all.length > 0;
    if (keep) keepPapers(world, folder);
    const happened = world.timeline.happenings.filter(({ who }) => who === 'run').map(line);
    return {
      ...seen,
      name,
      point,
      problems: all,
      struck: trial.struck,
      requests: world.wire.count,
      runs: world.jobs.length,
      seconds: (performance.now() - began) / 1000,
      story: happened,
    };
  } finally {
    await world.close();
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
}

/** The same point meets the same chance, whatever else is played. */
function seedOf(name: string, seed: number): number {
  return [...name].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0, seed);
}

function keepPapers(world: World, folder: string): void {
  writeFileSync(join(folder, 'timeline.txt'), asText(world.timeline.happenings));
  for (const job of world.jobs) {
    const file = join(folder, `${job.name.replace(' ', '-')}.log`);
    writeFileSync(file, job.lines.map((text) => `${text}\n`).join(''));
  }
}
