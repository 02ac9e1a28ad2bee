import type { Credential, Parts } from '../domain/credential';
import type { SecretRef, Slot, StoredVersion } from '../domain/contracts/store';
import type { Listing } from '../domain/contracts/vendor';
import { asRekeyError, RekeyError } from '../domain/errors';
import type { Code } from '../domain/errorCodes';
import type { RowId } from '../domain/journal/facts';
import type { JsonObject } from '../domain/tools/json';
import { Paused } from '../domain/paused';
import type { Permit } from '../domain/ports';
import { resultOf, type Results, type RotationState, type RowState } from '../domain/journal/rotation';
import type { StepName } from '../domain/steps';
import { millis, SECOND, type Millis } from '../domain/tools/time';
import { superseded, type Ledger } from './ledger';
import type { EnginePorts, OpenWorkload, Subject } from './subject';

/** The result of an effect waits at most so long for the next intent to share its commit. */
const UNWRITTEN: Millis = 15 * SECOND;

export interface LeftOff {
  readonly id: string;
  /** Of the doubt. */
  readonly code: Code;
  readonly reason: string;
}

/** What this process has seen; gone when it ends. */
interface Memory {
  /** The new credential, while the process that made it lives. */
  fresh?: Credential;
  /** What the owner of the secret allowed at the last read. */
  allowedOrigins?: { readonly origins: readonly string[] | undefined };
  /** What the vendor said of the value in this version. */
  told?: { readonly version: string; readonly id: string | undefined };
  /** Whether a field of somebody else held this text at the last read. */
  heldByOthers?: (text: string) => boolean;
  readonly versions: Map<string, StoredVersion>;
  /** Rows whose results another process wrote, and this one has seen to be so. */
  readonly seen: Set<RowId>;
  /** The store holds the slot for this rotation, so a process that was allowed to has begun it. */
  isBegun?: true;
  /** Workloads whose probes told the id of the survivor at the last look. */
  readonly tellsKey: Set<string>;
  /** The values that this process saw refused: only what holds them is destroyed. */
  proved?: Parts;
  /** The staging slot is not held for a rotation that the journal does not know. */
  isNewest?: boolean;
  /** As it was then. */
  slotBefore?: Slot;
  /** What the vendor listed before anything was made. */
  listing?: Listing;
  /** A create had an answer that nobody understands: when, what was listed before it, and whether what it made was found. */
  misread?: { readonly at: Millis; readonly before: Listing; isFound: boolean };
  /** Since when a row waits here, by the journal's clock; its facts say it only once a process has ended. */
  readonly waiting: Map<RowId, Millis>;
  /** Since when a row holds this process. */
  readonly held: Map<RowId, Millis>;
  /** A credential is disabled and could not be enabled again: why it had to be, and why that failed. */
  leftOff?: LeftOff;
  /** What this process itself has sent a disable for. */
  disabled?: string;
  /** Since an enable was sent whose end nobody knows. */
  sinceEnable?: () => Millis;
  /** Since this process itself saw that the grace period is over and the victim silent. */
  sinceDrained?: () => Millis;
}

/** What a step may use: the facts, the subject, and one way to cause something outside. */
export class Context {
  readonly memory: Memory = {
    versions: new Map(),
    seen: new Set(),
    tellsKey: new Set(),
    waiting: new Map(),
    held: new Map(),
  };
  readonly ledger: Ledger;
  readonly subject: Subject;
  readonly ports: EnginePorts;
  /** Rows with an intent of this process on which surely nothing was done. */
  readonly #idle = new Set<RowId>();

  constructor(ledger: Ledger, subject: Subject, ports: EnginePorts) {
    this.ledger = ledger;
    this.subject = subject;
    this.ports = ports;
  }

  get state(): RotationState {
    return this.ledger.state;
  }

  row(id: RowId): RowState | undefined {
    return this.state.rows[id];
  }

  /** Of today's reviewed entry, as is everything that a call goes to: the journal decides no place. */
  get ref(): SecretRef {
    return this.subject.entry.secret;
  }

  /** This process began the rotation, so its start was asked for, and judged, here and now. */
  get isBegunHere(): boolean {
    return this.state.claims[0]?.by === this.ledger.nonce;
  }

  /** As people know the key today. */
  get name(): string {
    return this.subject.entry.name;
  }

  /** The journal's clock: for everything that outlives this process. */
  now(): Millis {
    return this.ports.journal.now();
  }

  /** Since an instant of the journal's clock. */
  since(at: string): Millis {
    return this.now() - millis(at);
  }

  /** Of the snapshot, and those that today's config adds: an edit may only make it safer. */
  get workloadNames(): readonly string[] {
    return [...new Set([...this.state.snapshot.usedBy, ...this.subject.entry.usedBy])];
  }

  get workloads(): readonly OpenWorkload[] {
    return this.workloadNames.map((name) => this.workload(name));
  }

  workload(name: string | undefined): OpenWorkload {
    const open = this.subject.workloads.get(name ?? '');
    if (open) return open;
    throw new RekeyError(
      'RK2004',
      `${this.name}: the workload ${name ?? ''} is no longer in the config, but this rotation must roll it.`,
    );
  }

