import type { Millis } from '../../../src/domain/tools/time';
import type { Actor } from '../scheduler/eventQueue';
import type { Scheduler } from '../scheduler/scheduler';
import type { Repository } from '../world/setting';
import type { Job } from './job';
import { RunnerClock } from './runnerClock';

export interface Orders {
  /** `rotate --keys a --now`, as words. */
  readonly words: readonly string[];
  /** `schedule`, or a person. */
  readonly actor: string;
  /** Where it runs; left out: where the key that it names is configured. */
  readonly repository?: Repository;
}

/** One process: a step of a job, which runs one command. */
export class Runner implements Actor {
  readonly number: number;
  readonly name: string;
  readonly job: Job;
  readonly orders: Required<Orders>;
  readonly started: Millis;
  readonly clock: RunnerClock;
  readonly cancelling = new AbortController();
  readonly #scheduler: Scheduler;
  isDead = false;
  frozenUntil: Millis = 0;
  calls = 0;
  /** How it ended by itself. */
  code: number | undefined;

  constructor(
    scheduler: Scheduler,
    given: {
      readonly number: number;
      readonly job: Job;
      readonly orders: Required<Orders>;
      readonly skew: Millis;
    },
  ) {
    this.number = given.number;
    this.name = `p${given.number}`;
    this.job = given.job;
    this.orders = given.orders;
    this.started = scheduler.now;
    this.#scheduler = scheduler;
    this.clock = new RunnerClock(scheduler, this, given.skew);
  }

  get isRunning(): boolean {
    return !this.isDead && this.code === undefined;
  }

  freeze(duration: Millis, suspended: boolean): void {
    this.frozenUntil = Math.max(this.frozenUntil, this.#scheduler.now + duration);
    if (suspended) this.clock.suspended += duration;
  }

  kill(): void {
    this.isDead = true;
  }
}
