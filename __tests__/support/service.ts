import type { FakeVendor } from '../../src/adapters/vendors/http/fake';
import type { FakeHandler } from '../../src/kits/fake/fake';
import { SECOND, type Millis } from '../../src/domain/tools/time';

interface Surroundings {
  readonly clock: { now(): Millis };
  readonly vendor: Pick<FakeVendor, 'keys'>;
  served(field?: string): string | undefined;
}

export interface ServiceOptions {
  /** Instances; each reads the key when it starts and holds it. */
  readonly replicas?: number;
  /** Reads the store again after this time, and is never rolled. */
  readonly cache?: Millis;
  /** The work that the last instance has begun holds on to its key for this long after a rollout. */
  readonly batch?: Millis;
}

interface Replica {
  value: string | undefined;
  id: string | undefined;
  readAt: Millis;
}

/** How often some instance dies by itself; the next one reads what the store serves then. */
const ACCIDENT: Millis = 7 * SECOND;

/** A workload that loads the key when it starts, holds it until it is rolled, and calls the vendor with it all the time. */
export class Service {
  readonly name: string;
  readonly options: ServiceOptions;
  /** Unhealthy while this is true of the id of any instance's key. */
  illWith: (id: string | undefined) => boolean = () => false;
  /** Its health page cannot be reached. */
  isDark = false;
  rolls = 0;
  /** Requests to the vendor that were refused, and when. */
  readonly refusals: string[] = [];
  #replicas: Replica[] = [];
  #batch: { readonly replica: Replica; readonly until: Millis } | undefined;
  #turn = 0;
  readonly #world: Surroundings;

  constructor(name: string, world: Surroundings, options: ServiceOptions = {}) {
    this.name = name;
    this.options = options;
    this.#world = world;
  }

  get refused(): number {
    return this.refusals.length;
  }

  /** Ids of the keys in memory anywhere. */
  get idsInUse(): readonly (string | undefined)[] {
    return this.#held.map(({ id }) => id);
  }

  start(): void {
    this.#replicas = Array.from({ length: this.options.replicas ?? 2 }, () => this.#fresh());
  }

  /** Every instance is replaced; a job that is under way continues with what it had. */
  roll(): void {
    this.rolls += 1;
    const [last] = this.#replicas.slice(-1);
    if (this.options.batch !== undefined && last)
      this.#batch = { replica: last, until: this.#world.clock.now() + this.options.batch };
    this.start();
  }

  /** One second of the world: each instance serves a customer, now and then one is replaced by accident. */
  tick(): void {
    this.#turn += 1;
    const now = this.#world.clock.now();
    if (this.#batch && this.#batch.until < now) this.#batch = undefined;
    const { cache } = this.options;
    for (const [index, replica] of this.#replicas.entries()) {
      const accident = (this.#turn * SECOND) % ACCIDENT === 0 && index === this.#turn % this.#replicas.length;
      if (accident || (cache !== undefined && now - replica.readAt > cache))
        this.#replicas[index] = this.#fresh();
    }
    for (const replica of this.#held) this.#serve(replica);
  }

  /** What a check behind a load balancer sees: the next instance. */
  readonly handler: FakeHandler = ({ path }) => {
    if (path !== `/${this.name}`) return undefined;
    if (this.isDark) return { status: 429, body: '' };
    this.#turn += 1;
    const replica = this.#replicas[this.#turn % this.#replicas.length];
    const well = this.#held.every(({ id }) => !this.illWith(id)) && (!replica || this.#serve(replica));
    return {
      status: well ? 200 : 500,
      headers: replica?.id === undefined ? {} : { 'x-key-id': replica.id },
      body: '',
    };
  };

  get #held(): readonly Replica[] {
    return this.#batch ? [...this.#replicas, this.#batch.replica] : this.#replicas;
  }

  #fresh(): Replica {
    const { clock } = this.#world;
    return { value: this.#world.served(), id: this.#world.served('api_key_id'), readAt: clock.now() };
  }

  /** A service whose key was never there yet has nothing to do at the vendor. */
  #serve({ value, id }: Replica): boolean {
    if (value === undefined) return true;
    const { keys } = this.#world.vendor;
    const key = keys.byValue(value);
    const served = key !== undefined && keys.accepts(key);
    if (served) keys.use(key);
    if (!served)
      this.refusals.push(
        `${this.name} with ${id ?? 'a key without id'} at ${new Date(this.#world.clock.now()).toISOString()}`,
      );
    return served;
  }
}
