import type { KeyConfig } from '../domain/config';
import type { PlanRequest } from './request';

const RESUME = '-resume';

/** What this job may do with a key: its own environment all, the `-resume` twin may only finish or undo, another one nothing. */
export function placeOf(
  key: Pick<KeyConfig, 'environment'>,
  request: PlanRequest,
): 'here' | 'resume' | 'elsewhere' {
  const { environment } = request;
  if (environment === undefined || environment === key.environment) return 'here';
  return environment === `${key.environment}${RESUME}` ? 'resume' : 'elsewhere';
}
