import { millis, spoken } from '../../domain/tools/time';
import type { Rule } from './rule';

/** Older than policy allows: it is rotated all the same, and people are told. */
export const maxAge: Rule = ({ key, state }, { config, now }) => {
  const oldest = config.policy.maxAge[key.criticality];
  const since = state?.lastPromote ?? state?.adopted;
  if (oldest === undefined || since === undefined) return [];
  const age = now - millis(since);
  if (age <= oldest) return [];
  const message = `is ${spoken(age)} old; policy allows ${spoken(oldest)} for ${key.criticality}`;
  return [{ rule: 'max_age', code: 'RK8001', weight: 'warn', message }];
};
