import type { KeyConfig } from '../../domain/config';
import type { KeyState } from '../../domain/journal/keyState';
import type { Finding, StartAction } from '../../domain/plan';
import type { PlanContext } from '../request';

/** A rotation or a removal that would start now. */
export interface Start {
  readonly key: KeyConfig;
  readonly state: KeyState | undefined;
  readonly action: StartAction;
  /** Names of other keys whose current credential has the same id at the same vendor. */
  readonly shares: readonly string[];
}

/** One rule of the policy: looks at one start and says what speaks against it. What is open already is never looked at. */
export type Rule = (start: Start, context: PlanContext) => readonly Finding[];
