import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Options } from './play';
import { add, noTally, type Tally } from './tally';
import type { Task, Word } from './worker';

/** Seeds that a worker gets at once at most: enough to keep it busy, few enough to end together. */
const MOST = 25;
const LOADER = fileURLToPath(new URL('../../.github/tooling/run.mjs', import.meta.url));
/**
 * There is a worker for each core, so threads that clean or compile beside it take from another worker: they get less to do. Most
 * of what a run makes is gone at its end, so there is room for the young.
 */
const ALONE_ON_ITS_CORE = ['--max-semi-space-size=64', '--single-threaded-gc', '--always-sparkplug'];
const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** Plays seeds in several processes side by side. Which process plays which seed changes nothing. */
export async function playAll(
  seeds: { readonly first: number; readonly runs: number },
  workers: number,
  options: Options,
  progress: (tally: Tally) => void,
): Promise<Tally> {
  const total = noTally();
  const end = seeds.first + seeds.runs;
  const portion = Math.min(MOST, Math.ceil(seeds.runs / (4 * workers)));
  let next = seeds.first;
  const children: ChildProcess[] = [];
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(LOADER, [WORKER], { execArgv: ALONE_ON_ITS_CORE });
      children.push(child);
      const give = (): void => {
        if (next >= end) {
          child.disconnect();
          return resolve();
        }
        const task: Task = { first: next, runs: Math.min(portion, end - next), options };
        next += task.runs;
        child.send(task);
      };
      child.on('message', (word: Word) => {
        if (word !== 'ready' && 'broke' in word) return reject(new Error(word.broke));
        if (word !== 'ready') add(total, word);
        progress(total);
        give();
      });
      child.on('error', reject);
      child.on('exit', (code) => {
        if (code !== 0) reject(new Error(`a worker ended with ${String(code)}`));
      });
    });
  try {
    await Promise.all(Array.from({ length: workers }, work));
  } finally {
    for (const child of children) child.kill();
  }
  total.failing.sort((one, other) => one - other);
  return total;
}
