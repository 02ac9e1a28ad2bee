import type { KeyConfig } from './config';
import type { Code } from './errorCodes';
import type {
  BlockedFact,
  ClaimFact,
  FailedFact,
  Fact,
  How,
  Order,
  Outcome,
  Pass,
  RotationKind,
  RowId,
  StepName,
  TurnFact,
  WaitFact,
} from './facts';
import type { JsonObject } from './json';
import type { Instant } from './time';

export interface RowState {
  /** The last intent; here while the end of any intent of this row is not known. */
  readonly intent?: { readonly at: Instant; readonly by: string; readonly data: JsonObject };
  readonly result?: {
    readonly at: Instant;
    readonly by: string;
    readonly how: How;
    readonly data: JsonObject;
  };
  readonly intents: number;
  /** How many of them may have had an effect that nobody saw. */
  readonly unsettled: number;
  readonly failures: number;
  /** Since when it fails without getting on. */
  readonly firstFailure?: Instant;
  readonly lastFailure?: Code;
  readonly wait?: WaitFact;
  /** Since when it waits without having failed or got on. */
  readonly waitingSince?: Instant;
}

/** What the facts of one rotation say, and nothing else. */
export interface RotationState {
  readonly rotation: string;
  readonly kind: RotationKind;
  readonly order: Order;
  readonly started: Instant;
  readonly snapshot: KeyConfig;
  /** The claim in force; undefined once released. */
  readonly claim?: ClaimFact;
  readonly claims: readonly ClaimFact[];
  readonly pass: Pass;
  readonly turns: readonly { readonly to: Pass; readonly why: string; readonly at: Instant }[];
  readonly rows: Readonly<Partial<Record<RowId, RowState>>>;
  readonly condemned: readonly string[];
  readonly blocked?: BlockedFact;
  readonly held: boolean;
  readonly closed?: Outcome;
  readonly last: Fact;
}

/** What each step leaves in the `data` of its result; all of it public. */
export interface Results {
  preflight: { baseline: string };
  /** base: the store's version before; old: absent for a first key; oldId: absent when there is no way to know. */
  claim: {
    base: string;
    /** The version before base with the same value, to which the id was added. */
    unannotated?: string;
    old: 'present' | 'absent';
    oldId?: string;
    oldHow?: string;
    /** What the journal held for current when this rotation began; another than oldId when the secret was changed by hand. */
    currentBefore?: string;
    ticket?: string;
    ticketUrl?: string;
  };
  adopt: { id?: string; how?: string; created?: string };
  /** unit: the id of a credential of ours whose value was lost. */
  sweep: { id: string };
  fence: { version: string };
  create: { id: string; label: string; staged: string; expires?: string };
  verify: { accepted: number };
  promote: { version: string; previous?: string; id?: string };
  deploy: { rollout?: string; url?: string };
  check: { passes: number; sentence: string; keyId?: string };
  drain: { silent: 'observed' | 'not observed'; lastUsed?: string; until: Instant };
  condemn: { id: string };
  disable: { checked: number };
  revoke: { id: string };
  prove: { refused: number; control: number; grade: 'refused' | 'gone from list' | 'unproven' };
  free: { destroyed: readonly string[] };
  close: { outcome: Outcome };
}

/** The result of a step in a pass, typed; undefined while it has none. */
export function resultOf<S extends StepName & keyof Results>(
  state: RotationState,
  pass: Pass,
  step: S,
  unit?: string,
): Results[S] | undefined {
  const row = unit === undefined ? (`${pass}/${step}` as const) : (`${pass}/${step}:${unit}` as const);
  return state.rows[row]?.result?.data as Results[S] | undefined;
}

/**
 * Facts of one rotation, in order, to its state. Undefined when no claim is among them.
 * @param before what the facts before these fold to
 */
export function foldRotation(facts: readonly Fact[], before?: RotationState): RotationState | undefined {
  let state = before;
  for (const fact of facts) state = step(state, fact);
  return state;
}

