import type { Clock } from '../domain/ports';
import type { Millis } from '../domain/tools/time';

/** Time that runs `factor` times faster from a moment on. Who has the same two numbers sees the same time. */
export interface Speed {
  readonly factor: number;
  /** By the machine's clock. */
  readonly since: Millis;
}

/** A longer timer would end at once; who waits looks at the clock again anyway. */
const LONGEST_TIMER: Millis = 2 ** 31 - 1;

/** In the sandbox a program and its cloud share a faster time, so that minutes of waiting take seconds. */
export function clockAt({ factor, since }: Speed): Clock {
  return {
    now: () => since + (Date.now() - since) * factor,
    monotonic: () => performance.now() * factor,
    /** Does not keep the process alive after its signal was aborted. */
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
        const timer = setTimeout(end, Math.min(duration / factor, LONGEST_TIMER));
        signal?.addEventListener('abort', end, { once: true });
      });
    },
  };
}

/** The real clock. */
export const systemClock: Clock = clockAt({ factor: 1, since: 0 });

/** `20@1763633618000`: twenty times faster since then. Undefined for anything else. */
export function readSpeed(text: string | undefined): Speed | undefined {
  const [, factor, since] = /^([1-9]\d{0,2})@(\d{13})$/.exec(text ?? '') ?? [];
  return factor === undefined || since === undefined
    ? undefined
    : { factor: Number(factor), since: Number(since) };
}

export const writeSpeed = ({ factor, since }: Speed): string => `${factor}@${since}`;
