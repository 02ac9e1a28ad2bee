import type { JournalFile, Journal } from '../domain/contracts/journal';
import { RekeyError } from '../domain/errors';
import { FACT_VERSION, type Fact, type RowId } from '../domain/journal/facts';
import { foldKey, type KeyState } from '../domain/journal/keyState';
import type { Clock, Log, Values } from '../domain/ports';
import { foldRotation, type RotationState } from '../domain/journal/rotation';
import { instant, millis, SECOND, type Instant, type Millis } from '../domain/tools/time';
import { publicFact } from './publicFact';
import { stopwatch } from './stopwatch';

/** An effect is sent within this time of the append that allows it ... */
export const WINDOW: Millis = 30 * SECOND;
/** ... and times out after this. Both together: after that nothing of an older process can still arrive. */
export const TIMEOUT: Millis = 30 * SECOND;

type Own<F> = F extends Fact ? Omit<F, 'v' | 'id' | 'at' | 'rotation' | 'by'> : never;
/** A fact as a step writes it; version, id, time, rotation and nonce are added here. */
export type NewFact = Own<Fact>;

export interface LedgerPorts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly values: Values;
  readonly told: (fact: Fact, before: Fact | undefined) => void;
}

const TRIES = 4;
/** Told once they are written: where somebody else intervened, they are not the case. */
const ENDS: ReadonlySet<Fact['type']> = new Set(['blocked', 'closed']);
/** So whether it was written down or not. */
const SEEN: ReadonlySet<Fact['type']> = new Set(['claim', 'result', 'failed', 'warning']);

/**
 * The facts of one rotation of one key: what was read, what is waiting to be written, what was written.
 * Results wait for the next intent and share its commit; nothing outside happens on a fact that is not written.
 */
export class Ledger {
  #pending: Fact[] = [];
  #written: KeyState;
  #facts: Fact[];
  /** What the written facts fold to; undefined before a claim. */
  #begun: RotationState | undefined;
  /** What the facts fold to; both undefined after each new fact. */
  #key: KeyState | undefined;
  #state: RotationState | undefined;
  #counter = 0;
  #sinceAppend = (): Millis => Number.POSITIVE_INFINITY;
  #lost = false;
  readonly #ports: LedgerPorts;
  readonly rotation: string;
  readonly nonce: string;

  constructor(ports: LedgerPorts, rotation: string, nonce: string, key: KeyState, facts: readonly Fact[]) {
    this.#ports = ports;
    this.rotation = rotation;
    this.nonce = nonce;
    this.#written = key;
    this.#facts = [...facts];
    this.#begun = foldRotation(facts);
  }

  /** Nothing of this rotation was ever written, by anybody. */
  get untouched(): boolean {
    return this.#facts.length === 0;
  }

  /** Adds a fact; it is durable after the next `flush`. RK8007: it would hold a secret value. */
  note(noted: NewFact): void {
    const fact = publicFact(noted, this.#ports.values);
    this.#counter += 1;
    const before = this.#pending.at(-1)?.at ?? this.#facts.at(-1)?.at;
    const now = this.#ports.journal.now();
    const at = instant(before === undefined ? now : Math.max(now, millis(before)));
    const id = `${this.nonce}.${this.#counter}`;
    const whole = { v: FACT_VERSION, id, at, rotation: this.rotation, by: this.nonce, ...fact };
    if (!ENDS.has(whole.type)) this.#ports.told(whole, this.#pending.at(-1) ?? this.#facts.at(-1));
    this.#pending.push(whole);
    this.#key = undefined;
    this.#state = undefined;
  }

  /** Makes all facts durable, in one commit. RK7005 when another process took over: then this one makes no further call. */
  async flush(files: readonly JournalFile[] = []): Promise<string | undefined> {
    if (this.#lost) throw superseded();
    if (this.#pending.length === 0 && files.length === 0) return undefined;
    const facts = this.#pending;
    const state = foldKey(this.#written, facts);
    const expected = this.#written.count === 0 ? undefined : this.#written.head;
    const sinceBegun = stopwatch(this.#ports.clock);
    const commit = await this.#append(state, expected, facts, files);
    this.#sinceAppend = sinceBegun;
    this.#written = state;
    this.#facts.push(...facts);
    for (const fact of facts) if (ENDS.has(fact.type)) this.#ports.told(fact, undefined);
    this.#begun = foldRotation(facts, this.#begun);
    this.#pending = [];
    return commit;
  }

  async #append(
    state: KeyState,
    expected: string | undefined,
    facts: readonly Fact[],
    files: readonly JournalFile[],
  ): Promise<string> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { result, commit } = await this.#ports.journal.append(
          [{ key: state.identity, expected, facts, state }],
          files,
        );
        if (result.get(state.identity) === 'written') return commit;
      } catch (error) {
        if (!(error instanceof RekeyError) || !error.traits.passes || attempt >= TRIES) throw error;
        this.#ports.log.warning(`${error.line} (try ${attempt} of ${TRIES})`);
        await this.#ports.clock.sleep(error.retryAfter ?? attempt * 2 * SECOND);
        continue;
      }
      this.#lost = true;
      throw superseded();
    }
  }

  /** True while an effect may still be sent on the last append. */
  get inWindow(): boolean {
    return !this.#lost && this.#sinceAppend() < WINDOW;
  }

  /** Since when something that was done outside is not written down; a claim alone never is. */
  get unwrittenSince(): Instant | undefined {
    return this.#pending.find(
      (fact) => fact.type === 'result' && (fact.how === 'did' || fact.how === 'found'),
    )?.at;
  }

  get lost(): boolean {
    return this.#lost;
  }

  /** With what is pending: what this process knows. */
  get key(): KeyState {
    return (this.#key ??= foldKey(this.#written, this.#pending));
  }
  get facts(): readonly Fact[] {
    return [...this.#facts, ...this.#pending];
  }
  /** Without what was only meant and never written down: an intent that allowed nothing, a turn that nobody will follow. */
  get happened(): readonly Fact[] {
    return [...this.#facts, ...seen(this.#pending)];
  }
  get state(): RotationState {
    this.#state ??= foldRotation(this.#pending, this.#begun);
    if (this.#state) return this.#state;
    throw new RekeyError('RK7002', `The facts of rotation ${this.rotation} do not begin with a claim.`);
  }
}

/** The failure of an intent that was never written down is left out with it, or it would take away the one before. */
function seen(pending: readonly Fact[]): readonly Fact[] {
  const unwritten = new Set<RowId>();
  return pending.filter((fact) => {
    if (fact.type === 'intent') unwritten.add(fact.row);
    if (fact.type === 'failed' && fact.nothingDone) return !unwritten.has(fact.row);
    return SEEN.has(fact.type);
  });
}

/** @param nothingDone the effect of the row's last intent surely did not happen */
export function noteFailure(ledger: Ledger, row: RowId, error: RekeyError, nothingDone: boolean): void {
  const { code, message } = error;
  ledger.note({ type: 'failed', row, code, message, ...(nothingDone && { nothingDone }) });
}

/** Somebody else wrote about the key, so what this process knows of it is old. */
export function superseded(): RekeyError {
  return new RekeyError(
    'RK7005',
    'Another run took this key over, or a person held or released it. This run makes no further call.',
  );
}
