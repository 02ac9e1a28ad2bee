import type { ClaimFact, CondemnFact, Fact, Pass, ResultFact, RotationKind, WaitFact } from './facts';
import type { Outcome } from '../outcomes';
import { DAY, HOUR, instant, millis, type Instant } from '../tools/time';

/** How an open rotation stands, for the index; what needs somebody first. Persisted words. */
export const OPEN_STATUSES = ['blocked', 'person', 'running', 'waiting'] as const;

/** That a person wanted a key gone, and whether its death was proved. */
export interface Removed {
  readonly at: Instant;
  readonly proved: boolean;
}

/** A rotation that is not closed. */
export interface OpenRotation {
  readonly rotation: string;
  readonly kind: RotationKind;
  readonly started: Instant;
  readonly pass: Pass;
  readonly claim?: Pick<ClaimFact, 'owner' | 'rank' | 'end' | 'by' | 'at'>;
  readonly status: (typeof OPEN_STATUSES)[number];
  /** When a later run has something to do. */
  readonly resumeAt?: Instant;
  readonly latest?: Instant;
  readonly reason?: string;
  readonly person?: string;
  /** Claims taken without release since the last result. */
  readonly takeovers: number;
  /** Of the credential that is not current: the new one before the switch, the old one after it. */
  readonly other?: { readonly expires?: Instant; readonly promoted?: Instant; readonly removed?: Removed };
}

/** One row of the journal's index: enough to plan without reading a fact. A pure function of the key's facts. */
export interface KeyState {
  readonly v: number;
  readonly identity: string;
  readonly name: string;
  readonly environment: string;
  readonly vendor: string;
  readonly workloads: readonly string[];
  /** The id of the key's last fact, and how many there were. */
  readonly head: string;
  readonly count: number;
  readonly open?: OpenRotation;
  readonly adopted?: Instant;
  readonly lastPromote?: Instant;
  /** The credential that the last adoption or rotation left current, where its id is known. */
  readonly currentId?: string;
  /** When the vendor will kill the current credential by itself. */
  readonly expires?: Instant;
  readonly condemned: readonly string[];
  readonly failures: number;
  readonly notBefore?: Instant;
  readonly blocked?: { readonly code: string; readonly why: string; readonly since: Instant };
  readonly hold?: { readonly actor: string; readonly reason: string; readonly since: Instant };
  /** Its credential was condemned because a person wanted the key gone. Until a new one is switched to there is nothing to rotate. */
  readonly removed?: Removed;
  readonly last?: { readonly rotation: string; readonly outcome: Outcome; readonly at: Instant };
}

const BACK_OFF = [HOUR, 6 * HOUR, DAY];
const MOST_FAILURES = 3;
export const MOST_TAKEOVERS = 5;

/** The state after these facts; facts of a key that is new must begin with a claim, or with a hold and a name given. */
export function foldKey(before: KeyState, facts: readonly Fact[]): KeyState {
  return facts.length === 0 ? before : facts.reduce(step, { ...before });
}

/** A state that nobody has seen yet: the only one that may change. What it holds is shared with others, and is replaced instead. */
type Draft = { -readonly [Name in keyof KeyState]: KeyState[Name] };

export function newKey(identity: string, name: string): KeyState {
  return {
    v: 1,
    identity,
    name,
    environment: '',
    vendor: '',
    workloads: [],
    head: '',
    count: 0,
    condemned: [],
    failures: 0,
  };
}

function step(state: Draft, fact: Fact): Draft {
  state.head = fact.id;
  state.count += 1;
  switch (fact.type) {
    case 'claim':
      return claimed(state, fact);
    case 'release':
      return open(state, ({ claim: _ended, ...rest }) => rest);
    case 'intent':
      return open(state, running);
    case 'result':
      return fromResult(open(state, gotOn), fact);
    case 'wait':
      return open(state, (rotation) => waits(rotation, fact));
    case 'turn':
      return turned(state, fact.to);
    case 'condemn':
      return condemned(state, fact);
    case 'blocked':
      return {
        ...open(state, (rotation) => ({ ...rotation, status: 'blocked', reason: fact.why })),
        blocked: { code: fact.code, why: fact.why, since: fact.at },
      };
    case 'hold':
      return { ...state, hold: { actor: fact.actor, reason: fact.reason, since: fact.at } };
    case 'unhold': {
      const { hold: _hold, blocked: _blocked, notBefore: _notBefore, ...rest } = state;
      return open({ ...rest, failures: 0 }, gotOn);
    }
    case 'closed':
      return closed(state, fact.outcome, fact.rotation, fact.at);
    case 'failed':
    case 'warning':
      return state;
  }
}

