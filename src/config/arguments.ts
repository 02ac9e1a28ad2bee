import { RekeyError } from '../domain/errors';
import { INPUTS, isInput, type InputInfo, type InputName, type Values } from './inputTable';
import { didYouMean, unknown } from './suggest';

/** `rotate --keys a,b --now --config=x`: the command first, then options with the names of the inputs. */
export function readArguments(argv: readonly string[], problems: RekeyError[]): Values {
  const values: Values = {};
  const words = [...argv];
  if (words[0] !== undefined && !words[0].startsWith('-')) values.command = words.shift() ?? '';
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const option = readOption(word, problems);
    if (!option) continue;
    const { name, text } = option;
    const value = text ?? valueIn(words);
    if (value !== undefined) values[name] = value;
    else if (infoOf(name).type === 'switch') values[name] = 'true';
    else problems.push(new RekeyError('RK1002', `--${name} needs a value.`));
  }
  return values;
}

/** What stands after an option, unless the next option does. Also of a switch, so that `--init true` means what it says. */
function valueIn(words: string[]): string | undefined {
  return words[0]?.startsWith('--') === true ? undefined : words.shift();
}

function readOption(
  word: string,
  problems: RekeyError[],
): { readonly name: InputName; readonly text: string | undefined } | undefined {
  const [, name = '', text] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
  if (isInput(name) && infoOf(name).type !== 'token' && name !== 'command') return { name, text };
  const known = Object.keys(INPUTS).filter(
    (known) => isInput(known) && infoOf(known).type !== 'token' && known !== 'command',
  );
  const message =
    name in TOKENS
      ? `a token on the command line can be read by every process; set ${TOKENS[name] ?? ''} instead.`
      : name === ''
        ? 'there is a word where an option should be; options begin with "--".'
        : `${unknown(
            `--${name}`,
            known.map((one) => `--${one}`),
          )} is not an option.${didYouMean(name, known)}`;
  problems.push(new RekeyError('RK1002', message));
  return undefined;
}

/** The variable that holds it on a laptop. */
const TOKENS: Readonly<Record<string, string>> = {
  'github-token': 'GITHUB_TOKEN',
  'journal-token': 'REKEY_JOURNAL_TOKEN',
};

function infoOf(name: InputName): InputInfo {
  return INPUTS[name];
}
