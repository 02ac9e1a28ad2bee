import { performance } from 'node:perf_hooks';
import type { Clock } from '../domain/ports';

/** The real clock. A sleep does not keep the process alive after its signal was aborted. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep(duration, signal) {
    return new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, duration);
      signal?.addEventListener('abort', end, { once: true });
    });
  },
};
