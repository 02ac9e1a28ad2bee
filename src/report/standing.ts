import { riskOf } from './risk';
import { stopOf, type Situation, type Stop } from './situation';

/** In order of urgency; the first four need somebody. */
export const STANDINGS = [
  'at risk',
  'blocked',
  'needs a person',
  'failed',
  'unproven',
  'undone',
  'on hold',
  'interrupted',
  'running',
  'waiting',
  'rotated',
  'adopted',
  'rehearsed',
  'removed',
  'elsewhere',
  'later',
  'idle',
] as const;
export type Standing = (typeof STANDINGS)[number];

const OF_STOP: Readonly<Record<Exclude<Stop['is'], 'closed'>, Standing>> = {
  elsewhere: 'elsewhere',
  held: 'on hold',
  blocked: 'blocked',
  person: 'needs a person',
  waiting: 'waiting',
  running: 'running',
  interrupted: 'interrupted',
  failed: 'failed',
  refused: 'failed',
  'back off': 'later',
  idle: 'idle',
};

/** One word for where a key stands at the end of a run. */
export function standingOf(situation: Situation): Standing {
  const stop = stopOf(situation);
  const { level } = riskOf(situation);
  if (stop.is !== 'elsewhere' && (level === 'consumers' || level === 'leaked')) return 'at risk';
  if (stop.is !== 'closed') return OF_STOP[stop.is];
  if (stop.outcome === 'done') return 'rotated';
  return stop.outcome === 'abandoned' ? 'undone' : stop.outcome;
}

const ICONS: Readonly<Record<Standing, string>> = {
  'at risk': '🚨',
  blocked: '⛔',
  'needs a person': '🙋',
  failed: '❌',
  unproven: '🟡',
  undone: '↩️',
  'on hold': '✋',
  interrupted: '⏸️',
  running: '🔄',
  waiting: '⏳',
  rotated: '✅',
  adopted: '✅',
  rehearsed: '✅',
  removed: '✅',
  elsewhere: '👥',
  later: '⏳',
  idle: '💤',
};

export const iconOf = (standing: Standing): string => ICONS[standing];

export const byUrgency = (one: Standing, other: Standing): number =>
  STANDINGS.indexOf(one) - STANDINGS.indexOf(other);

/** `2 rotated · 1 waiting`, the most urgent first. */
export function counts(standings: readonly Standing[]): string {
  return STANDINGS.filter((standing) => standings.includes(standing))
    .map((standing) => `${String(standings.filter((one) => one === standing).length)} ${standing}`)
    .join(' · ');
}
