import type { Notice, Occasion } from '../domain/contracts/notifier';
import { sha256 } from '../domain/digest';
import { NO_ROTATION } from '../domain/facts';
import type { Instant } from '../domain/time';
import { fiveLines } from './fiveLines';
import { riskOf } from './risk';
import { stopOf, type Situation, type Stop } from './situation';

/** What is to be told about this stop, or undefined when it is nobody's business. */
export function noticeOf(situation: Situation, at: Instant): Notice | undefined {
  const stop = stopOf(situation);
  const occasion = occasionOf(stop, situation);
  if (!occasion) return undefined;
  const { key, rotation, state, run } = situation;
  const name = rotation?.rotation ?? state?.open?.rotation ?? NO_ROTATION;
  const about = [key.name, key.environment, name, occasion, detail(stop, situation)].join('\n');
  return {
    id: `${occasion}-${sha256(about).slice(0, 16)}`,
    occasion,
    key: key.name,
    rotation: name,
    at,
    lines: fiveLines(situation),
    url: run.url,
  };
}

function occasionOf(stop: Stop, situation: Situation): Occasion | undefined {
  if (stop.is === 'elsewhere' || stop.is === 'claimed' || stop.is === 'running') return undefined;
  const { level } = riskOf(situation);
  if (level === 'consumers') return 'consumers-at-risk';
  return calmOccasion(stop) ?? (situation.plan?.overdue === true ? 'overdue' : undefined);
}

function calmOccasion(stop: Stop): Occasion | undefined {
  if (stop.is === 'person') return 'needs-person';
  if (stop.is === 'blocked') return 'blocked';
  if (stop.is !== 'closed') return undefined;
  if (stop.outcome === 'unproven') return 'needs-person';
  return stop.outcome === 'undone' || stop.outcome === 'abandoned' ? 'undone' : 'done';
}

/** Tells one stop of a rotation from the next of the same kind, but not one run from the next at the same stop. */
function detail(stop: Stop, { plan }: Situation): string {
  if (stop.is === 'person') return stop.wait.person ?? '';
  if (stop.is === 'blocked') return `${stop.code} ${stop.why}`;
  return stop.is === 'closed' ? stop.outcome : (plan?.due ?? '');
}
