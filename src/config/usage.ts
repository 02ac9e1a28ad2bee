import { COMMANDS, type Command } from './commands';
import { aboutKeys, EXITS, HELP, type Help } from './help';
import { INPUTS, type InputInfo } from './inputTable';

const PROGRAM = 'node dist/index.js';

const options = (): readonly (readonly [string, InputInfo])[] =>
  Object.entries<InputInfo>(INPUTS).filter(
    ([name, { type }]) => name !== 'command' && name !== 'scenario' && type !== 'token',
  );

/** What `--help` prints: commands, options, and how to begin. */
export function usage(version: string): string {
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
export function commandUsage(command: Command): string {
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
