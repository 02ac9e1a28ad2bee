import { shareOut } from './workers';
import { readOptions } from './options';
import { firstFaults, playWith, wrongWith } from './pairs/pair';
import type { Done, Task } from './pairs/worker';
import { grouped, type Violation } from './violations';
import { tell } from './story';

const USAGE = `npm run test:pairs -- [--every N] [--workers W] [--only 17:lost,42:stall]
  --every    plays one pair in N (default 1: all of them)
  --workers  processes (default 2)
  --only     plays these faults, and tells the story`;

/** npm run test:pairs: every pair of faults in one overlap rotation, the second at any call after the first. */
async function main(words: readonly string[]): Promise<number> {
  const { every, only, workers } = readOptions(words);
  process.setMaxListeners(0);
  return only === undefined ? playAll(every, workers) : replay(only.split(','));
}

async function playAll(every: number, workers: number): Promise<number> {
  const begun = performance.now();
  const tasks = (await firstFaults()).map((first, from): Task => ({ first, every, from }));
  const sum = { pairs: 0, effects: 0, violations: [] as Violation[] };
  const ends: Record<string, number> = {};
  let count = 0;
  await shareOut<Task, Done>(new URL('./pairs/worker.ts', import.meta.url), tasks, workers, (done) => {
    sum.pairs += done.pairs;
    sum.effects += done.effects;
    sum.violations.push(...done.violations);
    for (const [end, times] of Object.entries(done.ends)) ends[end] = (ends[end] ?? 0) + times;
    count += 1;
    if (count % 10 === 0) console.error(`${count} of ${tasks.length} first faults, ${sum.pairs} pairs`);
  });
  for (const [end, times] of Object.entries(ends).sort()) console.log(`${String(times).padStart(7)}  ${end}`);
  const { violations, ...figures } = sum;
  for (const line of grouped(violations)) console.log(line);
  const [first] = violations;
  if (first) await replay(first.name.split(','));
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  console.log(JSON.stringify({ ...figures, violations: violations.length, seconds }));
  return violations.length === 0 ? 0 : 1;
}

async function replay(faults: readonly string[]): Promise<number> {
  await playWith([]);
  const verdict = await playWith(faults, (stage, injector) =>
    tell(stage, injector, (text) => console.log(text)),
  );
  const why = wrongWith(faults, verdict);
  console.log(`ends ${verdict.end}`);
  for (const sentence of why) console.log(`BROKEN: ${sentence}`);
  console.log(`To see it again: npm run test:pairs -- --only '${faults.join(',')}'`);
  return why.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.stack : thrown);
  console.error(USAGE);
  process.exitCode = 2;
}
