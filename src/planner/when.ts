import { instant, type Millis } from '../domain/time';

/** `2026-12-20 05:00 UTC`, for sentences. */
export function when(at: Millis): string {
  return `${instant(at).slice(0, 16).replace('T', ' ')} UTC`;
}
