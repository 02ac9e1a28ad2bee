import type { Watcher, World } from '../world/world';

/** What it watches, besides what every watcher hears. */
export interface Watch extends Watcher {
  /** After every effect and every change of the world. */
  look?(): void;
  /** When nothing is left to do. */
  rest?(): void;
  /** When the run is over, at rest or not. */
  end?(): void;
}

/** Something that must always be true. */
export interface Invariant {
  readonly name: string;
  readonly sentence: string;
  /** It compares with what was written down, and so says nothing once somebody else wrote the journal. */
  readonly restsOnJournal?: true;
  /** @param broken called with what is wrong, in one sentence */
  watch(world: World, broken: (why: string) => void): Watch;
}
