import { workFor } from '../workers';
import type { Violation } from '../violations';
import { playWith, secondFaults, wrongWith, type FaultName } from './pair';

/** One first fault, with every second one; of these only every nth, beginning with `from`. */
export interface Task {
  readonly first: FaultName;
  readonly every: number;
  readonly from: number;
}

export interface Done {
  readonly pairs: number;
  readonly effects: number;
  /** How often they ended how. */
  readonly ends: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
}

async function work({ first, every, from }: Task): Promise<Done> {
  const seconds = (await secondFaults(first)).filter((_, index) => index % every === from % every);
  const ends: Record<string, number> = {};
  const violations: Violation[] = [];
  let effects = 0;
  for (const second of seconds) {
    const verdict = await playWith([first, second]);
    const why = wrongWith([first, second], verdict);
    if (why.length > 0) violations.push({ name: `${first},${second}`, why });
    ends[verdict.end] = (ends[verdict.end] ?? 0) + 1;
    effects += verdict.stage.effects;
  }
  return { pairs: seconds.length, effects, ends, violations };
}

// What is loaded on first use is loaded now, for a trial does not wait for the disk.
await playWith([]);
workFor(work);
