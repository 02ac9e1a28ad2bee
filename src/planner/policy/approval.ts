import type { Rule } from './rule';

/** A person approves the start, once a rotation: by a review of the environment of the job that starts it. */
export const approval: Rule = ({ key, action }, { config, request }) => {
  if (action === 'rehearse' || !config.policy.approveStart.includes(key.criticality)) return [];
  if (request.approvedBy !== undefined) return [];
  const message = `policy wants a reviewer for ${key.criticality}: approve a run in the environment ${key.environment}`;
  return [{ rule: 'approve', code: 'RK8001', weight: 'wait', message }];
};
