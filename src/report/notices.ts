import type { Notice } from '../domain/contracts/notifier';
import { sha256 } from '../domain/tools/digest';
import { NO_ROTATION } from '../domain/journal/facts';
import type { Instant } from '../domain/tools/time';
import { fiveLines } from './fiveLines';
import { detailOf, occasionOf } from './keyStatus';
import { statusOf, type Situation } from './situation';

/** What is to be told about this stop, or undefined when it is nobody's business. */
export function noticeOf(situation: Situation, at: Instant): Notice | undefined {
  const status = statusOf(situation);
  const occasion = occasionOf(status, situation);
  if (!occasion) return undefined;
  const { key, rotation, state, run } = situation;
  const name = rotation?.rotation ?? state?.open?.rotation ?? NO_ROTATION;
  const about = [key.name, key.environment, name, occasion, detailOf(status, situation)].join('\n');
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
