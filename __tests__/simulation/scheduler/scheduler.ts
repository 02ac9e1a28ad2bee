import type { Chance } from '../../../src/sandbox/chance';
import type { Millis } from '../../../src/domain/time';
import { EventQueue, type Actor, type Planned } from './eventQueue';
import { Trace } from './trace';

/** All promises that can go on have gone on: Node calls `nextTick` when no microtask is left. https://nodejs.org/api/process.html#processnexttickcallback-args */
const everybodyReacts = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

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
  async run(): Promise<void> {
    this.#isOver = false;
    // Asked for outside of a microtask, the next tick would come before them all.
    await Promise.resolve();
    for (let event = this.#queue.next(); event; event = this.#queue.next()) {
      await this.#play(event);
      if (this.#isOver || this.isEndless) return;
    }
  }

  get isEndless(): boolean {
    return this.trace.events > MOST_EVENTS;
  }

  stop(): void {
    this.#isOver = true;
  }

  async #play(event: Planned): Promise<void> {
    const { act, who } = event;
    if (!act || who?.isDead === true) return;
    if (who && who.frozenUntil > event.due) {
      event.due = who.frozenUntil;
      this.#queue.add(event);
      return;
    }
    this.now = Math.max(this.now, event.due);
    this.trace.add(this.now, event.what);
    act();
    if (who) await everybodyReacts();
  }
}
