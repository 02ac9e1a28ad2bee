import type { FakeVendor } from '../../../src/adapters/vendors/http/fake';
import type { FakeHandler } from '../../../src/kits/fake/fake';
import { MINUTE, SECOND, type Millis } from '../../../src/domain/tools/time';
import type { Chance } from '../../../src/sandbox/chance';
import type { Scheduler } from '../scheduler/scheduler';
import type { KeySetting, WorkloadSetting } from './setting';

/** What an application reads of a key. */
export interface Served {
  readonly value: string | undefined;
  readonly id: string | undefined;
}

/** One instance, job or forgotten script that has a key in memory and uses it all the time. */
export interface Holder {
  readonly who: string;
  readonly key: KeySetting;
  readonly isListed: boolean;
  held: Served;
  since: Millis;
  /** It has found out that there is something new, and reads it soon. */
  willRead: boolean;
  /** A rollout that called itself complete has left it as it was. */
  isMissed: boolean;
}

interface Surroundings {
  readonly scheduler: Scheduler;
  readonly vendor: FakeVendor;
  readonly chance: Chance;
  served(key: KeySetting): Served;
  /** By the vendor's clock. */
  vendorTime(): Millis;
  /** Something changed in the fleet. */
  changed(what: string): void;
}

/** Some instance dies by itself about this often. */
const ACCIDENT: Millis = 20 * MINUTE;

/** All that uses the keys: services, their jobs, and a consumer that nobody listed. */
export class Fleet {
  readonly holders = new Set<Holder>();
  /** Workloads that cannot live with some keys, told by the value. */
  readonly illWith = new Map<string, (value: string) => boolean>();
  failingRollouts = 0;
  /** So many rollouts say that they are complete, and have not replaced the last instance. */
  lyingRollouts = 0;
  /** In a quiet month little happens: all that comes by itself takes so many times as long. */
  pace = 1;
  /** Health pages that cannot be reached. */
  readonly dark = new Set<string>();
  readonly #world: Surroundings;
  readonly #workloads: readonly WorkloadSetting[];
  readonly #keys: readonly KeySetting[];
  readonly #services = new Map<string, Holder[]>();
  readonly #strangers: string[] = [];
  /** How often each health page was asked. */
  readonly #asked = new Map<string, number>();

  constructor(workloads: readonly WorkloadSetting[], keys: readonly KeySetting[], world: Surroundings) {
    this.#world = world;
    this.#workloads = workloads;
    this.#keys = keys;
  }

  start(): void {
    for (const workload of this.#workloads) {
      this.#services.set(workload.name, []);
      for (let count = 0; count < workload.replicas; count += 1) this.#grow(workload);
      this.#later(ACCIDENT, () => this.#accident(workload));
      if (workload.batch > 0) this.#later(workload.batch, () => this.#begin(workload));
    }
  }

