import { didYouMean, nearest, quoted, unknown } from './suggest';
import type { Code } from '../domain/errorCodes';

/** Words of other tools, with what Rekey says instead. */
const FOREIGN: Readonly<Record<string, string>> = {
  '<<': 'What several keys share stands under "defaults", or under "templates" with "template" in the key; what workloads share under "workload_defaults" or "workload_templates".',
  extends: 'Rekey says "template".',
  inherits: 'Rekey says "template".',
  provider: 'Rekey says "vendor".',
  service: 'Rekey says "vendor" for who issues a key and "used_by" for who uses it.',
  vault_path: 'Rekey says "secret", such as secret: vault:prod/gateway#api_key.',
  secret_path: 'Rekey says "secret", such as secret: vault:prod/gateway#api_key.',
  secret_name: 'Rekey says "secret", such as secret: vault:prod/gateway#api_key.',
  supports_dual_key: 'Leave it out: the vendor adapter knows.',
  provider_api: 'Leave it out: the vendor entry says the origin once.',
  base_url: 'Rekey says "origin".',
  repo: 'Rekey says "repository".',
  consumers: 'Rekey says "used_by".',
  frequency: 'Rekey says "rotation_frequency".',
  interval: 'Rekey says "rotation_frequency".',
  rotate_every: 'Rekey says "rotation_frequency".',
  cron: 'Rekey says "schedule".',
  overlap: 'Rekey says "grace_period".',
  revocation_delay: 'Rekey says "grace_period".',
  env: 'Rekey says "environment".',
  rollback_on_failure: 'Leave it out: Rekey always goes back when a check fails.',
  alert_on_failure: 'Leave it out: "notify" at the top says who is told.',
  verification_endpoint: 'Rekey says "verify" in the vendor entry.',
  type: 'Rekey says "use".',
};

const RESERVED = ['copies', 'after', 'notice', 'layout', 'renamed_from', 'emergency', 'containment'];

export interface UnknownWord {
  readonly code: Code;
  readonly message: string;
  readonly next?: string;
}

/** What to say about a word that the schema does not have at its place. @param known the words it has there */
export function unknownWord(word: string, known: readonly string[]): UnknownWord {
  const ours = Object.hasOwn(FOREIGN, word) ? FOREIGN[word] : undefined;
  if (ours !== undefined)
    return { code: 'RK2006', message: `${quoted(word)} is a word of another tool. ${ours}` };
  if (RESERVED.includes(word)) {
    return {
      code: 'RK2003',
      message: `${quoted(word)} is reserved and not in this release.`,
      next: 'Leave it out.',
    };
  }
  return { code: 'RK2003', message: `${unknown(word, known)} is not known here.${didYouMean(word, known)}` };
}

/** True when somebody who wrote this unknown word meant that known one. */
export function isMeant(word: string, known: string): boolean {
  const ours = Object.hasOwn(FOREIGN, word) ? FOREIGN[word] : undefined;
  return ours === undefined ? nearest(word, [known]) !== undefined : ours.includes(`"${known}"`);
}
