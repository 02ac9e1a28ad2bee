import type { Clock, HttpResponse } from '../../domain/ports';
import type { Millis } from '../../domain/tools/time';

export interface ServerClock {
  heard(answer: HttpResponse): void;
  /** Never goes back. Before the first answer it is this machine's clock. */
  readonly now: () => Millis;
}

/**
 * A server's clock, from the Date of its answers and the time that passed since. Date is cut to whole seconds and arrives
 * late, so the largest difference seen is the closest one.
 */
export function serverClock(clock: Clock): ServerClock {
  let ahead: Millis | undefined;
  return {
    heard({ date }) {
      if (date !== undefined) ahead = Math.max(ahead ?? -Infinity, date - clock.monotonic());
    },
    now: () => (ahead === undefined ? clock.now() : Math.floor(ahead + clock.monotonic())),
  };
}
