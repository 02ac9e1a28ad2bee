import type { Played } from './play';

/** Many runs in a few figures. */
export interface Tally {
  runs: number;
  effects: number;
  faults: number;
  violations: number;
  max_resumes: number;
  /** What made it hard, by its kind, and how often. */
  kinds: Record<string, number>;
  /** How rotations ended, by what was asked for and its outcome. */
  ends: Record<string, number>;
  /** Of all runs together, whatever their order: the same seeds have the same. */
  digest: number;
  /** The first seeds with a violation. */
  failing: number[];
}

export const noTally = (): Tally => ({
  runs: 0,
  effects: 0,
  faults: 0,
  violations: 0,
  max_resumes: 0,
  kinds: {},
  ends: {},
  digest: 0,
  failing: [],
});

const MOST_FAILING = 20;

export function count(tally: Tally, played: Played): void {
  tally.runs += 1;
  tally.effects += played.effects;
  tally.faults += played.troubles.length;
  tally.max_resumes = Math.max(tally.max_resumes, played.resumes);
  addAll(tally.kinds, played.hardships);
  addAll(tally.ends, played.ends);
  tally.digest = (tally.digest ^ digestOf(played)) >>> 0;
  if (played.violations.length === 0) return;
  tally.violations += 1;
  if (tally.failing.length < MOST_FAILING) tally.failing.push(played.seed);
}

export function add(to: Tally, other: Tally): void {
  to.runs += other.runs;
  to.effects += other.effects;
  to.faults += other.faults;
  to.violations += other.violations;
  to.max_resumes = Math.max(to.max_resumes, other.max_resumes);
  addAll(to.kinds, other.kinds);
  addAll(to.ends, other.ends);
  to.digest = (to.digest ^ other.digest) >>> 0;
  to.failing.push(...other.failing);
}

/** Of the hash and the seed, so that two equal runs do not cancel each other. */
function digestOf({ seed, hash }: Played): number {
  return Math.imul(Number.parseInt(hash.slice(0, 8), 16) ^ Number.parseInt(hash.slice(8), 16), 2 * seed + 1);
}

function addAll(to: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(more)) to[name] = (to[name] ?? 0) + count;
}
