import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { MINUTE } from '../../../src/domain/tools/time';
import { copyWith, original } from './copy';
import type { Found } from './hunt';
import type { Mutant } from './mutant';

export interface Verdict {
  readonly mutant: string;
  /** Names of the invariants that were broken at once; empty: it survived. */
  readonly by: readonly string[];
  /** Worlds that were played. */
  readonly runs: number;
  readonly seed?: number;
  readonly why?: string;
}

const LONGEST = 20 * MINUTE;

/** Seeds from `first` on, as many as `runs`. */
export interface Worlds {
  readonly first: number;
  readonly runs: number;
}

/** Plays worlds with the bug until one breaks a promise that the same world keeps without it. */
export async function tryOut(mutant: Mutant, worlds: Worlds): Promise<Verdict> {
  const copy = copyWith(mutant);
  try {
    const end = worlds.first + worlds.runs;
    for (let { first } = worlds; first < end;) {
      const { seed, broken } = await hunt(copy.folder, first, end - first, mutant.stores);
      if (seed === undefined) break;
      const by = await differences(seed, broken, mutant.stores);
      if (by.length > 0) {
        const names = [...new Set(by.map(({ invariant }) => invariant))];
        return { mutant: mutant.name, by: names, runs: seed - worlds.first + 1, seed, why: by[0]?.why ?? '' };
      }
      first = seed + 1;
    }
    return { mutant: mutant.name, by: [], runs: worlds.runs };
  } finally {
    copy.remove();
  }
}

/** What is broken here, and not in the same world without the bug. */
async function differences(
  seed: number,
  broken: Found['broken'],
  stores: Mutant['stores'],
): Promise<Found['broken']> {
  const without = await hunt(original.folder, seed, 1, stores);
  const known = new Set(without.broken.map(({ invariant }) => invariant));
  return broken.filter(({ invariant }) => !known.has(invariant));
}

function hunt(folder: string, first: number, runs: number, stores: Mutant['stores']): Promise<Found> {
  const program = [
    join(folder, '.github/tooling/run.mjs'),
    join(folder, '__tests__/simulation/mutants/hunt.ts'),
  ];
  const words = [...program, String(first), String(runs), ...(stores ? ['stores'] : [])];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, { cwd: folder, timeout: LONGEST }, (error, said, complaint) => {
      if (error) reject(new Error(`the simulator itself failed: ${complaint || error.message}`));
      else resolve(JSON.parse(said.trim().split('\n').at(-1) ?? '') as Found);
    });
  });
}
