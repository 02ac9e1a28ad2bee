import type { Millis } from '../../src/domain/tools/time';
import { INVARIANTS } from './invariants';
import type { Watch } from './invariants/invariant';
import type { World } from './world/world';

export interface Violation {
  readonly invariant: string;
  readonly why: string;
  readonly at: Millis;
}

/** Looks at the whole world after everything that happens, and believes nothing that Rekey says. The first thing wrong ends the run. */
export class Judge {
  readonly violations: Violation[] = [];
  readonly #watches: readonly Watch[];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.#watches = INVARIANTS.map(({ name, restsOnJournal, watch }) =>
      watch(world, (why) => {
        if (restsOnJournal !== true || !world.assumptions.was('the journal is ours')) this.#note(name, why);
      }),
    );
    world.watchers.push(...this.#watches, { effect: () => this.#look(), changed: () => this.#look() });
  }

  /** All is over. */
  end(isAtRest: boolean): void {
    this.#look();
    for (const watch of this.#watches) {
      if (isAtRest) watch.rest?.();
      watch.end?.();
    }
  }

  endless(): void {
    this.#note('comes to rest', 'there is always something left to do');
  }

  #note(invariant: string, why: string): void {
    this.violations.push({ invariant, why, at: this.#world.scheduler.now });
    this.#world.scheduler.stop();
  }

  #look(): void {
    for (const watch of this.#watches) watch.look?.();
  }
}
