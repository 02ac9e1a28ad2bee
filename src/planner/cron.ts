import { Cron } from 'croner';
import type { Millis } from '../domain/tools/time';

const known = new Map<string, Cron>();

/** The next time after `after` at which the expression comes true. Undefined: never. */
export function nextRun(expression: string, timezone: string, after: Millis): Millis | undefined {
  // Reading an expression takes longer than using it, and thousands of keys may share one.
  const id = `${timezone} ${expression}`;
  const cron = known.get(id) ?? new Cron(expression, { mode: '5-part', timezone });
  known.set(id, cron);
  return cron.nextRun(new Date(after))?.getTime();
}
