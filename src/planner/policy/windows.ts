import type { KeyConfig, Window } from '../../domain/config';
import { instant, when, type Millis } from '../../domain/tools/time';
import { parseWindow } from '../../domain/tools/window';
import { nextRun } from '../cron';
import type { Rule } from './rule';

/** Changes start only while a window is open. A rehearsal changes nothing that is served, and what began is always finished. */
export const windows: Rule = ({ key, action }, { config, now }) => {
  if (action === 'rehearse') return [];
  const next = config.policy.windows
    .filter((window) => holdsFor(window, key))
    .map((window) => nextOpening(window, now));
  if (next.length === 0 || next.includes(now)) return [];
  const until = Math.min(...next);
  const message = `outside the windows of policy; the next one opens at ${when(until)}`;
  return [{ rule: 'windows', code: 'RK8001', weight: 'wait', message, until: instant(until) }];
};

function holdsFor({ environment, keys }: Window, key: KeyConfig): boolean {
  return (
    (environment === undefined || environment === key.environment) &&
    (keys === undefined || keys.includes(key.name))
  );
}

const openings = new WeakMap<Window, { readonly now: Millis; readonly at: Millis }>();

/** Now, when it is open. It is open exactly when it closes before it opens again. Many keys ask for the same window and moment. */
export function nextOpening(window: Window, now: Millis): Millis {
  const known = openings.get(window);
  if (known?.now === now) return known.at;
  const times = parseWindow(window.allow);
  const next = (expression: string): Millis => nextRun(expression, window.timezone, now) ?? Infinity;
  const opens = times ? next(times.opens) : Infinity;
  const at = times && next(times.closes) < opens ? now : opens;
  openings.set(window, { now, at });
  return at;
}
