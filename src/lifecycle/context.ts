import type { Credential } from '../domain/credential';
import type { SecretRef, StoredVersion } from '../domain/contracts/store';
import { RekeyError } from '../domain/errors';
import type { RowId } from '../domain/facts';
import type { JsonObject } from '../domain/json';
import type { RotationState, RowState } from '../domain/rotation';
import { millis, type Millis } from '../domain/time';
import type { Ledger } from './ledger';
import type { EnginePorts, OpenWorkload, Subject } from './subject';

/** Cancelled by a person or a runner: this process pauses, a later run goes on. */
export class Paused extends Error {}

/** What this process has seen; gone when it ends. */
interface Memory {
  /** The new credential, while the process that made it lives. */
  fresh?: Credential;
  /** What the owner of the secret allowed at the last read. */
  allowedOrigins?: { readonly origins: readonly string[] | undefined };
  readonly versions: Map<string, StoredVersion>;
}

/** What a step may use: the facts, the subject, and one way to cause something outside. */
export class Context {
  readonly memory: Memory = { versions: new Map() };
  readonly ledger: Ledger;
  readonly subject: Subject;
  readonly ports: EnginePorts;

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

  get ref(): SecretRef {
    return this.state.snapshot.secret;
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
  get workloads(): readonly OpenWorkload[] {
    const { snapshot } = this.state;
    const names = [...new Set([...snapshot.usedBy, ...this.subject.entry.usedBy])];
    return names.map((name) => {
      const open = this.subject.workloads.get(name);
      if (!open)
        throw new RekeyError(
          'RK2004',
          `${snapshot.name}: the workload ${name} is no longer in the config, but this rotation must roll it.`,
        );
      return open;
    });
  }

  workload(name: string | undefined): OpenWorkload {
    const found = this.workloads.find((workload) => workload.name === name);
    if (!found)
      throw new RekeyError('RK2004', `${this.state.snapshot.name}: no workload ${name ?? ''} in the config.`);
    return found;
  }

  /** The longer of the snapshot's grace period and today's. */
  get grace(): Millis {
    return Math.max(this.state.snapshot.grace, this.subject.entry.grace);
  }

  /**
   * The only way to cause an effect: intent (with all that was pending) first, then the call, within the window of the append.
   * A first claim shares the commit of the first intent.
   */
  async effect<T>(row: RowId, data: JsonObject, send: () => Promise<T>): Promise<T> {
    this.breathe();
    this.ledger.note({ type: 'intent', row, data });
    await this.ledger.flush();
    return this.again(row, data, send);
  }

  /** Sends on the intent of this process that is written already, renewed when its window has passed. For calls that set. */
  async again<T>(row: RowId, data: JsonObject, send: () => Promise<T>): Promise<T> {
    this.breathe();
    if (!this.ledger.inWindow) {
      this.ledger.note({ type: 'intent', row, data });
      await this.ledger.flush();
    }
    if (!this.ledger.inWindow)
      throw new RekeyError('RK7007', 'The journal took longer to answer than an effect may wait.');
    return send();
  }

  /** A short wait inside the process. */
  async sleep(duration: Millis): Promise<void> {
    this.breathe();
    await this.ports.clock.sleep(Math.max(0, duration), this.ports.signal);
    this.breathe();
  }

  breathe(): void {
    if (this.ports.signal.aborted) throw new Paused();
    if (this.ledger.lost) throw new RekeyError('RK7005', 'Another run took this key over.');
  }

  /** Until the process must have ended. */
  get left(): Millis {
    return this.ports.deadline - this.ports.clock.monotonic();
  }
}
