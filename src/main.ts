import { readInputs } from './config/inputs';
import { nodeTooOld } from './config/nodeVersion';
import { helpFor } from './config/usage';
import { asRekeyError } from './domain/errors';
import { endEarly } from './runtime/earlyEnd';
import { readEnvironment } from './runtime/environment';
import { keepGoingWithoutReader, writeOut } from './runtime/terminal';
import { VERSION } from './runtime/version';

/** Arguments and environment in, exit code out. Nothing heavy is loaded before the inputs are known to be right. */
async function main(words: readonly string[]): Promise<number> {
  const old = nodeTooOld(process.version);
  if (old) throw old;
  const environment = readEnvironment(process.env, words);
  const help = helpFor(words, environment.inputs !== undefined, VERSION);
  if (help !== undefined) {
    keepGoingWithoutReader();
    writeOut(help);
    return 0;
  }
  if (words[0] === 'sandbox')
    return (await import('./commands/sandbox')).sandbox(words.slice(1), environment.actions);
  const settles = words[0] === 'settle';
  const inputs = readInputs(environment.inputs, settles ? [] : words);
  const { run } = await import('./commands/run');
  return run(settles ? 'settle' : inputs.command, inputs, environment, (code) => process.exit(code));
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: unknown) => {
    // The step before has said the same of the same inputs, and has begun nothing.
    process.exitCode =
      process.argv[2] === 'settle'
        ? 0
        : endEarly(asRekeyError(thrown), process.env, process.argv.includes('--json'));
  },
);
