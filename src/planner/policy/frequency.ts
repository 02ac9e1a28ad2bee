import { spoken } from '../../domain/tools/time';
import type { Rule } from './rule';

/** The entry asks for less than policy: policy decides when it is due, and the entry should say so. */
export const frequency: Rule = ({ key }, { config }) => {
  const oldest = config.policy.maxAge[key.criticality];
  if (oldest === undefined || key.frequency === undefined || key.frequency + key.grace <= oldest) return [];
  const message =
    `rotation_frequency ${spoken(key.frequency)} and grace_period ${spoken(key.grace)} are more than ` +
    `policy allows for ${key.criticality} (${spoken(oldest)}), so it is rotated earlier than its entry says`;
  return [{ rule: 'frequency', code: 'RK8001', weight: 'warn', message }];
};
