import type { Permit } from '../ports';

export interface Rollout {
  /** How the deployer finds it again: a run id, a generation. */
  readonly id: string;
  readonly url?: string;
}

export type RolloutState =
  | {
      readonly state: 'running';
      readonly sentence: string;
      /** A hint when it looks stuck. */ readonly hint?: string;
    }
  /** No old instance is left. */
  | { readonly state: 'complete'; readonly sentence: string }
  | { readonly state: 'failed'; readonly sentence: string };

/** Marks a rollout so that a later process finds it: rotation, pass and workload. Letters, digits and dashes. */
export interface Mark {
  readonly marker: string;
  readonly key: string;
  readonly rotation: string;
  /** The public id of the credential that should be in use afterwards. */
  readonly credential: string;
  readonly workload: string;
}

export interface Deployer {
  /**
   * Whether a rollout could be started, as far as reading shows it. Throws what `roll` would be refused for, with the next step.
   * @returns what was seen; it begins with `not tried` when nothing was, and says which right is missing
   */
  mustBeReady?(known: Pick<Mark, 'key' | 'workload'>): Promise<string>;
  /** Starts a rollout marked with `mark`. Never repeated: a lost answer is looked up with `find`. */
  roll(mark: Mark, permit?: Permit): Promise<Rollout>;
  /** The rollout with this mark. `since`: not before this time. `unknown` is thrown when it cannot be told. */
  find(mark: Mark, since: string): Promise<Rollout | undefined>;
  status(rollout: Rollout): Promise<RolloutState>;
}