function step(state: RotationState | undefined, fact: Fact): RotationState | undefined {
  if (fact.type === 'claim') return claimed(state, fact);
  if (!state) return undefined;
  const next = { ...state, last: fact };
  switch (fact.type) {
    case 'release': {
      const { claim: _ended, ...rest } = next;
      return rest;
    }
    case 'intent':
      return withRow(next, fact.row, (row) => {
        const { result: _done, wait: _over, ...rest } = row;
        const intent = { at: fact.at, by: fact.by, data: fact.data };
        return { ...rest, intent, intents: row.intents + 1, unsettled: row.unsettled + 1 };
      });
    case 'result':
      return withRow(drainedAnew(next, fact.row), fact.row, (row) => ({
        ...gotOn(row),
        unsettled: 0,
        result: { at: fact.at, by: fact.by, how: fact.how, data: fact.data },
      }));
    case 'failed':
      return withRow(next, fact.row, (row) => failed(row, fact));
    case 'wait':
      return withRow(next, fact.row, (row) => waits(row, fact));
    case 'turn':
      return turned(next, fact);
    case 'condemn':
      return { ...next, condemned: [...state.condemned, fact.credential] };
    case 'blocked':
      return { ...next, blocked: fact };
    case 'hold':
      return { ...next, held: true };
    case 'unhold': {
      const { blocked: _mended, ...rest } = next;
      const rows = Object.entries(next.rows).map(([id, row]) => [id, row && gotOn(row)]);
      return { ...rest, rows: Object.fromEntries(rows) as RotationState['rows'], held: false };
    }
    case 'closed':
      return { ...next, closed: fact.outcome };
    case 'warning':
      return next;
  }
}

/** Whoever gives a rotation up has looked at what blocked it. */
function turned(state: RotationState, { to, why, at }: TurnFact): RotationState {
  const { blocked, ...rest } = state;
  const stays = to === 'abandon' || !blocked ? {} : { blocked };
  return { ...rest, ...stays, pass: to, turns: [...state.turns, { to, why, at }] };
}

function gotOn(row: RowState): RowState {
  const { wait: _wait, waitingSince: _since, firstFailure: _first, ...rest } = row;
  return rest;
}

function failed(row: RowState, fact: FailedFact): RowState {
  const { intent, ...rest } = row;
  const unsettled = Math.max(0, row.unsettled - (fact.nothingDone === true ? 1 : 0));
  return {
    ...rest,
    ...(intent && unsettled > 0 ? { intent } : {}),
    unsettled,
    failures: row.failures + 1,
    firstFailure: row.firstFailure ?? fact.at,
    lastFailure: fact.code,
  };
}

/** A wait of its own ends a series of failures; a wait after a failure is a part of it. */
function waits(row: RowState, fact: WaitFact): RowState {
  if (fact.after !== undefined) return { ...row, wait: fact };
  const { firstFailure: _over, ...rest } = row;
  return { ...rest, wait: fact, waitingSince: row.waitingSince ?? fact.at };
}

/** A workload that was checked after the drain held the victim until then, so the drain begins anew. */
function drainedAnew(state: RotationState, row: RowId): RotationState {
  const [pass, step] = row.split(/[/:]/);
  const drain = `${pass as Pass}/drain` as const;
  if (step !== 'check' || state.rows[drain]?.result === undefined) return state;
  return withRow(state, drain, ({ result: _early, ...rest }) => rest);
}

function claimed(state: RotationState | undefined, fact: ClaimFact): RotationState | undefined {
  if (state) return { ...state, claim: fact, claims: [...state.claims, fact], last: fact };
  if (!fact.snapshot) return undefined;
  return {
    rotation: fact.rotation,
    kind: fact.kind,
    order: fact.order,
    started: fact.at,
    snapshot: fact.snapshot,
    claim: fact,
    claims: [fact],
    pass: 'forward',
    turns: [],
    rows: {},
    condemned: [],
    held: false,
    last: fact,
  };
}

function withRow(state: RotationState, id: RowId, change: (row: RowState) => RowState): RotationState {
  const row: RowState = state.rows[id] ?? { intents: 0, unsettled: 0, failures: 0 };
  return { ...state, rows: { ...state.rows, [id]: change(row) } };
}
