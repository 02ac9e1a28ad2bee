import type { Finding } from '../../domain/plan';
import type { PlanContext } from '../request';
import { approval } from './approval';
import { frequency } from './frequency';
import { health } from './health';
import { maxAge } from './maxAge';
import type { Rule, Start } from './rule';
import { sharedCredential } from './sharedCredential';
import { windows } from './windows';

const RULES: readonly Rule[] = [sharedCredential, windows, approval, maxAge, frequency, health];

/** Everything that policy has to say about one start. */
export function judge(start: Start, context: PlanContext): readonly Finding[] {
  return RULES.flatMap((rule) => rule(start, context));
}
