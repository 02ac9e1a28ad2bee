import type { Chance } from '../chance';
import type { Tally } from './replica';
import { Workload, type WorkloadOptions } from './workload';

/** Requests a second of the whole fleet, whatever its size. */
const RATE = 50;
/** An instance dies by itself about this often (ms), and the new one reads what the store serves now. */
const ACCIDENT = 1500;

/** All services that use the keys. They call the vendor all the time, as production does, and count what fails. */
export class Fleet {
  readonly tally: Tally = { served: 0, failed: 0, reasons: [] };
  readonly workloads: ReadonlyMap<string, Workload>;
  readonly #chance: Chance;
  readonly #busy = new Set<Promise<void>>();
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(options: readonly WorkloadOptions[], chance: Chance) {
    this.#chance = chance;
    this.workloads = new Map(options.map((one) => [one.name, new Workload(one, this.tally)]));
  }

  async start(): Promise<void> {
    await Promise.all([...this.workloads.values()].map((workload) => workload.start()));
    const instances = [...this.workloads.values()].flatMap((workload) => workload.replicas).length;
    this.#every((1000 * instances) / RATE, () => this.#work());
    this.#every(ACCIDENT, () => this.#accident());
  }

  workload(name: string): Workload {
    const found = this.workloads.get(name);
    if (!found) throw new Error(`the fleet has no ${name}`);
    return found;
  }

  /** The values that instances hold now. */
  get valuesInUse(): ReadonlySet<string> {
    const replicas = [...this.workloads.values()].flatMap((workload) => workload.replicas);
    return new Set(replicas.flatMap((replica) => replica.values));
  }

  /** Ends when the calls that are on their way have been counted. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    for (const workload of this.workloads.values()) workload.stop();
    await Promise.all(this.#busy);
  }

  #every(period: number, act: () => Promise<void>): void {
    let turn: Promise<void> | undefined;
    const run = (): void => {
      // On a slow machine a turn is left out rather than piled up.
      if (turn && this.#busy.has(turn)) return;
      const begun = act().finally(() => this.#busy.delete(begun));
      turn = begun;
      this.#busy.add(begun);
    };
    this.#timers.push(setInterval(run, period));
  }

  async #work(): Promise<void> {
    const now = Date.now();
    await Promise.all([...this.workloads.values()].map((workload) => workload.work(now)));
  }

  async #accident(): Promise<void> {
    const workload = this.#chance.pick([...this.workloads.values()]);
    if (workload) await workload.replace(Math.floor(this.#chance.fraction() * workload.replicas.length));
  }
}
