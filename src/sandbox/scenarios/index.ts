import { adopt } from './adopt';
import { crash } from './crash';
import { flood } from './flood';
import { happy } from './happy';
import { limit } from './limit';
import { neighbours } from './neighbours';
import { outage } from './outage';
import { race } from './race';
import type { Scenario } from './scenario';
import { stall } from './stall';
import { stepback } from './stepback';

/** In the order in which they are told. */
export const SCENARIOS: readonly Scenario[] = [
  happy,
  adopt,
  crash,
  stall,
  race,
  stepback,
  outage,
  limit,
  neighbours,
  flood,
];
