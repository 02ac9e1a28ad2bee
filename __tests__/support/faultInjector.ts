import type { FakeRequest, FakeResponse } from '../../src/kits/fake/fake';
import type { Files } from '../../src/domain/ports';
import { ProcessKilled } from '../../src/domain/processKilled';
import type { Fault, FaultPlan } from '../../src/sandbox/faults';
import { AnswerSpoiler, type AnswerFault } from './answerSpoiler';
import { spoilt, type DiskFault } from './diskFaults';
import { DEPLOY, GATEWAY, HEALTH, VAULT } from './stageSettings';

/** A call to the outside, over the network or to the disk of the journal. */
export interface OutsideCall {
  /** The job that makes it. */
  readonly by: string;
  readonly place: 'vendor' | 'store' | 'deploys' | 'health' | 'journal';
  readonly what: string;
  readonly writes: boolean;
  /** An earlier answer to the same call was another one, so there is a past to read. */
  hasPast: boolean;
}

/** Something that may happen to one call. */
export interface CallFault {
  readonly name: string;
  /** `stop` stops the process in front of the call. */
  readonly http?: ((stop: () => Promise<void>) => Fault) | undefined;
  readonly disk?: DiskFault;
  /** The call is made and answered, and the answer is changed. */
  readonly answer?: AnswerFault;
  /** How often the same call meets it in a row; reads are repeated by the port. */
  readonly times?: number;
}

/** One process, as far as the injector cares. */
export interface Life {
  readonly job: string;
  isOver: boolean;
  /** What happens to the answer of the call that is under way. */
  spoil?: { readonly call: OutsideCall; readonly fault?: AnswerFault | undefined };
}

/** A process that has stopped in front of a call. */
export interface Sleeper {
  wake(): void;
}

/** What stands between the processes of a world and the outside. */
export interface CallHook {
  plan(life: Life): FaultPlan;
  files(disk: Files, life: Life): Files;
  answer(life: Life, request: FakeRequest, answer: FakeResponse): FakeResponse;
  readonly stalled?: Promise<Sleeper>;
}

const PLACES: Readonly<Record<string, OutsideCall['place']>> = {
  [GATEWAY]: 'vendor',
  [VAULT]: 'store',
  [DEPLOY]: 'deploys',
  [HEALTH]: 'health',
};

export const placeOf = (origin: string): OutsideCall['place'] => PLACES[origin] ?? 'store';

const MOST_CALLS = 3000;

/** What happens to a call; they are counted from 1. */
export type Pick = (call: OutsideCall, n: number) => CallFault | undefined;

/** Sees the calls of all processes of a world, and does things to some of them. */
export class FaultInjector implements CallHook {
  readonly calls: OutsideCall[] = [];
  /** Called before each call, with what will happen to it. */
  told: (call: OutsideCall, n: number, callFault: CallFault | undefined) => void = () => {};
  readonly #pick: Pick;
  readonly #most: number;
  readonly #answers = new AnswerSpoiler();
  #again: { readonly what: string; readonly callFault: CallFault; left: number } | undefined;
  #isStalled = (_sleeper: Sleeper): void => {};
  #stalled = this.#next();

  constructor(pick: Pick = () => undefined, most = MOST_CALLS) {
    this.#pick = pick;
    this.#most = most;
  }

  /** Settles when the next process has stopped in front of its call. */
  get stalled(): Promise<Sleeper> {
    return this.#stalled;
  }

  plan(life: Life): FaultPlan {
    return ({ origin, method, path }) => {
      if (life.isOver) return { kind: 'kill', when: 'before' };
      const place = placeOf(origin);
      const what = `${method} ${place} ${path}`;
      const call = { by: life.job, place, what, writes: method !== 'GET', hasPast: false };
      const callFault = this.#strikes(call);
      life.spoil = { call, fault: callFault?.answer };
      const fault = callFault?.http?.(this.#stop);
      if (fault?.kind === 'kill') life.isOver = true;
      return fault;
    };
  }

  /** The answer to a call of this process, as it arrives. */
  answer(life: Life, request: FakeRequest, answer: FakeResponse): FakeResponse {
    const { call, fault } = life.spoil ?? {};
    return call ? this.#answers.answer(call, fault, request, answer) : answer;
  }

  /** The disk of one process. */
  files(disk: Files, life: Life): Files {
    const call = async <T>(
      what: string,
      writes: boolean,
      path: string,
      act: () => Promise<T>,
    ): Promise<T> => {
      if (life.isOver) throw new ProcessKilled();
      const access = {
        by: life.job,
        place: 'journal',
        what: `${what} journal`,
        writes,
        hasPast: false,
      } as const;
      const callFault = this.#strikes(access);
      return spoilt(callFault?.disk, act, { disk, path, stop: this.#stop, die: () => (life.isOver = true) });
    };
    return {
      read: (path) => call(`read ${path}`, false, path, () => disk.read(path)),
      list: (path) => call(`list ${path}`, false, path, () => disk.list(path)),
      create: (path, content) => call(`create ${path}`, true, path, () => disk.create(path, content)),
      write: (path, content) => call(`write ${path}`, true, path, () => disk.write(path, content)),
    };
  }

  #next(): Promise<Sleeper> {
    return new Promise((resolve) => (this.#isStalled = resolve));
  }

  readonly #stop = (): Promise<void> =>
    new Promise((resolve) => {
      const tell = this.#isStalled;
      this.#stalled = this.#next();
      tell({ wake: () => resolve() });
    });

  #strikes(call: OutsideCall): CallFault | undefined {
    this.calls.push(call);
    if (this.calls.length > this.#most) throw new Error('it calls and calls without an end');
    const callFault = this.#callFault(call);
    this.told(call, this.calls.length, callFault);
    return callFault;
  }

  #callFault(call: OutsideCall): CallFault | undefined {
    if (this.#again?.what === call.what && this.#again.left > 0) {
      this.#again.left -= 1;
      return this.#again.callFault;
    }
    const callFault = this.#pick(call, this.calls.length);
    if (callFault) this.#again = { what: call.what, callFault, left: (callFault.times ?? 1) - 1 };
    return callFault;
  }
}
