import type { Chance } from '../../../src/sandbox/chance';
import type { Millis } from '../../../src/domain/tools/time';
import { EventQueue, type Actor, type Planned } from './eventQueue';
import { Trace } from './trace';

/**
 * Calls when all promises that can go on have gone on: Node plays a tick when no microtask is left, but ticks asked for outside of a
 * microtask come before them all. https://nodejs.org/api/process.html#processnexttickcallback-args
 */
const afterAllReact = (then: () => void): void => queueMicrotask(() => process.nextTick(then));

const MOST_EVENTS = 60_000;

/**
 * The time of a world and the order of all that happens in it. Network answers, timers and steps of processes are events;
 * which of two comes first is decided by their time and a lot, both drawn from the seed.
 */
export class Scheduler {
  now: Millis;
  readonly trace = new Trace();
  readonly #queue = new EventQueue();
  readonly #lots: Chance;
  #made = 0;
  #isOver = false;

  constructor(start: Millis, lots: Chance) {
    this.now = start;
    this.#lots = lots;
  }

  /** @param who nobody: something of the world itself, to which no process listens */
  in(delay: Millis, what: string, who: Actor | undefined, act: () => void): Planned {
    const event: Planned = {
      due: this.now + Math.ceil(Math.max(0, delay)),
      lot: this.#lots.fraction(),
      made: (this.#made += 1),
      who,
      what,
      act,
    };
    this.#queue.add(event);
    return event;
  }

  cancel(event: Planned): void {
    event.act = undefined;
  }

  /** Until nothing is left to happen, or `stop`, or too much has happened. */
  run(): Promise<void> {
    this.#isOver = false;
    return new Promise((resolve, reject) => {
      const goOn = (): void => {
        try {
          if (this.#playUntilHeard()) afterAllReact(goOn);
          else resolve();
        } catch (thrown) {
          reject(thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown }));
        }
      };
      afterAllReact(goOn);
    });
  }

  /** @returns whether a process has heard something; else it is over */
  #playUntilHeard(): boolean {
    while (!this.#isOver && !this.isEndless) {
      const event = this.#queue.next();
      if (!event) return false;
      if (this.#play(event) && event.who) return true;
    }
    return false;
  }

  get isEndless(): boolean {
    return this.trace.events > MOST_EVENTS;
  }

  stop(): void {
    this.#isOver = true;
  }

  /** @returns whether it happened: nothing happens to the dead, and later to the frozen */
  #play(event: Planned): boolean {
    const { act, who } = event;
    if (!act || who?.isDead === true) return false;
    if (who && who.frozenUntil > event.due) {
      event.due = who.frozenUntil;
      this.#queue.add(event);
      return false;
    }
    this.now = Math.max(this.now, event.due);
    this.trace.add(this.now, event.what);
    act();
    return true;
  }
}
