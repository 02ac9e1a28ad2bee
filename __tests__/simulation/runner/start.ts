import { happens, chanceOf } from '../scheduler/chances';
import type { Repository } from '../world/setting';
import { REPOSITORY, type World } from '../world/world';
import { hire, type Job } from './job';
import { program } from './program';
import { Runner, type Orders } from './runner';
import { worldOf, type Printed } from './worldOf';

/** A process is under way from now on. @param job the one whose next step it is; without one a new job begins */
export function start(world: World, given: Orders, job: Job = hire(world)): Runner {
  const { scheduler } = world;
  const number = world.runners.length + 1;
  const orders = { ...given, repository: given.repository ?? repositoryOf(world, given.words) };
  const runner = new Runner(scheduler, { number, job, orders, skew: skewOf(world, number) });
  world.runners.push(runner);
  const printed: Printed = { lines: [], outputs: {} };
  scheduler.in(0, `${runner.name} ${orders.words.join(' ')}`, runner, () => {
    world.watchers.forEach((one) => one.began?.(runner));
    void program(orders.words, world.config(orders.repository), worldOf(runner, world, printed)).then(
      (code) => {
        runner.code = code;
        world.watchers.forEach((one) => one.ended?.(runner, printed));
      },
    );
  });
  return runner;
}

function repositoryOf({ setting }: World, words: readonly string[]): Repository {
  const names = words[words.indexOf('--keys') + 1]?.split(',') ?? [];
  return setting.keys.find(({ name }) => names.includes(name))?.repository ?? REPOSITORY;
}

/** Processes that share a disk share a clock. */
function skewOf({ setting }: World, number: number): number {
  const chance = chanceOf(setting.seed, 'machine', number);
  if (setting.journal === 'file' || happens(chance, 0.5)) return 0;
  return Math.round(chance.between(-setting.clocks.runner, setting.clocks.runner));
}
