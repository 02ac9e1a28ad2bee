import type { ConfigOptions } from '../cloud/configText';
import type { KeyPlan } from '../cloud/keyPlan';
import type { Ending } from '../stage/judge';
import type { Stage } from '../stage/stage';

export interface Scenario {
  readonly name: string;
  /** What happens, in a sentence. */
  readonly title: string;
  /** The keys of its config. @param count how many were asked for */
  keys(count: number): readonly KeyPlan[];
  options?(count: number): ConfigOptions;
  /** Things to put in place after the keys, before the servers run. */
  arrange?(cloud: Stage['cloud']): void;
  /** Plays it and says what must be true at its end. */
  play(stage: Stage): Promise<Ending>;
}
