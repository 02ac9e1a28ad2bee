import { fatesOf } from '../domain/fate';
import type { Outcome } from '../domain/facts';
import { riskOf } from './risk';
import { rollbackOf } from './rollback';
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
  'rolled back',
  'elsewhere',
  'later',
  'idle',
] as const;
export type Standing = (typeof STANDINGS)[number];

const OF_STOP: Readonly<Record<Exclude<Stop['is'], 'closed'>, Standing>> = {
  elsewhere: 'elsewhere',
  overtaken: 'interrupted',
  held: 'on hold',
  blocked: 'blocked',
  person: 'needs a person',
  waiting: 'waiting',
  claimed: 'running',
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
  if (stop.is !== 'elsewhere' && level === 'consumers') return 'at risk';
  return stop.is === 'closed' ? standingAtEnd(stop.outcome, situation) : OF_STOP[stop.is];
}

function standingAtEnd(outcome: Outcome, { rotation }: Situation): Standing {
  if (outcome === 'done') return 'rotated';
  if (outcome === 'abandoned') return 'undone';
  if (outcome !== 'undone' || !rotation || !rollbackOf(rotation)) return outcome;
  return fatesOf(rotation).new.fate === 'unproven' ? 'unproven' : 'rolled back';
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
  'rolled back': '↩️',
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
