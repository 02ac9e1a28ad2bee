import { Replica, type KeyUse, type Tally } from './replica';

export interface WorkloadOptions {
  readonly name: string;
  readonly replicas: number;
  readonly uses: readonly KeyUse[];
  /** ms; Infinity: until it is rolled */
  readonly cache: number;
  /** How long an instance takes to start (ms). */
  readonly startup: number;
}

export interface Health {
  readonly status: number;
  readonly keyId: string | undefined;
}

const pause = (duration: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, duration));

/** A service with several instances, replaced one by one: the new one is ready before the old one goes. */
export class Workload {
  readonly name: string;
  rolls = 0;
  readonly #options: WorkloadOptions;
  readonly #tally: Tally;
  #replicas: Replica[] = [];
  #asked = 0;
  #illWith: (keyId: string | undefined) => boolean = () => false;
  #replacing: Promise<void> = Promise.resolve();

  constructor(options: WorkloadOptions, tally: Tally) {
    this.name = options.name;
    this.#options = options;
    this.#tally = tally;
  }

  get replicas(): readonly Replica[] {
    return this.#replicas;
  }

  async start(): Promise<void> {
    const all = Array.from({ length: this.#options.replicas }, () => this.#fresh());
    this.#replicas = await Promise.all(all);
  }

  /** Replaces every instance that is there now. */
  async roll(): Promise<void> {
    this.rolls += 1;
    for (let index = 0; index < this.#replicas.length; index += 1) await this.replace(index);
  }

  /** As when a machine dies, or a rollout comes to this instance. One at a time: what starts later reads later. */
  replace(index: number): Promise<void> {
    this.#replacing = this.#replacing.then(async () => {
      const fresh = await this.#fresh();
      this.#replicas[index]?.stop();
      this.#replicas[index] = fresh;
    });
    return this.#replacing;
  }

  async work(now: number): Promise<void> {
    await Promise.all(this.#replicas.map((replica) => replica.work(now)));
  }

  /** From now on the service is unhealthy while an instance holds a key for which this is true. */
  becomeIllWith(test: (keyId: string | undefined) => boolean): void {
    this.#illWith = test;
  }

  /** What a health check behind a load balancer sees: another instance each time. */
  health(): Health {
    this.#asked += 1;
    const keyId = this.#replicas[this.#asked % this.#replicas.length]?.keyId;
    const ill = this.#replicas.some((replica) => this.#illWith(replica.keyId));
    return { status: ill ? 503 : 200, keyId };
  }

  stop(): void {
    for (const replica of this.#replicas) replica.stop();
  }

  async #fresh(): Promise<Replica> {
    const replica = new Replica(this.#options.uses, this.#options.cache, this.#tally);
    await pause(this.#options.startup);
    await replica.start(() => pause(50));
    return replica;
  }
}
