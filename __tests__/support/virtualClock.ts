import type { Clock } from '../../src/domain/ports';
import type { Millis } from '../../src/domain/tools/time';

interface Timer {
  readonly due: Millis;
  readonly order: number;
  readonly fire: () => void;
}

/** Real time without any timer and without an end, after which a run is held to be stuck. */
const STUCK_AFTER: Millis = 30_000;

/** Time that moves only when told. Timers fire in the order of their due time, then of their making. */
export class VirtualClock implements Clock {
  #now: Millis;
  #made = 0;
  #timers: Timer[] = [];
  readonly #start: Millis;
  #beat: { readonly period: Millis; readonly act: () => void } | undefined;

  constructor(start: Millis | string = '2026-03-02T02:00:00.000Z') {
    this.#start = typeof start === 'string' ? Date.parse(start) : start;
    this.#now = this.#start;
  }

  now = (): Millis => this.#now;
  monotonic = (): Millis => this.#now - this.#start;

  sleep = (duration: Millis, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (duration <= 0 || signal?.aborted === true) return resolve();
      const stop = (): void => {
        this.#timers = this.#timers.filter((other) => other !== timer);
        resolve();
      };
      const fire = (): void => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const timer = { due: this.#now + duration, order: (this.#made += 1), fire };
      this.#timers.push(timer);
      signal?.addEventListener('abort', stop);
    });

  /** What the world does by itself each period, at that time exactly, however far time jumps. */
  beat(period: Millis, act: () => void): void {
    this.#beat = { period, act };
  }

  get waiting(): number {
    return this.#timers.length;
  }

  /** Moves time on and fires what falls due on the way, letting everybody react in between. */
  async advance(duration: Millis): Promise<void> {
    const end = this.#now + duration;
    await breathe();
    for (let next = this.#next(); next !== undefined && next.due <= end; next = this.#next()) {
      this.#fire(next);
      await breathe();
    }
    this.#moveTo(end);
  }

  /** Runs the body to its end; whenever nothing else can run, time jumps to the next timer. */
  async run<T>(body: () => Promise<T>): Promise<T> {
    let over = false;
    const outcome = body().finally(() => {
      over = true;
    });
    outcome.catch(() => {});
    let idleSince = Date.now();
    for (;;) {
      await breathe();
      if (over) return outcome;
      const next = this.#next();
      if (next) {
        this.#fire(next);
        idleSince = Date.now();
      } else if (Date.now() - idleSince > STUCK_AFTER) {
        throw new Error('stuck: nothing can run and no timer is set');
      }
    }
  }

  /** Lets everybody react, and then fires the next timer, if there is one. */
  async step(): Promise<boolean> {
    await this.settle();
    const next = this.#next();
    if (next) this.#fire(next);
    return next !== undefined;
  }

  /** Lets everybody react. */
  async settle(): Promise<void> {
    await breathe();
  }

  #next(): Timer | undefined {
    return this.#timers.reduce<Timer | undefined>((first, timer) => {
      if (first === undefined || timer.due < first.due) return timer;
      return timer.due === first.due && timer.order < first.order ? timer : first;
    }, undefined);
  }

  #fire(timer: Timer): void {
    this.#timers = this.#timers.filter((other) => other !== timer);
    this.#moveTo(Math.max(this.#now, timer.due));
    timer.fire();
  }

  #moveTo(end: Millis): void {
    if (this.#beat) {
      const { period, act } = this.#beat;
      for (let next = this.#now - (this.#now % period) + period; next <= end; next += period) {
        this.#now = next;
        act();
      }
    }
    this.#now = end;
  }
}

/** Long enough for promises and a few turns of the event loop (file reads, lazy imports) to go on. */
async function breathe(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
