import { furtherSwitches, interleave } from '../../support/interleaved';
import { STARTS } from '../../support/startingWorlds';
import type { Switch } from '../../support/turns';
import { workFor } from '../workers';
import type { Violation } from '../violations';
import { nameOf, startNamed } from './schedule';

/** One first switch, without a second and with every one; of these only every nth, beginning with `from`. */
export interface Task {
  readonly start: string;
  readonly first: Switch | undefined;
  readonly every: number;
  readonly from: number;
}

export interface Done {
  readonly start: string;
  readonly schedules: number;
  readonly effects: number;
  /** How often they ended how. */
  readonly ends: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
}

async function work(task: Task): Promise<Done> {
  const start = startNamed(task.start);
  const ends: Record<string, number> = {};
  const violations: Violation[] = [];
  let effects = 0;
  let schedules = 0;
  const play = async (switches: readonly Switch[]): ReturnType<typeof interleave> => {
    const played = await interleave(start, switches);
    schedules += 1;
    effects += played.effects;
    const end = played.ends.join(' + ');
    ends[end] = (ends[end] ?? 0) + 1;
    if (played.broken.length > 0) violations.push({ name: nameOf(start, switches), why: played.broken });
    return played;
  };
  const first = task.first ? [task.first] : [];
  const { turns } = await play(first);
  const seconds = task.first ? furtherSwitches(start, turns, first) : [];
  for (const [index, second] of seconds.entries())
    if (index % task.every === task.from % task.every) await play([...first, second]);
  return { start: start.name, schedules, effects, ends, violations };
}

// What is loaded on first use is loaded now, for the scheduler does not wait for the disk.
for (const start of STARTS) await interleave(start, []);
workFor(work);
