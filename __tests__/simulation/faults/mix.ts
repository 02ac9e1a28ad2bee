import type { Chance } from '../../../src/sandbox/chance';
import type { StrikeKind } from '../runner/call';
import { weighed } from '../scheduler/chances';

/** How much goes wrong in a run, and what. */
export interface Mix {
  /** Of a hundred calls so many meet something. */
  readonly share: number;
  readonly kinds: readonly (readonly [number, StrikeKind])[];
}

const KINDS: readonly (readonly [number, StrikeKind])[] = [
  [3, 'refused'],
  [4, 'lost'],
  [3, 'timeout'],
  [4, 'late'],
  [6, 'status'],
  [2, 'truncated'],
  [2, 'html'],
  [5, 'stale'],
  [2, 'cut'],
  [4, 'stall'],
  [5, 'kill'],
];

/** Some runs are nearly calm, some are storms, in a few hardly anything gets on, and some know one kind of trouble only. */
export function mixOf(chance: Chance): Mix {
  const share = weighed(chance, [
    [8, 0],
    [25, 0.7],
    [30, 2],
    [24, 6],
    [9, 15],
    [4, 45],
  ]);
  const only = weighed(chance, [
    [12, undefined],
    [1, 'stall' as const],
    [1, 'kill' as const],
    [1, 'lost' as const],
    [1, 'late' as const],
  ]);
  return { share: share / 100, kinds: only === undefined ? KINDS : [[1, only]] };
}
