import type { FakeRequest, FakeResponse } from '../../src/kits/fake/fake';
import type { Files } from '../../src/domain/ports';
import type { FaultPlan } from '../../src/sandbox/faults';
import { placeOf, type Life, type CallHook } from './faultInjector';
import type { VirtualClock } from './virtualClock';

/** Right before this call of all, counted from 1, another process has its turn. */
export interface Switch {
  readonly at: number;
  readonly to: number;
}

/** One call, in the order in which they were made. */
export interface Turn {
  readonly by: number;
  readonly what: string;
  readonly writes: boolean;
  /** Processes that were there and had not ended. */
  readonly others: readonly number[];
}

interface Standing {
  readonly what: string;
  readonly writes: boolean;
  readonly goOn: () => void;
}

const MOST_CALLS = 3000;
const MOST_IDLE = 2000;

/** Stops every process in front of every call. Jobs are named after their process: `p0`, `p1.2`. */
export class Turns implements CallHook {
  readonly made: Turn[] = [];
  /** Called before each call. */
  told: (turn: Turn, n: number) => void = () => {};
  readonly #standing = new Map<number, Standing>();

  plan(life: Life): FaultPlan {
    return ({ origin, method, path }) => {
      const hold = this.#stop(life, `${method} ${placeOf(origin)} ${path}`, method !== 'GET');
      return { kind: 'stall', hold };
    };
  }

  files(disk: Files, life: Life): Files {
    const call = async <T>(what: string, writes: boolean, act: () => Promise<T>): Promise<T> => {
      await this.#stop(life, `${what} journal`, writes);
      return act();
    };
    return {
      read: (path) => call(`read ${path}`, false, () => disk.read(path)),
      list: (path) => call(`list ${path}`, false, () => disk.list(path)),
      create: (path, content) => call(`create ${path}`, true, () => disk.create(path, content)),
      write: (path, content) => call(`write ${path}`, true, () => disk.write(path, content)),
    };
  }

  answer(_life: Life, _request: FakeRequest, answer: FakeResponse): FakeResponse {
    return answer;
  }

  /**
   * Lets exactly one process make its next call at a time, until all have ended. A process continues until it ends, or until a
   * switch; while it sleeps time passes, and the others stand where they are. When it ends, the one that stands longest continues.
   */
  async play(
    clock: VirtualClock,
    processes: readonly (() => Promise<unknown>)[],
    switches: readonly Switch[],
  ): Promise<void> {
    const queue = processes.map((_, index) => index);
    const begun = new Set<number>();
    const ended = new Set<number>();
    const left = [...switches];
    for (let idle = 0; idle < MOST_IDLE;) {
      await clock.settle();
      const now = queue.find((index) => !ended.has(index));
      if (now === undefined) return;
      const standing = this.#standing.get(now);
      const [next] = left;
      if (standing && next?.at === this.made.length + 1) {
        left.shift();
        queue.splice(queue.indexOf(next.to), 1);
        queue.splice(queue.indexOf(now), 1);
        queue.unshift(next.to);
        queue.push(now);
      } else if (standing) {
        idle = 0;
        const others = queue.filter((index) => index !== now && !ended.has(index));
        this.#goOn(now, standing, others);
      } else if (!begun.has(now)) {
        begun.add(now);
        void processes[now]?.().finally(() => ended.add(now));
      } else if (!(await clock.step())) idle += 1;
    }
    throw new Error('stuck: nobody stands in front of a call and no timer is set');
  }

  #goOn(by: number, { what, writes, goOn }: Standing, others: readonly number[]): void {
    this.#standing.delete(by);
    const turn = { by, what, writes, others };
    this.made.push(turn);
    if (this.made.length > MOST_CALLS) throw new Error('they call and call without an end');
    this.told(turn, this.made.length);
    goOn();
  }

  #stop({ job }: Life, what: string, writes: boolean): Promise<void> {
    const by = Number(/^p(\d+)/.exec(job)?.[1]);
    return new Promise((goOn) => this.#standing.set(by, { what, writes, goOn }));
  }
}
