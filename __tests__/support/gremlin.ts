import { RekeyError } from '../../src/domain/errors';
import type { Files } from '../../src/domain/ports';
import { ProcessKilled } from '../../src/domain/processKilled';
import type { Fault, FaultPlan } from '../../src/sandbox/faults';
import { DEPLOY, GATEWAY, HEALTH, VAULT } from './stageSettings';

/** A call to the outside, over the network or to the disk of the journal. */
export interface OutsideCall {
  readonly place: 'vendor' | 'store' | 'deploys' | 'health' | 'journal';
  readonly what: string;
  readonly writes: boolean;
}

/** fails: the disk says no. lost: it did, but said nothing. */
type DiskFault = 'fails' | 'lost' | 'kill before' | 'kill after' | 'stall';

/** Something that may happen to one call. */
export interface Mischief {
  readonly name: string;
  readonly http?: ((hold: Promise<void>) => Fault) | undefined;
  readonly disk?: DiskFault;
  /** How often the same call meets it in a row; reads are repeated by the port. */
  readonly times?: number;
}

/** Whether the process to which the calls belong is dead. */
interface Life {
  isOver: boolean;
}

const PLACES: Readonly<Record<string, OutsideCall['place']>> = {
  [GATEWAY]: 'vendor',
  [VAULT]: 'store',
  [DEPLOY]: 'deploys',
  [HEALTH]: 'health',
};

const MOST_CALLS = 3000;

/** What happens to a call; they are counted from 1. */
export type Pick = (call: OutsideCall, n: number) => Mischief | undefined;

/** Sees the calls of all processes of a world, and does things to some of them. */
export class Gremlin {
  readonly calls: OutsideCall[] = [];
  /** Settles when a process has stopped in front of its call; the next process finds a promise that never settles. */
  stalled: Promise<'stalled'>;
  /** Lets that process go on. */
  readonly release: () => void;
  readonly #pick: Pick;
  readonly #hold: Promise<void>;
  #again: { readonly what: string; readonly mischief: Mischief; left: number } | undefined;
  #isStalled = (): void => {};

  constructor(pick: Pick = () => undefined) {
    this.#pick = pick;
    let release = (): void => {};
    this.#hold = new Promise((resolve) => (release = resolve));
    this.release = () => release();
    this.stalled = new Promise((resolve) => (this.#isStalled = () => resolve('stalled')));
  }

  plan(life: Life): FaultPlan {
    return ({ origin, method, path }) => {
      if (life.isOver) return { kind: 'kill', when: 'before' };
      const place = PLACES[origin] ?? 'store';
      const writes = method !== 'GET';
      const mischief = this.#strikes({ place, what: `${method} ${place} ${path}`, writes });
      const fault = mischief?.http?.(this.#hold);
      if (fault?.kind === 'kill') life.isOver = true;
      if (fault?.kind === 'stall') this.#isStalled();
      return fault;
    };
  }

  /** The disk of one process. */
  files(disk: Files, life: Life): Files {
    const call = async <T>(what: string, writes: boolean, act: () => Promise<T>): Promise<T> => {
      if (life.isOver) throw new ProcessKilled();
      const mischief = this.#strikes({ place: 'journal', what: `${what} journal`, writes });
      return mischief ? this.#spoil(mischief.disk, act, life) : act();
    };
    return {
      read: (path) => call(`read ${path}`, false, () => disk.read(path)),
      list: (path) => call(`list ${path}`, false, () => disk.list(path)),
      create: (path, content) => call(`create ${path}`, true, () => disk.create(path, content)),
      write: (path, content) => call(`write ${path}`, true, () => disk.write(path, content)),
    };
  }

  #strikes(call: OutsideCall): Mischief | undefined {
    this.calls.push(call);
    if (this.calls.length > MOST_CALLS) throw new Error('it calls and calls without an end');
    if (this.#again?.what === call.what && this.#again.left > 0) {
      this.#again.left -= 1;
      return this.#again.mischief;
    }
    const mischief = this.#pick(call, this.calls.length);
    if (mischief) this.#again = { what: call.what, mischief, left: (mischief.times ?? 1) - 1 };
    return mischief;
  }

  async #spoil<T>(disk: Mischief['disk'], act: () => Promise<T>, life: Life): Promise<T> {
    switch (disk) {
      case 'fails':
        throw new RekeyError('RK7007', 'The disk does not answer.');
      case 'lost':
        await act();
        throw new RekeyError('RK9002', 'The disk did, and did not say so.');
      case 'kill before':
        life.isOver = true;
        throw new ProcessKilled();
      case 'kill after':
        await act();
        life.isOver = true;
        throw new ProcessKilled();
      case 'stall':
        this.#isStalled();
        await this.#hold;
        return act();
      case undefined:
        return act();
    }
  }
}
