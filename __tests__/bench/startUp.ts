import { spawnSync } from 'node:child_process';
import { least, within, type Budget } from './budget';

const TIMES = 15;

/** Start to the first input error, as a multiple of a Node that does nothing. Both in turns, so that both meet the same machine. */
export function startUp(bundle: string): Budget {
  const nothing: number[] = [];
  const refused: number[] = [];
  for (let time = 0; time <= TIMES; time += 1) {
    nothing.push(took(['-e', '0'], 0));
    refused.push(took([bundle, 'rotate', '--no-such-option'], 2));
  }
  // The first of each reads files that the system does not yet hold.
  return within(least(refused.slice(1)) / least(nothing.slice(1)), 1.5);
}

function took(words: readonly string[], expected: number): number {
  const begun = performance.now();
  const { status } = spawnSync(process.execPath, words, { env: { PATH: process.env['PATH'] } });
  if (status !== expected) throw new Error(`node ${words.join(' ')} ended with ${String(status)}`);
  return performance.now() - begun;
}
