import type { Config, KeyConfig } from '../domain/config';
import { spoken as spokenTime } from '../domain/time';
import type { Problems } from './problems';
import { quoted, unknown } from './suggest';

/** What only shows when entries are seen together. */
export type Checked = Pick<Config, 'keys' | 'workloads' | 'policy'>;

export function crossCheck(config: Checked, problems: Problems): void {
  for (const key of Object.values(config.keys)) checkTimes(key, config, problems);
  checkSecrets(Object.values(config.keys), problems);
  // A key with a fault is not among the keys here, so its selectors would seem to match nothing.
  if (!problems.touch(['keys'])) checkSelectors(config, problems);
}

function checkTimes(key: KeyConfig, config: Checked, problems: Problems): void {
  const grace = ['keys', key.name, 'grace_period'];
  for (const name of key.usedBy) {
    const holds = config.workloads[name]?.holdsKeyFor ?? 0;
    if (holds <= key.grace) continue;
    const message = `${spokenTime(key.grace)} is shorter than ${name} holds a key (${spokenTime(holds)}).`;
    problems.add('RK2005', grace, message, `Make it at least ${spokenTime(holds)}.`);
  }
  if (key.frequency !== undefined && key.schedule !== undefined) {
    const message = 'there is a rotation_frequency as well.';
    problems.addName('RK2005', ['keys', key.name, 'schedule'], message, 'Leave one of them out.');
  }
  if (key.frequency !== undefined && key.frequency <= key.grace) {
    const message = `is not longer than the grace period (${spokenTime(key.grace)}), so rotations would pile up.`;
    problems.add('RK2005', ['keys', key.name, 'rotation_frequency'], message);
  }
  const oldest = config.policy.maxAge[key.criticality];
  if (oldest !== undefined && oldest <= key.grace) {
    const message = `${spokenTime(key.grace)} leaves no time: policy.max_age for ${key.criticality} is ${spokenTime(oldest)}.`;
    problems.add('RK2005', grace, message);
  }
}

/** Two entries that write the same field would undo each other; the same value behind two entries would die for both. */
function checkSecrets(keys: readonly KeyConfig[], problems: Problems): void {
  const owners = new Map<string, KeyConfig>();
  for (const key of keys) {
    const fields = [...Object.values(key.secret.fields), key.secret.idField];
    for (const field of fields) {
      const place = `${key.store}:${key.secret.path}#${field}`;
      const other = owners.get(place);
      owners.set(place, key);
      if (!other || other === key) continue;
      const same = Object.values(other.secret.fields).includes(field) && field !== key.secret.idField;
      const message = `${quoted(place)} is used by keys.${other.name} too (line ${String(other.line)}).`;
      problems.add(same ? 'RK2008' : 'RK2005', ['keys', key.name, 'secret'], message);
      break;
    }
  }
}

/** A rule that matches no key protects nothing and looks as if it did. */
function checkSelectors({ keys, policy }: Checked, problems: Problems): void {
  const all = Object.values(keys);
  const next = 'Correct it, or leave it out until there is such a key.';
  for (const [index, window] of policy.windows.entries()) {
    const path = ['policy', 'windows', index];
    if (window.environment !== undefined && !all.some((key) => key.environment === window.environment)) {
      const message = `no key has the environment ${unknown(window.environment)}, so the window holds for nothing.`;
      problems.add('RK2004', [...path, 'environment'], message, next);
    }
    for (const name of window.keys ?? []) {
      if (!all.some((key) => key.name === name)) {
        problems.add(
          'RK2004',
          [...path, 'keys'],
          `${unknown(
            name,
            all.map((key) => key.name),
          )} is not a key.`,
          next,
        );
      }
    }
  }
  for (const criticality of policy.approveStart) {
    if (all.some((key) => key.criticality === criticality)) continue;
    const message = `no key has the criticality ${quoted(criticality)}, so nothing would be approved.`;
    problems.add('RK2004', ['policy', 'approve', 'start'], message, next);
  }
}
