import { furtherSwitches, interleave } from '../support/interleaved';
import { STARTS } from '../support/startingWorlds';
import { shareOut } from './workers';
import { scheduleNamed } from './interleavings/schedule';
import type { Done, Task } from './interleavings/worker';
import { readOptions } from './options';
import { grouped, type Violation } from './violations';
import { tellTurns } from './story';

const USAGE = `npm run test:interleavings -- [--every N] [--workers W] [--only 'false death/12>1,40>0']
  --every    plays one schedule with two switches in N (default 1: all of them)
  --workers  processes (default 2)
  --only     plays this schedule, and tells the story`;

/**
 * npm run test:interleavings: two and three processes on one secret, of which exactly one makes its next outside call at a
 * time. Every schedule in which processes are interrupted at most twice, in front of any of their calls.
 */
async function main(words: readonly string[]): Promise<number> {
  const { every, only, workers } = readOptions(words);
  process.setMaxListeners(0);
  return only === undefined ? playAll(every, workers) : replay(only);
}

async function tasksFor(every: number): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  for (const start of STARTS) {
    const { turns } = await interleave(start, []);
    for (const first of [undefined, ...furtherSwitches(start, turns, [])])
      tasks.push({ start: start.name, first, every, from: tasks.length });
  }
  return tasks;
}

async function playAll(every: number, workers: number): Promise<number> {
  const begun = performance.now();
  const tasks = await tasksFor(every);
  const sum = { schedules: 0, effects: 0, violations: [] as Violation[] };
  const ends: Record<string, number> = {};
  let count = 0;
  await shareOut<Task, Done>(
    new URL('./interleavings/worker.ts', import.meta.url),
    tasks,
    workers,
    (done) => {
      sum.schedules += done.schedules;
      sum.effects += done.effects;
      sum.violations.push(...done.violations);
      for (const [end, times] of Object.entries(done.ends)) {
        const name = `${done.start}: ${end}`;
        ends[name] = (ends[name] ?? 0) + times;
      }
      count += 1;
      if (count % 20 === 0)
        console.error(`${count} of ${tasks.length} first switches, ${sum.schedules} schedules`);
    },
  );
  for (const [end, times] of Object.entries(ends).sort()) console.log(`${String(times).padStart(7)}  ${end}`);
  const { violations, ...figures } = sum;
  for (const line of grouped(violations)) console.log(line);
  const [first] = violations;
  if (first) await replay(first.name);
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  console.log(JSON.stringify({ ...figures, violations: violations.length, seconds }));
  return violations.length === 0 ? 0 : 1;
}

async function replay(name: string): Promise<number> {
  const { start, switches } = scheduleNamed(name);
  await interleave(start, []);
  const { ends, broken } = await interleave(start, switches, (scene, turns) =>
    tellTurns(scene, turns, (text) => console.log(text)),
  );
  console.log(`ends ${ends.join(' + ')}`);
  for (const sentence of broken) console.log(`BROKEN: ${sentence}`);
  console.log(`To see it again: npm run test:interleavings -- --only '${name}'`);
  return broken.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.stack : thrown);
  console.error(USAGE);
  process.exitCode = 2;
}
