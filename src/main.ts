import { writeSync } from 'node:fs';
import { readInputs } from './config/inputs';
import { nodeTooOld } from './config/nodeVersion';
import { usage } from './config/usage';
import { asRekeyError, type RekeyError } from './domain/errors';
import { readEnvironment } from './runtime/environment';
import { VERSION } from './runtime/version';

const STDOUT = 1;
const STDERR = 2;

/** Arguments and environment in, exit code out. Nothing heavy is loaded before the inputs are known to be right. */
async function main(words: readonly string[]): Promise<number> {
  const old = nodeTooOld(process.version);
  if (old) throw old;
  const environment = readEnvironment(process.env, words);
  if (asksForHelp(words, environment.inputs)) {
    process.stdout.write(words[0] === '--version' ? `rekey ${VERSION}\n` : usage(VERSION));
    return 0;
  }
  if (words[0] === 'sandbox')
    return (await import('./commands/sandbox')).sandbox(words.slice(1), environment.actions);
  const settles = words[0] === 'settle';
  const inputs = readInputs(environment.inputs, settles ? [] : words);
  const { run } = await import('./commands/run');
  return run(settles ? 'settle' : inputs.command, inputs, environment, (code) => process.exit(code));
}

/** Nothing at all on a command line asks for help too: `rotate` has to be said. */
function asksForHelp(words: readonly string[], inputs: string | undefined): boolean {
  if (words.length === 0) return inputs === undefined;
  return ['help', '--help', '-h', '--version'].includes(words[0] ?? '');
}

/** On one path the toolkit is not loaded yet, so its line is written by hand; and a stream would take as long to make as all the rest. */
function wrongInput(error: RekeyError): number {
  const problems: readonly RekeyError[] = error.all.length > 0 ? error.all : [error];
  for (const { line } of problems) writeSync(STDERR, `${line}\n`);
  if (process.env['GITHUB_ACTIONS'] === 'true')
    writeSync(STDOUT, `::error title=${error.code}::${escaped(error.line)}\n`);
  return 2;
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const escaped = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: unknown) => {
    // The step before has said the same of the same inputs, and has begun nothing.
    process.exitCode = process.argv[2] === 'settle' ? 0 : wrongInput(asRekeyError(thrown));
  },
);
