/** What a person or a schedule can ask for. */
export interface CommandInfo {
  readonly does: string;
  /** never: it takes no keys. may: without keys it means all. must: it changes what people name, and nothing else. */
  readonly keys: 'never' | 'may' | 'must';
}

export const COMMANDS = {
  rotate: { does: 'finishes what is open, adopts new entries, and rotates what is due', keys: 'may' },
  plan: { does: 'shows what rotate would do; logs in nowhere', keys: 'may' },
  doctor: { does: 'checks logins, permissions and settings, and says what to change', keys: 'may' },
  rehearse: {
    does: 'makes and proves a key on the real vendor, switches nothing, and ends it',
    keys: 'must',
  },
  rollback: { does: 'makes the previous key current again, while it lives', keys: 'must' },
  abandon: {
    does: 'gives up a rotation that is blocked: both keys stay alive, and a person decides about them',
    keys: 'must',
  },
  remove: { does: 'ends a key that nobody needs, with proof', keys: 'must' },
  hold: { does: 'stops a key before its next switch, disable or revoke', keys: 'must' },
  release: { does: 'ends a hold or a block', keys: 'must' },
  report: { does: 'makes the report and the evidence again, from the journal', keys: 'may' },
  'verify-evidence': { does: 'recomputes evidence from the journal and compares it', keys: 'never' },
  sandbox: { does: 'plays a rotation in a cloud on this machine', keys: 'never' },
} as const satisfies Record<string, CommandInfo>;

export type Command = keyof typeof COMMANDS;

/** Kept free for later. */
export const LATER = ['emergency'];

export const isCommand = (text: string): text is Command => Object.hasOwn(COMMANDS, text);
