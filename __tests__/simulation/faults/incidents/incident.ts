import type { Chance } from '../../../../src/sandbox/chance';
import type { World } from '../../world/world';

/** Something that befalls a world at some moment, and that is no trouble of a single call. */
export interface Incident {
  readonly name: string;
  /** How often, against the others. */
  readonly weight: number;
  /** It lies in wait from the beginning for something that processes do. */
  readonly liesInWait?: true;
  /** @returns what happened, in a few words; undefined: there was nothing to befall */
  begin(world: World, chance: Chance): string | undefined;
}
