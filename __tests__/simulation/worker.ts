import { standStill } from './guard';
import { play, type Options } from './play';
import { preload } from './runner/preload';
import { count, noTally, type Tally } from './tally';
import { START } from './world/world';

/** Seeds from `first` on, as many as `runs`. */
export interface Task {
  readonly first: number;
  readonly runs: number;
  readonly options: Options;
}

async function work({ first, runs, options }: Task): Promise<Tally> {
  const tally = noTally();
  for (let seed = first; seed < first + runs; seed += 1) count(tally, await play(seed, options));
  return tally;
}

// Nobody reads where in the code an error was made, and to find that out takes longer than to make it.
Error.stackTraceLimit = 0;
await preload();
standStill(START);
process.on('message', (task: Task) => {
  void work(task).then((tally) => process.send?.(tally));
});
process.send?.('ready');
