import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const LOADER = fileURLToPath(new URL('../../.github/tooling/run.mjs', import.meta.url));

/** Gives tasks to several processes side by side, each as soon as it is free. Which process does which task changes nothing. */
export async function shareOut<Task, Result>(
  program: URL,
  tasks: readonly Task[],
  workers: number,
  take: (result: Result) => void,
): Promise<void> {
  const left = [...tasks];
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(LOADER, [fileURLToPath(program)]);
      child.on('message', (message: { readonly result?: Result }) => {
        if (message.result !== undefined) take(message.result);
        const task = left.shift();
        if (task === undefined) {
          child.disconnect();
          resolve();
        } else child.send({ task });
      });
      child.on('error', reject);
      child.on('exit', (code) => {
        if (code !== 0) reject(new Error(`a worker ended with ${String(code)}`));
      });
    });
  await Promise.all(Array.from({ length: workers }, work));
}

/** The other side: does each task that comes. */
export function workFor<Task, Result>(work: (task: Task) => Promise<Result>): void {
  // Every process of every trial listens to the runner's signals.
  process.setMaxListeners(0);
  process.on('message', ({ task }: { readonly task: Task }) => {
    void work(task).then((result) => process.send?.({ result }));
  });
  process.send?.({});
}
