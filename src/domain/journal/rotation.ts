import type { KeyConfig } from '../config';
import type { Code } from '../errorCodes';
import type {
  BlockedFact,
  ClaimFact,
  FailedFact,
  Fact,
  How,
  IntentFact,
  Order,
  Pass,
  ResultFact,
  RotationKind,
  RowId,
  TurnFact,
  WaitFact,
} from './facts';
import type { Outcome } from '../outcomes';
import type { StepName } from '../steps';
import type { JsonObject } from '../tools/json';
import type { Instant } from '../tools/time';

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
  readonly turns: readonly Pick<TurnFact, 'to' | 'why' | 'at' | 'by' | 'code' | 'next'>[];
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
  /** old: the key in use was accepted just before the switch; absent: not seen. */
  verify: { accepted: number; old?: 'accepted' };
  promote: { version: string; previous?: string; id?: string };
  deploy: { rollout?: string; url?: string; refused?: boolean };
  check: { passes: number; sentence: string; keyId?: string };
  drain: { silent: 'observed' | 'not observed'; lastUsed?: string; until: Instant };
  /** accepted: it was, right before the line; absent: seen earlier, or not at all. */
  condemn: { id: string; accepted?: true };
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
 * @param before what the facts before these fold to; it stays as it is
 */
export function foldRotation(facts: readonly Fact[], before?: RotationState): RotationState | undefined {
  if (facts.length === 0) return before;
  let state = before && draftOf(before);
  for (const fact of facts) {
    if (state) step(state, fact);
    else if (fact.type === 'claim') state = begun(fact);
  }
  return state;
}

/** A state that nobody has seen yet: the only one that may change. What it holds is shared with others, and is replaced instead. */
type Draft = { -readonly [Name in keyof RotationState]: RotationState[Name] } & {
  rows: Partial<Record<RowId, RowState>>;
};

const draftOf = ({ rows, ...rest }: RotationState): Draft => ({ rows: { ...rows }, ...rest });

function begun(fact: ClaimFact): Draft | undefined {
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

function step(state: Draft, fact: Fact): void {
  state.last = fact;
  switch (fact.type) {
    case 'claim':
      state.claim = fact;
      state.claims = [...state.claims, fact];
      return;
    case 'release':
      delete state.claim;
      return;
    case 'intent':
      getPast(state, fact.row);
      change(state, fact.row, (row) => intended(row, fact));
      return;
    case 'result':
      getPast(state, fact.row);
      drainAnew(state, fact.row);
      change(state, fact.row, (row) => ended(row, fact));
      return;
    case 'failed':
      change(state, fact.row, (row) => failed(row, fact));
      return;
    case 'wait':
      getPast(state, fact.row);
      change(state, fact.row, (row) => waits(row, fact));
      return;
    case 'turn':
      turn(state, fact);
      return;
    case 'condemn':
      state.condemned = [...state.condemned, fact.credential];
      return;
    case 'blocked':
      state.blocked = fact;
      return;
    case 'hold':
      state.held = true;
      return;
    case 'unhold':
      delete state.blocked;
      state.held = false;
      for (const row of Object.keys(state.rows) as RowId[]) change(state, row, gotOn);
      return;
    case 'closed':
      state.closed = fact.outcome;
      return;
    case 'warning':
      return;
  }
}

function change(state: Draft, id: RowId, to: (row: RowState) => RowState): void {
  state.rows[id] = to(state.rows[id] ?? { intents: 0, unsettled: 0, failures: 0 });
}

/** Whoever gives a rotation up has looked at what blocked it. */
function turn(state: Draft, fact: TurnFact): void {
  if (fact.to === 'abandon') delete state.blocked;
  state.pass = fact.to;
  state.turns = [...state.turns, fact];
}

function intended(row: RowState, { at, by, data }: IntentFact): RowState {
  const { result: _done, wait: _over, intent: _before, intents, unsettled, ...rest } = row;
  return { intent: { at, by, data }, intents: intents + 1, unsettled: unsettled + 1, ...rest };
}

function ended(row: RowState, { at, by, how, data }: ResultFact): RowState {
  const { result: _before, unsettled: _known, ...rest } = gotOn(row);
  return { result: { at, by, how, data }, unsettled: 0, ...rest };
}

function gotOn(row: RowState): RowState {
  const { wait: _wait, waitingSince: _since, firstFailure: _first, ...rest } = row;
  return rest;
}

function failed(row: RowState, fact: FailedFact): RowState {
  const { intent, unsettled: before, failures, firstFailure = fact.at, lastFailure: _other, ...rest } = row;
  const unsettled = Math.max(0, before - (fact.nothingDone === true ? 1 : 0));
  return {
    unsettled,
    failures: failures + 1,
    firstFailure,
    lastFailure: fact.code,
    ...(intent && unsettled > 0 && { intent }),
    ...rest,
  };
}

/** A wait of its own ends a series of failures; a wait after a failure is a part of it. */
function waits(row: RowState, fact: WaitFact): RowState {
  const { wait: _before, ...all } = row;
  if (fact.after !== undefined) return { wait: fact, ...all };
  const { firstFailure: _over, waitingSince = fact.at, ...rest } = all;
  return { wait: fact, waitingSince, ...rest };
}

/**
 * A result that another process wrote is looked at again, and that may fail. Whoever is at another row by now has seen it to be so, and what
 * fails later is a new series.
 */
function getPast(state: Draft, row: RowId): void {
  for (const [id, other] of Object.entries(state.rows) as [RowId, RowState][])
    if (id !== row && other.result && other.firstFailure !== undefined) change(state, id, gotOn);
}

/** A workload that was checked after the drain held the victim until then, so the drain starts over. */
function drainAnew(state: Draft, row: RowId): void {
  const [pass, step] = row.split(/[/:]/);
  const drain = `${pass as Pass}/drain` as const;
  if (step !== 'check' || state.rows[drain]?.result === undefined) return;
  change(state, drain, ({ result: _early, ...rest }) => rest);
}
