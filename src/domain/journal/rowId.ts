import type { Pass } from './facts';
import type { StepName } from '../steps';

export interface RowParts {
  readonly pass: Pass;
  readonly step: StepName;
  readonly unit?: string;
}

const SHAPE = /^(forward|back|discard|abandon)\/([a-z]+)(?::(.*))?$/s;

/** `forward/deploy:payment-service` in its parts; undefined for anything else, since a journal may be forged. */
export function rowParts(id: string): RowParts | undefined {
  const [, pass, step, unit] = SHAPE.exec(id) ?? [];
  if (pass === undefined || step === undefined) return undefined;
  const parts = { pass: pass as Pass, step: step as StepName };
  return unit === undefined ? parts : { unit, ...parts };
}

/** Rotations are named by ourselves, and the name is part of paths; it may hold a point, for clocks may have fractions. */
export const ROTATION_ID = /^[\w-][\w.-]{0,63}$/;
export const isRotationId = (text: string): boolean => ROTATION_ID.test(text);
