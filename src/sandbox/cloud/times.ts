import type { Lags } from '../../adapters/vendors/http/fake';
import { SECOND, type Millis } from '../../domain/tools/time';

/** How long things take in a cloud, in its own time. */
export interface Times {
  /** How late the vendor really is. */
  readonly late: Lags;
  /** How late it says it may be. */
  readonly said: Lags;
  readonly grace: Millis;
  readonly watch: Millis;
  /** How long a service may hold an old key, and how long those that re-read the store really do. */
  readonly holds: Millis;
  readonly cache: Millis;
  /** How long an instance takes to start. */
  readonly startup: Millis;
  /** Between two looks at a service's health. */
  readonly interval: Millis;
}

/** Seconds, where a team has hours. */
export const SHORT: Times = {
  late: { propagation: SECOND / 2, revocation: SECOND / 4, list: SECOND / 4, lastUsed: SECOND / 10 },
  said: { propagation: 3 * SECOND, revocation: 0.6 * SECOND, list: SECOND, lastUsed: SECOND / 2 },
  grace: SECOND,
  watch: SECOND / 2,
  holds: SECOND,
  cache: SECOND / 2,
  startup: 50,
  interval: SECOND / 5,
};

/** As a config has it. */
export const inWords = (time: Millis): string => (time % SECOND === 0 ? `${time / SECOND}s` : `${time}ms`);
