import { sentenceList } from '../../domain/tools/text';
import type { Rule } from './rule';

/** Without a check nobody sees that a workload fails with the new key. */
export const health: Rule = ({ key, action }, { config }) => {
  if (action !== 'rotate') return [];
  if (key.usedBy.length === 0) {
    const message = 'used_by is empty, so nothing is rolled or checked before the old key dies';
    return [{ rule: 'health', code: 'RK8001', weight: 'warn', message }];
  }
  const blind = key.usedBy.filter((name) => config.workloads[name]?.checks.length === 0);
  if (blind.length === 0) return [];
  const message = `${sentenceList(blind)}: no check, so nobody sees whether it is well with the new key`;
  return [{ rule: 'health', code: 'RK8001', weight: 'warn', message }];
};