  /** Everybody has used what it holds, all the time since it has it. Told before somebody looks when keys were last used. */
  use(): void {
    for (const value of this.#strangers) this.#use({ value, id: undefined }, 0);
    for (const { held, since } of this.holders) this.#use(held, since);
  }

  /** Another team uses a key of its own from now on. */
  stranger(value: string): void {
    this.#strangers.push(value);
  }

  /** Instances are replaced one by one. */
  roll(name: string, done: (conclusion: 'success' | 'failure') => void): void {
    const fails = this.failingRollouts > 0;
    this.failingRollouts = Math.max(0, this.failingRollouts - 1);
    const lies = !fails && this.lyingRollouts > 0;
    if (lies) this.lyingRollouts -= 1;
    const waiting = [...(this.#services.get(name) ?? [])];
    const next = (): void => {
      const holder = waiting.shift();
      if (!holder) return done('success');
      if (waiting.length === 0 && (fails || lies)) {
        holder.isMissed = lies && holder.held.value !== this.#world.served(holder.key).value;
        return done(fails ? 'failure' : 'success');
      }
      this.#read(holder, 'is rolled');
      this.#world.scheduler.in(this.#between(SECOND, 10 * SECOND), `${name} rolls`, undefined, next);
    };
    this.#world.scheduler.in(this.#between(0, 10 * SECOND), `${name} begins to roll`, undefined, next);
  }

  /** The store may serve something new: whoever reads by itself has it at the end of its cache's life. */
  notice(): void {
    for (const { name, cache } of this.#workloads) {
      if (!Number.isFinite(cache)) continue;
      for (const holder of this.#services.get(name) ?? []) this.#rereads(holder, cache);
    }
  }

  scaleUp(name: string): void {
    const workload = this.#workloads.find((one) => one.name === name);
    if (workload) this.#grow(workload);
  }

  /** A script that nobody knows reads a key now and holds it for so long. */
  forgottenScript(key: KeySetting, duration: Millis): void {
    const holder = this.#hold(`a script that nobody listed`, key, false);
    this.#world.scheduler.in(duration, 'the script ends', undefined, () => this.#drop(holder));
  }

  /** Somebody has found whoever uses a key without anybody knowing. */
  findUsers(): void {
    for (const holder of this.holders) {
      if (!holder.isListed) this.#drop(holder);
      else if (holder.isMissed) this.#read(holder, 'is replaced by hand');
    }
  }

  /** What a check behind a load balancer sees: the next instance. */
  readonly handler: FakeHandler = ({ path }) => {
    const name = path.slice(1);
    const holders = this.#services.get(name);
    if (!holders) return undefined;
    if (this.dark.has(name)) return { status: 429, body: '' };
    const turn = (this.#asked.get(name) ?? 0) + 1;
    this.#asked.set(name, turn);
    const isIll = this.illWith.get(name) ?? ((): boolean => false);
    const asked = holders[turn % Math.max(1, holders.length)];
    const value = asked?.held.value;
    const well = !asked || (this.#works(asked.held) && !(value !== undefined && isIll(value)));
    // A service that uses several keys has no one id to tell.
    const id = new Set(holders.map(({ key }) => key)).size === 1 ? asked?.held.id : undefined;
    return { status: well ? 200 : 500, headers: id === undefined ? {} : { 'x-key-id': id }, body: '' };
  };

  #works({ value }: Served): boolean {
    const key = value === undefined ? undefined : this.#world.vendor.keys.byValue(value);
    return value === undefined || (key !== undefined && this.#world.vendor.keys.accepts(key));
  }

  #grow(workload: WorkloadSetting): void {
    for (const key of this.#keys.filter(({ workloads }) => workloads.includes(workload.name))) {
      const holder = this.#hold(workload.name, key, true);
      this.#services.get(workload.name)?.push(holder);
    }
  }

  #rereads(holder: Holder, cache: Millis): void {
    const { value, id } = this.#world.served(holder.key);
    if (holder.willRead || (value === holder.held.value && id === holder.held.id)) return;
    holder.willRead = true;
    this.#world.scheduler.in(this.#between(0, cache), `${holder.who} reads again`, undefined, () => {
      holder.willRead = false;
      this.#read(holder, 'reads again');
    });
  }

  #accident(workload: WorkloadSetting): void {
    const holder = this.#world.chance.pick(this.#services.get(workload.name) ?? []);
    if (holder) this.#read(holder, 'restarts by itself');
    this.#later(ACCIDENT, () => this.#accident(workload));
  }

  /** A job goes on with what its instance had, also when that is rolled. */
  #begin(workload: WorkloadSetting): void {
    const parent = this.#world.chance.pick(this.#services.get(workload.name) ?? []);
    if (parent) {
      const job = this.#hold(`a job of ${workload.name}`, parent.key, true);
      job.held = parent.held;
      job.isMissed = parent.isMissed;
      const duration = this.#between(workload.batch / 4, workload.batch);
      this.#world.scheduler.in(duration, 'a job ends', undefined, () => this.#drop(job));
    }
    this.#later(2 * workload.batch, () => this.#begin(workload));
  }

  #hold(who: string, key: KeySetting, isListed: boolean): Holder {
    const { scheduler } = this.#world;
    const held = this.#world.served(key);
    const since = scheduler.now;
    const holder: Holder = { who, key, isListed, held, since, willRead: false, isMissed: false };
    this.holders.add(holder);
    return holder;
  }

  #read(holder: Holder, why: string): void {
    const before = holder.held;
    this.#use(before, holder.since);
    holder.held = this.#world.served(holder.key);
    holder.isMissed = false;
    holder.since = this.#world.scheduler.now;
    if (before.value !== holder.held.value)
      this.#world.changed(`${holder.who} ${why} and has ${holder.held.id ?? 'a key'}`);
  }

  #drop(holder: Holder): void {
    this.#use(holder.held, holder.since);
    this.holders.delete(holder);
  }

  /** Without a pause from then until now: the newest use that can be seen is as old as the view. */
  #use({ value }: Served, since: Millis): void {
    const { keys } = this.#world.vendor;
    const key = value === undefined ? undefined : keys.byValue(value);
    if (!key || !keys.accepts(key)) return;
    const now = this.#world.vendorTime();
    const seen = now - keys.lags.lastUsed;
    const begun = since + now - this.#world.scheduler.now;
    const uses = [...key.uses, ...(begun <= seen ? [seen] : []), now].sort((one, other) => one - other);
    key.uses = [...uses.filter((at) => at <= seen).slice(-1), ...uses.filter((at) => at > seen)];
  }

  #later(about: Millis, act: () => void): void {
    this.#world.scheduler.in(
      this.pace * this.#between(about / 2, about * 1.5),
      'the fleet lives',
      undefined,
      act,
    );
  }

  #between(least: Millis, most: Millis): Millis {
    return Math.round(this.#world.chance.between(least, most));
  }
}
