import type { Pass, RotationKind, RowId, StepName } from '../domain/facts';
import type { RotationState } from '../domain/rotation';

/** A row of the lifecycle, as people read it: the table in ARCHITECTURE is made of it. What it does is in `steps/<step>.ts`. */
export interface Row {
  readonly step: StepName;
  /** Once for each workload of the key, in order. Deploy and check of one workload come before those of the next. */
  readonly perWorkload?: true;
  readonly does: string;
  readonly foundBy: string;
  readonly undo: string;
}

const READS = 'reads only';

/** In the order of the table in ARCHITECTURE. */
export const ROWS = {
  preflight: {
    step: 'preflight',
    does: 'identities, permissions, limits, deploys that can be started, healthy baseline, history long enough',
    foundBy: READS,
    undo: '–',
  },
  claim: {
    step: 'claim',
    does: 'owns the key; *then* base, old and its id are read; the ticket is opened',
    foundBy: 'nonce; marker on the ticket',
    undo: 'release',
  },
  adopt: {
    step: 'adopt',
    does: 'the key in use is identified, verified and recorded',
    foundBy: READS,
    undo: '–',
  },
  create: {
    step: 'create',
    does: 'reserves the slot, creates at the vendor, stages in the store',
    foundBy: 'our label, our reservation, the ids seen before',
    undo: 'discard',
  },
  verify: { step: 'verify', does: 'new is accepted, differs from old', foundBy: READS, undo: '–' },
  promote: {
    step: 'promote',
    does: 'the staged value becomes current, fenced',
    foundBy: 'current is our value',
    undo: 'back',
  },
  fence: {
    step: 'fence',
    does: 'a promote that may still be on its way must fail',
    foundBy: 'the base has moved',
    undo: 'none needed: nothing served changes',
  },
  verifyPrevious: { step: 'verify', does: 'previous is still accepted', foundBy: READS, undo: '–' },
  restore: {
    step: 'promote',
    does: 'the previous value becomes current again, fenced',
    foundBy: 'current is the previous value',
    undo: 'none: both stay alive, blocked',
  },
  deploy: {
    step: 'deploy',
    perWorkload: true,
    does: 'rolls the workload',
    foundBy: 'our mark on the rollout',
    undo: 'rolled again after back',
  },
  check: {
    step: 'check',
    perWorkload: true,
    does: 'probes until it passed often enough',
    foundBy: READS,
    undo: '–',
  },
  sweep: {
    step: 'sweep',
    does: 'what a create left behind whose end was not known is ended',
    foundBy: 'our label, our reservation, the ids seen before',
    undo: 'none',
  },
  drain: {
    step: 'drain',
    does: "grace period over (by the store's and the journal's clock) **and** the victim silent; a long wait ends the process, a later run continues",
    foundBy: READS,
    undo: '–',
  },
  condemn: {
    step: 'condemn',
    does: '**the line**: this id never becomes current again, for anybody',
    foundBy: 'the fact',
    undo: 'none: forward only',
  },
  disable: {
    step: 'disable',
    does: 'where reversible: disabled, watched, still refused at the end; enabled again on any doubt',
    foundBy: 'repeated until acknowledged',
    undo: 'enable, on any doubt',
  },
  revoke: {
    step: 'revoke',
    does: 'deletes the victim',
    foundBy: 'absent from a complete list, or refused',
    undo: 'none',
  },
  prove: {
    step: 'prove',
    does: 'the victim is refused, the survivor accepted in between, several times',
    foundBy: READS,
    undo: '–',
  },
  free: {
    step: 'free',
    does: 'the slot is freed, dead values are destroyed',
    foundBy: 'repeated until acknowledged',
    undo: 'none needed: the value is dead',
  },
  close: { step: 'close', does: 'evidence, ticket, release', foundBy: 'keyed upserts', undo: '–' },
} as const satisfies Record<string, Row>;

const {
  preflight,
  claim,
  adopt,
  create,
  verify,
  promote,
  fence,
  verifyPrevious,
  restore,
  sweep,
  deploy,
  check,
  drain,
  condemn,
  disable,
  revoke,
  prove,
  free,
  close,
} = ROWS;

/** The only way a credential dies that was ever current. */
const tail = [drain, condemn, disable, revoke, prove, sweep, free, close];
/** new was never current. */
const discard = [fence, sweep, condemn, revoke, prove, free, close];
/** new was current: previous comes back, and new dies through the same tail. */
const back = [verifyPrevious, restore, deploy, check, ...tail];
/** A person gave it up: nothing dies. */
const abandon = [fence, free, close];
const undo = { back, discard, abandon };
const nothingMade = { back: [close], discard: [close], abandon: [close] };
/** A removal holds the slot, and makes nothing. */
const onlyHeld = { back: [free, close], discard: [free, close], abandon: [free, close] };

/** The whole lifecycle: for each kind of rotation the rows forward, the two ways to undo, and the way out. */
export const LIFECYCLE: Readonly<Record<RotationKind, Readonly<Record<Pass, readonly Row[]>>>> = {
  rotate: { forward: [preflight, claim, create, verify, promote, deploy, check, ...tail], ...undo },
  rehearse: { forward: [preflight, claim, create, verify], ...undo },
  adopt: { forward: [preflight, claim, adopt, close], ...nothingMade },
  remove: { forward: [preflight, claim, ...tail], ...onlyHeld },
};

export interface RowInstance {
  readonly id: RowId;
  readonly row: Row;
  readonly unit?: string;
}

/** The rows of the state's pass with workloads filled in: deploy and check of the first, then of the second. */
export function rowsOf(
  state: Pick<RotationState, 'kind' | 'pass'>,
  workloads: readonly string[],
): readonly RowInstance[] {
  const rows: readonly Row[] = LIFECYCLE[state.kind][state.pass];
  const perWorkload = rows.filter((row) => row.perWorkload);
  const rollout = workloads.flatMap((unit) =>
    perWorkload.map((row): RowInstance => ({ id: `${state.pass}/${row.step}:${unit}`, row, unit })),
  );
  const first = perWorkload[0];
  return rows.flatMap((row) => {
    if (row === first) return rollout;
    return row.perWorkload ? [] : [{ id: `${state.pass}/${row.step}` as const, row }];
  });
}
