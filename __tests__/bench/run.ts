import { cpus } from 'node:os';
import { join } from 'node:path';
import { coreChunk } from './coreChunk';
import { idleTick } from './idleTick';
import { judged } from './judge';
import { makespan } from './makespan';
import { rotationCalls } from './rotationCalls';
import { startUp } from './startUp';

const TICKS = [10, 1000, 10_000];
const TOGETHER = [1, 10, 100];

/** npm run bench: measures each budget in one run, and prints one JSON object. @param root of an action: `src/launch.sh` and `dist` lie there */
async function main(root: string): Promise<number> {
  const bundle = join(root, 'dist/index.js');
  const { said, code } = judged({
    machine: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
    start_over_empty_node: startUp(bundle),
    core_chunk_mb: coreChunk(bundle),
    idle_tick: await each(TICKS, (keys) => idleTick(root, keys)),
    calls_of_a_rotation: await rotationCalls(),
    makespan_over_bound: {
      how: 'virtual clock; 50 ms latency, 20 requests/s at the vendor, grace 10m, watch 1m',
      ...(await each(TOGETHER, makespan)),
    },
  });
  console.log(JSON.stringify(said, null, 2));
  return code;
}

/** One after another, for they would slow each other down. */
async function each<T>(
  counts: readonly number[],
  measure: (keys: number) => Promise<T>,
): Promise<Readonly<Record<string, T>>> {
  const all: Record<string, T> = {};
  for (const keys of counts) all[String(keys)] = await measure(keys);
  return all;
}

process.exitCode = await main(process.argv[2] ?? '.');
