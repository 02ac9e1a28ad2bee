import type { Config, KeyConfig } from '../domain/config';
import type { PartKinds } from '../domain/descriptor';
import { spoken as spokenTime } from '../domain/tools/time';
import { checkParts } from './partChecks';
import type { Problems } from './problems';
import { quoted, unknown } from './suggest';

/** What only shows when entries are seen together. */
export interface Checked extends Pick<Config, 'keys' | 'workloads' | 'policy'> {
  /** Names of all keys in the file, also of those that could not be read. */
  readonly names: readonly string[];
  /** Of each vendor that says it: the parts of its keys. */
  readonly parts: ReadonlyMap<string, PartKinds>;
  /** Nothing can be said of one of these fields of the key. */
  readonly unsure: (key: string, ...fields: readonly string[]) => boolean;
}

export function crossCheck(config: Checked, problems: Problems): void {
  for (const key of Object.values(config.keys)) checkTimes(key, config, problems);
  const placed = Object.values(config.keys).filter(
    ({ name, secret }) => secret.path !== '' && !config.unsure(name, 'secret', 'fields', 'id_field'),
  );
  checkParts(
    placed.filter(({ name }) => !config.unsure(name, 'vendor')),
    config.parts,
    problems,
  );
  checkSecrets(placed, problems);
  checkSelectors(config, problems);
}

function checkTimes(key: KeyConfig, config: Checked, problems: Problems): void {
  const grace = ['keys', key.name, 'grace_period'];
  const sure = (...fields: readonly string[]): boolean => !config.unsure(key.name, ...fields);
  for (const name of sure('grace_period', 'used_by') ? key.usedBy : []) {
    const holds = config.workloads[name]?.holdsKeyFor ?? 0;
    if (holds <= key.grace) continue;
    const message = `${spokenTime(key.grace)} is shorter than ${name} holds a key (${spokenTime(holds)}).`;
    problems.add('RK2005', grace, message, `Make it at least ${spokenTime(holds)}.`);
  }
  if (key.frequency !== undefined && key.schedule !== undefined) {
    const message = 'there is a rotation_frequency as well.';
    problems.addName('RK2005', ['keys', key.name, 'schedule'], message, 'Leave one of them out.');
  }
  if (key.frequency !== undefined && key.frequency <= key.grace && sure('grace_period')) {
    const message = `is not longer than the grace period (${spokenTime(key.grace)}), so rotations would pile up.`;
    problems.add('RK2005', ['keys', key.name, 'rotation_frequency'], message);
  }
  const oldest = config.policy.maxAge[key.criticality];
  if (oldest !== undefined && oldest <= key.grace && sure('grace_period', 'criticality')) {
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
      const message = `${quoted(place)} is used by keys.${other.name} too (line ${other.line}).`;
      problems.add(same ? 'RK2008' : 'RK2005', ['keys', key.name, 'secret'], message);
      break;
    }
  }
}

/** A rule that matches no key protects nothing and looks as if it did. */
function checkSelectors(config: Checked, problems: Problems): void {
  const { keys, policy, names } = config;
  const all = Object.values(keys);
  const next = 'Correct it, or leave it out until there is such a key.';
  // A key that says it wrongly may be the one that is meant.
  const isKnown = (field: string): boolean =>
    all.length === names.length && !all.some(({ name }) => config.unsure(name, field));
  for (const [index, window] of policy.windows.entries()) {
    const path = ['policy', 'windows', index];
    const { environment } = window;
    if (
      environment !== undefined &&
      isKnown('environment') &&
      !all.some((key) => key.environment === environment)
    ) {
      const message = `no key has the environment ${unknown(environment)}, so the window holds for nothing.`;
      problems.add('RK2004', [...path, 'environment'], message, next);
    }
    for (const name of window.keys ?? []) {
      if (names.includes(name)) continue;
      problems.add('RK2004', [...path, 'keys'], `${unknown(name, names)} is not a key.`, next);
    }
  }
  for (const criticality of isKnown('criticality') ? policy.approveStart : []) {
    if (all.some((key) => key.criticality === criticality)) continue;
    const message = `no key has the criticality ${quoted(criticality)}, so nothing would be approved.`;
    problems.add('RK2004', ['policy', 'approve', 'start'], message, next);
  }
}
