import type { Clock } from '../domain/ports';
import type { Millis } from '../domain/tools/time';

/** The time since this moment, by two clocks: one stands still while a machine is suspended, the other may be set back. */
export function stopwatch(clock: Clock): () => Millis {
  const [monotonic, wall] = [clock.monotonic(), clock.now()];
  return () => Math.max(clock.monotonic() - monotonic, clock.now() - wall);
}
