import type { Fact } from '../../../src/domain/journal/facts';
import { foldKey, newKey, type KeyState } from '../../../src/domain/journal/keyState';
import type { Millis } from '../../../src/domain/tools/time';
import type { Runner } from '../runner/runner';

/** A fact as it became durable, by the time of the world. */
export interface Written {
  readonly fact: Fact;
  /** Identity of the key. */
  readonly key: string;
  readonly runner: Runner | undefined;
  readonly sentAt: Millis;
  readonly at: Millis;
}

/** All that was ever written to the journal, whatever becomes of the journal afterwards. */
export class Chronicle {
  readonly all: Written[] = [];
  readonly condemned = new Set<string>();
  readonly #states = new Map<string, KeyState>();
  readonly #rotations = new Map<string, Written[]>();
  readonly #runners = new Map<Runner, Written[]>();
  readonly #known = new Set<string>();
  readonly #heard: (written: Written) => void;

  constructor(heard: (written: Written) => void) {
    this.#heard = heard;
  }

  add(written: Written): void {
    const { fact, key, runner } = written;
    if (this.#known.has(fact.id)) return;
    this.#known.add(fact.id);
    this.all.push(written);
    if (fact.type === 'condemn') this.condemned.add(fact.credential);
    append(this.#rotations, fact.rotation, written);
    if (runner) append(this.#runners, runner, written);
    this.#states.set(key, foldKey(this.stateOf(key), [fact]));
    this.#heard(written);
  }

  /** Where a key stands, as a plan would read it. */
  stateOf(key: string): KeyState {
    return this.#states.get(key) ?? newKey(key, key);
  }

  /** The claim in force when this fact was written. */
  ownerBefore({ rotation, id }: Fact): Written | undefined {
    let owner: Written | undefined;
    for (const written of this.of(rotation)) {
      if (written.fact.id === id) return owner;
      if (written.fact.type === 'claim') owner = written;
      if (written.fact.type === 'release') owner = undefined;
    }
    return owner;
  }

  of(rotation: string): readonly Written[] {
    return this.#rotations.get(rotation) ?? [];
  }

  factsOf(rotation: string): readonly Fact[] {
    return this.of(rotation).map(({ fact }) => fact);
  }

  get rotations(): readonly string[] {
    return [...this.#rotations.keys()];
  }

  /** What this process wrote, newest last. */
  by(runner: Runner): readonly Written[] {
    return this.#runners.get(runner) ?? [];
  }
}

function append<K>(lists: Map<K, Written[]>, at: K, written: Written): void {
  const list = lists.get(at) ?? [];
  lists.set(at, list);
  list.push(written);
}
