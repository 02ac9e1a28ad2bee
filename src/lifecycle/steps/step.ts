import type { RowId } from '../../domain/journal/facts';
import { MINUTE, type Millis } from '../../domain/tools/time';
import type { Context } from '../context';
import type { StepOutcome } from '../stepOutcome';
import type { OpenWorkload } from '../subject';

/** What a step is handed: its row, and where it is done per workload, the workload. */
export interface Own {
  readonly row: RowId;
  /** @throws RK2004 where the config has it no more */
  readonly workload: OpenWorkload;
}

/**
 * One row at work. `run` is called when the row has no result: for the first time, or again after a wait, a lost answer, a
 * death, a take-over. It looks at what is there before it does anything, and causes effects through the context only.
 */
export interface Step {
  /** False: nothing to do for this rotation, such as `revoke` without an old key. A pure function of the facts. */
  applies(ctx: Context, unit?: string): boolean;
  run(ctx: Context, own: Own): Promise<StepOutcome>;
  /** What the step and its undo may take: it starts only when both fit before the deadline. */
  budget(ctx: Context): Millis;
}

export const always = (): boolean => true;
/** A few calls of at most 30 s. */
export const FEW_CALLS: Millis = 2 * MINUTE;
export const fewCalls = (): Millis => FEW_CALLS;
