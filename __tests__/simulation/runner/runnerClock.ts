import type { Clock } from '../../../src/domain/ports';
import type { Millis } from '../../../src/domain/tools/time';
import type { Actor } from '../scheduler/eventQueue';
import type { Scheduler } from '../scheduler/scheduler';

/** The clock of one machine: the time of the world, more or less. */
export class RunnerClock implements Clock {
  readonly #scheduler: Scheduler;
  readonly #who: Actor;
  readonly #skew: Millis;
  readonly #started: Millis;
  #looked: Millis = 0;
  #looks = 0;
  /** How long the machine was suspended; its monotonic clock stood still then. */
  suspended: Millis = 0;

  constructor(scheduler: Scheduler, who: Actor, skew: Millis) {
    this.#scheduler = scheduler;
    this.#who = who;
    this.#skew = skew;
    this.#started = scheduler.now;
  }

  now = (): Millis => this.#scheduler.now + this.#skew;
  /** In parts of a millisecond, as `performance.now()`: each look is a little later than the one before. */
  monotonic = (): Millis => {
    const now = this.#scheduler.now - this.#started - this.suspended;
    this.#looks = now === this.#looked ? this.#looks + 1 : 1;
    this.#looked = now;
    return now + 1 - 1 / this.#looks;
  };

  sleep = (duration: Millis, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const wake = (): void => {
        signal?.removeEventListener('abort', wake);
        this.#scheduler.cancel(timer);
        resolve();
      };
      const timer = this.#scheduler.in(duration, `${this.#who.name} wakes`, this.#who, wake);
      signal?.addEventListener('abort', wake);
    });
}
