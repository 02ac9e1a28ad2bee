import type { History, StoreCapabilities } from '../domain/contracts/store';
import { RekeyError } from '../domain/errors';
import type { Millis } from '../domain/tools/time';

/** The old value must be readable until its death is proved. RK4009 when the store forgets it sooner. */
export function mustOutlive(
  path: string,
  { versions, ttl }: History,
  keeps: StoreCapabilities['keeps'],
  { grace, drainLimit }: { readonly grace: Millis; readonly drainLimit: Millis },
): void {
  // One that forgets keeps a copy with the reservation.
  if (keeps === 'versions' && versions !== undefined && versions < 2) {
    throw new RekeyError(
      'RK4009',
      `${path} keeps ${versions} version; the old value would be gone at promote.`,
    );
  }
  if (ttl !== undefined && ttl <= grace + drainLimit) {
    throw new RekeyError(
      'RK4009',
      `${path} deletes its versions sooner than the grace period and drain_limit together.`,
    );
  }
}
