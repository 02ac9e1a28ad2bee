import { COMMANDS, isCommand, type Command } from './commands';
import { aboutKeys, EXITS, HELP, type Help } from './help';
import { INPUTS, type InputInfo } from './inputTable';

const PROGRAM = 'node dist/index.js';

const options = (): readonly (readonly [string, InputInfo])[] =>
  Object.entries<InputInfo>(INPUTS).filter(
    ([name, { type }]) => name !== 'command' && name !== 'scenario' && type !== 'token',
  );

const ASKING = ['help', '--help', '-h'];

/**
 * The text that was asked for, if one was. Nothing at all on a command line asks for help too: `rotate` has to be said.
 * @param words what stands after the program's name @param inAction the inputs are those of the action
 */
export function helpFor(words: readonly string[], inAction: boolean, version: string): string | undefined {
  const [first] = words;
  if (first === undefined) return inAction ? undefined : usage(version);
  if (first === '--version') return `rekey ${version}\n`;
  if (!words.some((word, at) => ASKING.includes(word) && (at === 0 || word !== 'help'))) return undefined;
  // The sandbox has options of its own.
  const command = words.find((word) => isCommand(word));
  if (command === 'sandbox' && first === 'sandbox') return undefined;
  if (command !== undefined) return commandUsage(command);
  return ASKING.includes(first) ? usage(version) : undefined;
}

/** What `--help` prints: commands, options, and how to begin. */
function usage(version: string): string {
  return [
    `rekey ${version}: replaces API keys without downtime`,
    '',
    `${PROGRAM} <command> [--option value] …      in a workflow the same words are inputs of the action`,
    '',
    'Commands; each explains itself with --help',
    ...table(Object.entries(COMMANDS).map(([name, { does }]) => [name, does])),
    '',
    'Options',
    ...table(options().map(([name, info]) => [`--${name}`, info.does])),
    '',
    'To begin',
    ...table([
      [`${PROGRAM} sandbox`, 'a whole rotation in a cloud on this machine; --help lists what else it plays'],
      [`${PROGRAM} doctor`, 'without a config it prints the files to paste'],
      [`${PROGRAM} plan`, 'what rotate would do'],
    ]),
    '',
  ].join('\n');
}

/** What `<command> --help` prints: what it does, the options it takes, an example, what its exit codes mean. */
function commandUsage(command: Command): string {
  const { more, example, exits = {} }: Help = HELP[command];
  const taken = options().filter(([, { commands }]) => commands.includes(command));
  return [
    `rekey ${command}: ${COMMANDS[command].does}`,
    '',
    ...more,
    aboutKeys(command),
    '',
    'Options',
    ...table(taken.map(([name, info]) => [`--${name}`, `${info.does}${defaultOf(info)}`])),
    '',
    'Example',
    `  ${PROGRAM} ${example}`,
    '',
    'Exit codes',
    ...table(Object.entries({ ...EXITS, ...exits })),
    '',
  ].join('\n');
}

const defaultOf = ({ default: value, type }: InputInfo): string =>
  value === undefined || type === 'switch' ? '' : ` Default: ${value}.`;

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, does]) => `  ${name.padEnd(width)}  ${does}`);
}
