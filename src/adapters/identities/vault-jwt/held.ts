import type { Session } from '../../../domain/contracts/identity';
import type { SecretValue } from '../../../domain/secret';
import { DAY, instant, MINUTE, type Millis } from '../../../domain/time';
import type { VaultJwtSettings } from './settings';

export interface Held {
  readonly session: Session;
  /** From here on another one is asked for. */
  readonly stale: Millis;
}

export const LEAST_LEFT = 5 * MINUTE;

/** @param life 0: the token has no end, and is looked at again tomorrow */
export function held(token: SecretValue, life: Millis, now: Millis, settings: VaultJwtSettings): Held {
  const end = now + (life === 0 ? DAY : life);
  // A short life is used to its half, else each call would log in anew.
  const margin = Math.min(Math.max(LEAST_LEFT, (end - now) / 5), (end - now) / 2);
  const { address, namespace } = settings;
  const attributes: Record<string, string> = namespace === undefined ? {} : { namespace };
  return { session: { origin: address, token, expires: instant(end), attributes }, stale: end - margin };
}