  /** The longest of the snapshot's grace period, today's, and what any workload may hold. */
  get grace(): Millis {
    const { snapshot } = this.state;
    return Math.max(snapshot.grace, this.subject.entry.grace, this.longestHold);
  }

  /** How long a key that is still in use is waited for, by whichever is longer. */
  get drainLimit(): Millis {
    return Math.max(this.state.snapshot.drainLimit, this.subject.entry.drainLimit);
  }

  get longestHold(): Millis {
    return Math.max(0, ...this.workloads.map(({ holdsKeyFor }) => holdsKeyFor));
  }

  /** The id of a row of this pass. */
  rowId(step: StepName, unit?: string): RowId {
    const { pass } = this.state;
    return unit === undefined ? `${pass}/${step}` : `${pass}/${step}:${unit}`;
  }

  /** What a step of this pass is handed. */
  own(step: StepName, unit?: string): { readonly row: RowId; readonly workload: OpenWorkload } {
    const workload = (): OpenWorkload => this.workload(unit);
    return {
      row: this.rowId(step, unit),
      get workload() {
        return workload();
      },
    };
  }

  /** What the claim read before anything was changed. */
  get claimed(): Results['claim'] | undefined {
    return resultOf(this.state, 'forward', 'claim');
  }

  /** The key that was made. */
  get created(): Results['create'] | undefined {
    return resultOf(this.state, 'forward', 'create');
  }

  /** The switch to it. */
  get promoted(): Results['promote'] | undefined {
    return resultOf(this.state, 'forward', 'promote');
  }

  /** The only way to cause an effect: its intent first, then the call. */
  async effect<T>(row: RowId, data: JsonObject, call: (permit: Permit) => Promise<T>): Promise<T> {
    await this.intend(row, data);
    return this.send(row, data, call);
  }

  /** An intent, and all that was pending, in the journal. A first claim shares the commit of the first intent. */
  async intend(row: RowId, data: JsonObject): Promise<void> {
    this.throwIfStopped();
    this.ledger.note({ type: 'intent', row, data });
    this.#idle.add(row);
    await this.ledger.flush();
  }

  /** The call that the row's intent of this process is for. */
  async send<T>(row: RowId, data: JsonObject, call: (permit: Permit) => Promise<T>): Promise<T> {
    return this.within(row, data, async (permit) => {
      this.#idle.delete(row);
      try {
        return await call(permit);
      } catch (thrown) {
        if (asRekeyError(thrown).traits.nothingDone) this.#idle.add(row);
        throw thrown;
      }
    });
  }

  /** A call on the row's intent of this process, which is renewed when its window has passed. */
  async within<T>(row: RowId, data: JsonObject, call: (permit: Permit) => Promise<T>): Promise<T> {
    this.throwIfStopped();
    return call(await this.permit(row, data));
  }

  /** For a call on the row's intent of this process, also in a run that is cancelled. */
  async permit(row: RowId, data: JsonObject): Promise<Permit> {
    if (!this.ledger.inWindow) {
      this.ledger.note({ type: 'intent', row, data });
      await this.ledger.flush();
    }
    if (!this.ledger.inWindow)
      throw new RekeyError('RK7007', 'The journal took longer to answer than an effect may wait.');
    return () => this.ledger.inWindow;
  }

  /** Whether the row's last intent of this process surely had no effect. */
  isIdle(row: RowId): boolean {
    return this.#idle.has(row);
  }

  /** The same, asked once an intent, when the row has failed. */
  nothingDone(row: RowId): boolean {
    return this.#idle.delete(row);
  }

  /** Since when the row waits, by the journal's clock. */
  waitingSince(row: RowId): Millis {
    const written = this.row(row)?.waitingSince;
    const since = written === undefined ? (this.memory.waiting.get(row) ?? this.now()) : millis(written);
    this.memory.waiting.set(row, since);
    return since;
  }

  /** Whether this process has waited in a row for longer than a wait may go unwritten; said once a row. */
  waitsLong(row: RowId): boolean {
    const { held } = this.memory;
    const since = held.get(row) ?? this.now();
    held.set(row, since);
    if (this.now() - since <= this.ports.patience) return false;
    held.set(row, Number.POSITIVE_INFINITY);
    return true;
  }

  /** A short wait inside the process. What was done before it is written down first, unless it is over in a moment. */
  async sleep(duration: Millis): Promise<void> {
    this.throwIfStopped();
    const done = this.ledger.unwrittenSince;
    if (done !== undefined && this.since(done) + duration > UNWRITTEN) await this.ledger.flush();
    await this.ports.clock.sleep(Math.max(0, duration), this.ports.signal);
    this.throwIfStopped();
  }

  throwIfStopped(): void {
    if (this.ports.signal.aborted) throw new Paused();
    if (this.ledger.lost) throw superseded();
  }

  /** Until the process must have ended. */
  get left(): Millis {
    return this.ports.deadline - this.ports.clock.monotonic();
  }
}
