import type { Millis } from '../../../src/domain/tools/time';

/** Whose event it is: nothing happens to the dead, and to the frozen only when they thaw. */
export interface Actor {
  readonly name: string;
  isDead: boolean;
  frozenUntil: Millis;
}

export interface Planned {
  due: Millis;
  /** Drawn by chance: decides between events of the same moment. */
  readonly lot: number;
  readonly made: number;
  readonly who: Actor | undefined;
  readonly what: string;
  act: (() => void) | undefined;
}

const before = (one: Planned, other: Planned): boolean =>
  one.due !== other.due
    ? one.due < other.due
    : one.lot !== other.lot
      ? one.lot < other.lot
      : one.made < other.made;

/** A binary heap: the earliest event first. */
export class EventQueue {
  readonly #heap: Planned[] = [];

  add(event: Planned): void {
    const heap = this.#heap;
    let at = heap.push(event) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (!above || !before(event, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = event;
  }

  next(): Planned | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first && last && first !== last) this.#sink(last);
    return first;
  }

  #sink(event: Planned): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      if (!one) break;
      const [child, smaller] = other && before(other, one) ? [left + 1, other] : [left, one];
      if (!before(smaller, event)) break;
      heap[at] = smaller;
      at = child;
    }
    heap[at] = event;
  }
}
