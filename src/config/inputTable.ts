import { COMMANDS, type Command } from './commands';

/** One input of the action, and the option of the same name on a laptop. */
export interface InputInfo {
  readonly type: 'command' | 'text' | 'list' | 'switch' | 'duration' | 'select' | 'token';
  /** One sentence with a full stop. */
  readonly does: string;
  readonly default?: string;
  /** Commands that take it. */
  readonly commands: readonly Command[];
  /** Not an input of the action, only an option. */
  readonly laptop?: true;
}

const all = Object.keys(COMMANDS) as Command[];
const withKeys = all.filter((command) => COMMANDS[command].keys !== 'never');
const changing: readonly Command[] = [
  'rotate',
  'rehearse',
  'rollback',
  'abandon',
  'remove',
  'hold',
  'release',
];
const starting: readonly Command[] = ['rotate', 'rehearse', 'remove'];

/** Every input there is. action.yml, the README and the parser are made from this table. */
export const INPUTS = {
  command: {
    type: 'command',
    does: `What to do: ${all.filter((command) => command !== 'sandbox').join(', ')}.`,
    default: 'rotate',
    commands: all,
  },
  config: {
    type: 'text',
    does: 'Path of the config; in a workflow it is read from the tip of the default branch.',
    default: '.github/rekey.yml',
    commands: all,
  },
  keys: {
    type: 'list',
    does: 'Names of keys, separated by commas or lines. Selecting does not force: rotate acts on those that are due.',
    commands: withKeys,
  },
  select: {
    type: 'select',
    does: 'Keys by what they are, such as owner=team-payments,environment=production.',
    commands: withKeys,
  },
  now: {
    type: 'switch',
    does: 'true: rotate the selected keys although they are not due.',
    default: 'false',
    commands: ['rotate', 'plan'],
  },
  reason: {
    type: 'text',
    does: 'Why, in a sentence, for the ticket and the evidence. Never paste a key.',
    commands: [...changing, 'plan'],
  },
  confirm: {
    type: 'list',
    does: 'The names of the keys once more, where a run would change more keys than the limits allow.',
    commands: ['rotate', 'plan', 'remove'],
  },
  ticket: {
    type: 'text',
    does: 'Number of an existing ticket that the rotations of this run use instead of new ones.',
    commands: starting,
  },
  rotation: {
    type: 'text',
    does: 'Id of one rotation, where the command is about a past one.',
    commands: ['rollback', 'abandon', 'release', 'report', 'verify-evidence'],
  },
  base: {
    type: 'text',
    does: 'With plan: an older config to compare with, as a path, a branch or a commit; shows what changes in trust. With verify-evidence: the commit of the journal.',
    commands: ['plan', 'verify-evidence'],
  },
  init: {
    type: 'switch',
    does: 'With doctor, true: make the empty journal. Once, at the very beginning.',
    default: 'false',
    commands: ['doctor'],
  },
  evidence: {
    type: 'text',
    does: 'With verify-evidence: path of the evidence file to compare.',
    commands: ['verify-evidence'],
  },
  deadline: {
    type: 'duration',
    does: 'How long this step may take, such as 45m; keep it below the timeout of the job.',
    default: '50m',
    commands: all,
  },
  scenario: {
    type: 'text',
    does: 'The scenario to play.',
    commands: ['sandbox'],
    laptop: true,
  },
  json: {
    type: 'switch',
    does: 'The result as one JSON object on standard output; the log goes to standard error.',
    default: 'false',
    commands: all,
    laptop: true,
  },
  out: {
    type: 'text',
    does: 'Folder for plan, report, evidence and result.json, instead of .rekey in this folder.',
    commands: all,
    laptop: true,
  },
  'github-token': {
    type: 'token',
    does: 'Token for the journal, tickets and deploys.',
    default: '${{ github.token }}',
    commands: all,
  },
  'journal-token': {
    type: 'token',
    does: 'Token for the journal alone, such as that of an App for which the branch is reserved. Left out: github-token.',
    commands: all,
  },
} as const satisfies Record<string, InputInfo>;

export type InputName = keyof typeof INPUTS;
export const isInput = (name: string): name is InputName => Object.hasOwn(INPUTS, name);

/** What was given, as text. Undefined: nothing was. */
export type Values = Partial<Record<InputName, string>>;
