import type { StepName } from '../../domain/steps';
import { adopt } from './adopt';
import { check } from './check';
import { claim } from './claim';
import { close } from './close';
import { condemn } from './condemn';
import { create } from './create';
import { deploy } from './deploy';
import { disable } from './disable';
import { drain } from './drain';
import { fence } from './fence';
import { free } from './free';
import { preflight } from './preflight';
import { promote } from './promote';
import { prove } from './prove';
import { revoke } from './revoke';
import type { Step } from './step';
import { sweep } from './sweep';
import { verify } from './verify';

/** What each step of the table does. */
export const HANDLERS: Readonly<Record<StepName, Step>> = {
  preflight,
  claim,
  adopt,
  create,
  verify,
  promote,
  fence,
  sweep,
  deploy,
  check,
  drain,
  condemn,
  disable,
  revoke,
  prove,
  free,
  close,
};
