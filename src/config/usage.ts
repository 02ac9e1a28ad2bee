import { COMMANDS } from './commands';
import { INPUTS, type InputInfo } from './inputTable';

/** What `--help` prints: commands, options, and how to begin. */
export function usage(version: string): string {
  const options = Object.entries<InputInfo>(INPUTS).filter(
    ([name, { type }]) => name !== 'command' && type !== 'token',
  );
  return [
    `rekey ${version}: replaces API keys without downtime`,
    '',
    'node dist/index.js <command> [--option value] …      in a workflow the same words are inputs of the action',
    '',
    'Commands',
    ...table(Object.entries(COMMANDS).map(([name, { does }]) => [name, does])),
    '',
    'Options',
    ...table(options.map(([name, { does }]) => [`--${name}`, does])),
    '',
    'To begin',
    ...table([
      [
        'node dist/index.js sandbox',
        'a whole rotation in a cloud on this machine; --help lists what else it plays',
      ],
      ['node dist/index.js doctor', 'without a config it prints the files to paste'],
      ['node dist/index.js plan', 'what rotate would do'],
    ]),
    '',
  ].join('\n');
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, does]) => `  ${name.padEnd(width)}  ${does}`);
}