function open(state: Draft, change: (rotation: OpenRotation) => OpenRotation): Draft {
  if (state.open) state.open = change(state.open);
  return state;
}

/** No longer waiting for anything. */
function running(rotation: OpenRotation): OpenRotation {
  const {
    status: _was,
    resumeAt: _at,
    latest: _latest,
    reason: _reason,
    person: _person,
    ...rest
  } = rotation;
  return { status: 'running', ...rest };
}

function gotOn(rotation: OpenRotation): OpenRotation {
  const { takeovers: _over, ...rest } = running(rotation);
  return { takeovers: 0, ...rest };
}

function waits(rotation: OpenRotation, { until, latest, reason, person }: WaitFact): OpenRotation {
  const { status: _running, ...rest } = running(rotation);
  const status = person === undefined ? 'waiting' : 'person';
  return { status, resumeAt: until, latest, reason, ...(person !== undefined && { person }), ...rest };
}

function turned(state: Draft, to: Pass): Draft {
  const { blocked: _lookedAt, ...rest } = state;
  return open(to === 'abandon' ? rest : state, (rotation) => ({ ...running(rotation), pass: to }));
}

function claimed(state: Draft, fact: ClaimFact): Draft {
  const claim = { owner: fact.owner, rank: fact.rank, end: fact.end, by: fact.by, at: fact.at };
  if (fact.snapshot) {
    state.name = fact.snapshot.name;
    state.environment = fact.snapshot.environment;
    state.vendor = fact.snapshot.vendor;
    state.workloads = fact.snapshot.usedBy;
  }
  if (state.open?.rotation === fact.rotation) {
    const taken = fact.takenFrom === undefined ? 0 : 1;
    return open(state, ({ claim: _over, takeovers, ...rest }) => ({
      claim,
      takeovers: takeovers + taken,
      ...rest,
    }));
  }
  state.open = {
    rotation: fact.rotation,
    kind: fact.kind,
    started: fact.at,
    pass: 'forward',
    claim,
    status: 'running',
    takeovers: 0,
  };
  return state;
}

function fromResult(state: Draft, fact: ResultFact): Draft {
  const id = typeof fact.data['id'] === 'string' ? { currentId: fact.data['id'] } : {};
  if (fact.row.endsWith('/adopt')) return { ...state, ...id, adopted: fact.at };
  if (fact.row.endsWith('/create')) {
    const expires = typeof fact.data['expires'] === 'string' ? { expires: fact.data['expires'] } : {};
    return open(state, (rotation) => ({ ...rotation, other: expires }));
  }
  if (fact.row === 'forward/promote') return { ...switched(state, fact.at), ...id };
  if (fact.row === 'back/promote') return { ...switched(state, state.open?.other?.promoted), ...id };
  return state;
}

/** The other credential becomes current. Taken back, the key is as due, or as gone, as it was before. */
function switched(state: Draft, promoted: Instant | undefined): Draft {
  const { expires, lastPromote, removed, ...rest } = state;
  const next = state.open?.other;
  const before = {
    ...(expires !== undefined && { expires }),
    ...(lastPromote !== undefined && { promoted: lastPromote }),
    ...(removed !== undefined && { removed }),
  };
  const now = {
    ...rest,
    ...(next?.expires !== undefined && { expires: next.expires }),
    ...(next?.removed !== undefined && { removed: next.removed }),
    ...(promoted !== undefined && { lastPromote: promoted }),
  };
  return open(now, (rotation) => ({ ...rotation, other: before }));
}

function condemned(state: Draft, { credential, at }: CondemnFact): Draft {
  const removed = state.open?.kind === 'remove' ? { removed: { at, proved: false } } : {};
  return { ...state, ...removed, condemned: [...state.condemned, credential] };
}

function closed(state: Draft, outcome: Outcome, rotation: string, at: Instant): Draft {
  const { open, notBefore: _notBefore, ...rest } = state;
  const last = { rotation, outcome, at };
  const isGone = open?.kind === 'remove' && (outcome === 'removed' || outcome === 'unproven');
  const removed = isGone ? { removed: { at, proved: outcome === 'removed' } } : {};
  if (outcome !== 'undone') return { ...rest, ...removed, failures: 0, last };
  const failures = state.failures + 1;
  const wait = BACK_OFF[Math.min(failures, BACK_OFF.length) - 1] ?? DAY;
  const blocked =
    failures >= MOST_FAILURES
      ? { blocked: { code: 'RK8003', why: `${failures} rotations in a row were undone`, since: at } }
      : {};
  return { ...rest, failures, notBefore: instant(millis(at) + wait), last, ...blocked };
}
