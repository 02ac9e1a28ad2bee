/** Times are ISO 8601 in UTC, durations are milliseconds. */
export type Instant = string;
export type Millis = number;

export const SECOND: Millis = 1000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;
export const DAY: Millis = 24 * HOUR;

export const instant = (at: Millis): Instant => new Date(at).toISOString();
export const millis = (at: Instant): Millis => Date.parse(at);

/** `2026-12-20 05:00 UTC`, for sentences. */
export const when = (at: Millis): string => `${instant(at).slice(0, 16).replace('T', ' ')} UTC`;

/** `26h`, `3d 4h`, `45s`: the two largest units, for people. */
export function spoken(duration: Millis): string {
  if (duration < SECOND) return `${Math.max(0, Math.round(duration))}ms`;
  const units: [string, Millis][] = [
    ['d', DAY],
    ['h', HOUR],
    ['m', MINUTE],
    ['s', SECOND],
  ];
  const words: string[] = [];
  let rest = duration;
  for (const [name, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && words.length < 2) words.push(`${count}${name}`);
    else if (words.length > 0) break;
  }
  return words.join(' ');
}
