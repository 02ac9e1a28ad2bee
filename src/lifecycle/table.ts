import type { Pass, RotationKind, RowId } from '../domain/journal/facts';
import type { RotationState } from '../domain/journal/rotation';
import { infoOf, type StepName } from '../domain/steps';

type Way = readonly StepName[];

/** The only way a credential dies that was ever current. */
const TAIL: Way = ['drain', 'condemn', 'disable', 'revoke', 'prove', 'sweep', 'free', 'close'];
const ROLLOUT: Way = ['deploy', 'check'];

const UNDO: Readonly<Record<Exclude<Pass, 'forward'>, Way>> = {
  /** new was current: previous comes back, and new dies through the same tail. */
  back: ['verify', 'promote', ...ROLLOUT, ...TAIL],
  /** new was never current. */
  discard: ['fence', 'sweep', 'condemn', 'revoke', 'prove', 'free', 'close'],
  /** A person gave it up: nothing dies. */
  abandon: ['fence', 'free', 'close'],
};
const NOTHING_MADE = { back: ['close'], discard: ['close'], abandon: ['close'] } as const;
/** A removal holds the slot, and makes nothing. */
const ONLY_HELD = {
  back: ['free', 'close'],
  discard: ['free', 'close'],
  abandon: ['free', 'close'],
} as const;

/** The whole lifecycle: for each kind of rotation the steps forward, the two ways to undo, and the way out. */
export const LIFECYCLE: Readonly<Record<RotationKind, Readonly<Record<Pass, Way>>>> = {
  rotate: {
    forward: ['preflight', 'claim', 'create', 'verify', 'promote', ...ROLLOUT, ...TAIL],
    ...UNDO,
  },
  rehearse: { forward: ['preflight', 'claim', 'create', 'verify'], ...UNDO },
  adopt: { forward: ['preflight', 'claim', 'adopt', 'close'], ...NOTHING_MADE },
  remove: { forward: ['preflight', 'claim', ...TAIL], ...ONLY_HELD },
};

/** A step of a pass, and where it is done per workload, the workload. */
export interface Row {
  readonly id: RowId;
  readonly step: StepName;
  readonly unit?: string;
}

/** The rows of the state's pass with workloads filled in: deploy and check of the first, then of the second. */
export function rowsOf(
  { kind, pass }: Pick<RotationState, 'kind' | 'pass'>,
  workloads: readonly string[],
): readonly Row[] {
  const way = LIFECYCLE[kind][pass];
  const perWorkload = way.filter((step) => infoOf(step).perWorkload);
  const rollout = workloads.flatMap((unit) =>
    perWorkload.map((step): Row => ({ id: `${pass}/${step}:${unit}`, step, unit })),
  );
  const [first] = perWorkload;
  return way.flatMap((step): readonly Row[] => {
    if (step === first) return rollout;
    return infoOf(step).perWorkload ? [] : [{ id: `${pass}/${step}`, step }];
  });
}
