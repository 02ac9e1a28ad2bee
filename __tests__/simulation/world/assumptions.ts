import { SECOND, type Millis } from '../../../src/domain/tools/time';

/** As long as a process may stand still between its last look at the clock and the send. */
export const LONGEST_STILL: Millis = 30 * SECOND;

/**
 * What the promise rests on. A fault that goes beyond one of these says so, and only the checks that rest on it look away,
 * and only from what the fault was about.
 */
export const ASSUMPTIONS = {
  'hands off the key in use':
    'Nobody disables or deletes at the vendor, by hand, a key that something uses, unless Rekey asks for it.',
  'no dead value by hand': 'Nobody writes a value into the secret, by hand, that the vendor refuses.',
  'sent in time':
    'No process stands still between its last look at the clock and the send for longer than 30 seconds, and no request travels for longer than that.',
  'strangers use what they make':
    'At a vendor without labels nobody else makes a key, in the minutes in which a create of ours was lost, that stays unused.',
  'the journal is ours': 'Nobody but Rekey writes the journal. When somebody does, Rekey may stop or wait.',
} as const;

export type Assumption = keyof typeof ASSUMPTIONS;

/** Which were broken in a run, by what, and what they were about. */
export class Assumptions {
  readonly broken: { readonly assumption: Assumption; readonly about: string; readonly by: string }[] = [];

  /** @param about id of a credential, of a call, or the name of a key */
  breaks(assumption: Assumption, about: string, by: string): void {
    this.broken.push({ assumption, about, by });
  }

  /** Whether one of them was broken about this. */
  excuses(about: string | undefined, ...rests: readonly Assumption[]): boolean {
    return this.broken.some((one) => one.about === about && rests.includes(one.assumption));
  }

  was(assumption: Assumption): boolean {
    return this.broken.some((one) => one.assumption === assumption);
  }
}
