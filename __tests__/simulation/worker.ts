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

/** What a worker says: that it has begun, what became of a task, or that the simulator itself failed at a seed. */
export type Word = 'ready' | Tally | { readonly broke: string };

async function work({ first, runs, options }: Task): Promise<Word> {
  const tally = noTally();
  for (let seed = first; seed < first + runs; seed += 1) {
    try {
      count(tally, await play(seed, options));
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message : String(thrown);
      return { broke: `the simulator itself failed at seed ${seed}: ${why}` };
    }
  }
  return tally;
}

// Nobody reads where in the code an error was made, and to find that out takes longer than to make it.
Error.stackTraceLimit = 0;
await preload();
standStill(START);
process.on('message', (task: Task) => {
  void work(task).then((word) => process.send?.(word));
});
process.send?.('ready');
