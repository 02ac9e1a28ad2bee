import { happy } from './happy';
import type { Scenario } from './scenario';

/** In the order in which they are told. */
export const SCENARIOS: readonly Scenario[] = [happy];
