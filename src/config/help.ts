import { COMMANDS, type Command } from './commands';

export interface Help {
  /** What somebody wants to know before the first use; sentences. */
  readonly more: readonly string[];
  /** What stands after `rekey`. */
  readonly example: string;
  /** Exit codes that mean something else here than everywhere. */
  readonly exits?: Readonly<Record<number, string>>;
}

export const EXITS: Readonly<Record<number, string>> = {
  0: 'fine, also when it waits',
  1: 'failed or undone',
  2: 'a wrong input or config; nothing was done',
  3: 'production is at risk, or the journal is lost',
};

export const HELP = {
  rotate: {
    more: [
      'Without keys: what a schedule runs. With --now the keys that are named are replaced although they are not due.',
      'A grace period that is longer than a few minutes ends the process; the next rotate continues.',
    ],
    example: 'rotate --keys gateway-prod --now',
  },
  plan: {
    more: [
      'It reads config and journal, and changes nothing.',
      'With --base it shows what a change of the config means for trust.',
    ],
    example: 'plan --base main',
    exits: { 0: 'a plan was made, whatever is in it' },
  },
  doctor: {
    more: [
      'Without a config it prints files to start from. It changes nothing but, with --init, the empty journal.',
    ],
    example: 'doctor --init',
    exits: { 0: 'nothing that was looked at needs you', 1: 'something needs you' },
  },
  rehearse: {
    more: [
      'Every permission and request is tried: the new key is made, staged, tried, and ended with proof. Consumers keep theirs.',
    ],
    example: 'rehearse --keys gateway-prod',
  },
  rollback: {
    more: [
      'It takes over from a run that is at work. What was switched is switched back; the newer key dies by the whole way.',
    ],
    example: 'rollback --keys gateway-prod --reason "errors in orders"',
  },
  abandon: {
    more: ['Nothing dies, and the evidence names what is alive.'],
    example: 'abandon --keys gateway-prod --reason "settled by hand"',
  },
  remove: {
    more: ['It waits for whoever still uses the key, and revokes it only when nobody does.'],
    example: 'remove --keys gateway-old',
  },
  hold: {
    more: ['Until release; rotations that wait go on waiting.'],
    example: 'hold --keys gateway-prod --reason "release freeze"',
  },
  release: { more: ['The next rotate continues.'], example: 'release --keys gateway-prod' },
  report: {
    more: ['With --rotation the evidence of one rotation is made again.'],
    example: 'report --out report',
    exits: { 0: 'a report was made, whatever is in it' },
  },
  'verify-evidence': {
    more: [
      'The file is compared with what the journal says now, or said at the commit that --base names. The first difference is shown.',
    ],
    example: 'verify-evidence --evidence evidence.json',
    exits: { 0: 'equal', 1: 'different' },
  },
  sandbox: { more: [], example: 'sandbox --scenario happy' },
} as const satisfies Record<Command, Help>;

/** The keys that a command takes, as a sentence. */
export function aboutKeys(command: Command): string {
  const { keys } = COMMANDS[command];
  if (keys === 'never') return 'It takes no keys.';
  return keys === 'may' ? 'Without --keys or --select: all keys.' : 'It needs --keys or --select.';
}
