import { RekeyError, together } from '../domain/errors';
import { isRotationId } from '../domain/journal/rowId';
import { whichOf } from './which';
import { isPrintable } from '../domain/tools/text';
import { DAY, MINUTE, type Millis } from '../domain/tools/time';
import { readArguments } from './arguments';
import { COMMANDS, isCommand, LATER, type Command, type CommandInfo } from './commands';
import { parseDuration } from './duration';
import { INPUTS, isInput, type InputInfo, type InputName, type Values } from './inputTable';
import { isName, nameRule } from './names';
import { readSelector, type Selector } from './selector';
import { didYouMean, quoted, unknown } from './suggest';

/** What this run was asked for, checked as far as it can be without a config. */
export interface Inputs {
  readonly command: Command;
  readonly config: string;
  /** Empty: not selected by name. */
  readonly keys: readonly string[];
  readonly select: Selector;
  readonly now: boolean;
  readonly confirm: readonly string[];
  readonly init: boolean;
  readonly deadline: Millis;
  /** On a laptop: the result as JSON on standard output, and the log on standard error. */
  readonly json: boolean;
  readonly reason?: string;
  readonly ticket?: string;
  readonly rotation?: string;
  readonly base?: string;
  readonly evidence?: string;
  readonly scenario?: string;
  /** On a laptop: the folder for files. */
  readonly out?: string;
}

/**
 * Reads the inputs of the action, or the arguments on a laptop. Throws all problems at once. Nothing heavy is loaded
 * before this, so a wrong input is reported as fast as Node starts.
 * @param json the variable REKEY_INPUTS: all inputs but the token @param argv what stands after the program's name
 */
export function readInputs(json: string | undefined, argv: readonly string[]): Inputs {
  const problems: RekeyError[] = [];
  const given = { ...readVariable(json, problems), ...readArguments(argv, problems) };
  const command = readCommand(given.command, problems);
  const inputs = command === undefined ? undefined : convert(command, given, problems);
  const [first, ...rest] = problems;
  if (first || !inputs) throw together([first ?? new RekeyError('RK9900', 'no command was read.'), ...rest]);
  return inputs;
}

function readVariable(json: string | undefined, problems: RekeyError[]): Values {
  if (json === undefined) return {};
  const values: Values = {};
  for (const [name, value] of Object.entries(parseObject(json))) {
    if (typeof value !== 'string' || !isInput(name) || isForLaptop(name)) {
      problems.push(
        new RekeyError(
          'RK1002',
          `REKEY_INPUTS holds ${unknown(name, Object.keys(INPUTS))}, which is no input.`,
        ),
      );
    } else if (value.trim() !== '') values[name] = value.trim();
  }
  return values;
}

const isForLaptop = (name: InputName): boolean => (INPUTS[name] as InputInfo).laptop === true;

function parseObject(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below, without the text: it may hold anything.
  }
  throw new RekeyError('RK1002', 'the variable REKEY_INPUTS is no JSON object.', {
    next: 'Use the action as it is released; its action.yml sets the variable.',
  });
}

function readCommand(given: string | undefined, problems: RekeyError[]): Command | undefined {
  const word = given ?? INPUTS.command.default;
  if (isCommand(word)) return word;
  const later = LATER.includes(word);
  const message = later
    ? `${quoted(word)} comes later; this release does not have it.`
    : `${unknown(word, Object.keys(COMMANDS))} is not a command.${didYouMean(word, Object.keys(COMMANDS))}`;
  problems.push(new RekeyError('RK1001', message));
  return undefined;
}

function convert(command: Command, given: Values, problems: RekeyError[]): Inputs {
  const wrong = (name: InputName, rule: string): void => {
    problems.push(new RekeyError('RK1002', `${name}: ${rule}${rule.endsWith('?') ? '' : '.'}`));
  };
  for (const name of Object.keys(given).filter(isInput)) {
    if (!isTaken(command, name, given[name])) {
      problems.push(new RekeyError('RK1003', `${command} takes no ${name}.`));
    }
  }
  for (const name of ONE_LINE) {
    if (!isPrintable(given[name] ?? '')) wrong(name, 'holds a character that cannot be seen');
  }
  if (given.rotation !== undefined && !isRotationId(given.rotation))
    wrong('rotation', 'must be the id of a rotation, such as report shows it');
  const texts = Object.fromEntries(
    (['reason', 'ticket', 'rotation', 'base', 'evidence', 'scenario', 'out'] as const)
      .filter((name) => given[name] !== undefined)
      .map((name) => [name, given[name]]),
  );
  const inputs: Inputs = {
    command,
    config: given.config ?? INPUTS.config.default,
    keys: readNames('keys', given.keys, wrong),
    select: readSelector(given.select, (rule) => wrong('select', rule)),
    now: readSwitch('now', given.now, wrong),
    confirm: readNames('confirm', given.confirm, wrong),
    init: readSwitch('init', given.init, wrong),
    json: readSwitch('json', given.json, wrong),
    deadline: readDeadline(given.deadline ?? INPUTS.deadline.default, wrong),
    ...texts,
  };
  if (inputs.ticket !== undefined && !/^#?\w[\w-]{0,39}$/.test(inputs.ticket))
    wrong('ticket', 'must be the number of a ticket, such as 812');
  checkTogether(COMMANDS[command], inputs, given, problems);
  return inputs;
}

/** They stand in addresses, file names and lines of the log; of a reason each such character becomes a space. */
const ONE_LINE = ['config', 'ticket', 'rotation', 'base', 'evidence', 'scenario'] as const;

/** A form passes all its fields to every command: a switch that is off, and a default, say nothing. */
function isTaken(command: Command, name: InputName, value: string | undefined): boolean {
  const info: InputInfo = INPUTS[name];
  return info.commands.includes(command) || value === info.default;
}

function checkTogether(
  { keys }: CommandInfo,
  { command, ...inputs }: Inputs,
  given: Values,
  problems: RekeyError[],
): void {
  const selected = given.keys !== undefined || given.select !== undefined;
  if (given.keys !== undefined && given.select !== undefined) {
    problems.push(new RekeyError('RK1003', 'keys and select are both given; they may mean different keys.'));
  }
  if (keys === 'must' && !selected) {
    const message = `${command} changes only what is named: it needs keys or select.`;
    problems.push(new RekeyError('RK1002', message, { next: 'Add keys, such as keys: gateway-prod.' }));
  }
  if (command === 'verify-evidence' && inputs.evidence === undefined) {
    const message = 'verify-evidence compares a file: it needs evidence.';
    const next = 'Give the path of an evidence.json, from the ticket or the artifact, as evidence.';
    problems.push(new RekeyError('RK1002', message, { next }));
  }
  if (inputs.now && !selected) {
    const message =
      'now forces a rotation, so it needs keys or select: without them it would mean every key.';
    problems.push(new RekeyError('RK1002', message, { next: 'Name the keys.' }));
  }
}

type Wrong = (name: InputName, rule: string) => void;

function readNames(name: 'keys' | 'confirm', text: string | undefined, wrong: Wrong): readonly string[] {
  const names = (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
  const odd = names.flatMap((word, at) => (isName(word) ? [] : [at]));
  if (odd.length > 0) wrong(name, `each must be ${nameRule}; ${whichOf(odd, names)} not`);
  return [...new Set(names)];
}

function readSwitch(name: 'now' | 'init' | 'json', text: string | undefined, wrong: Wrong): boolean {
  if (text !== undefined && text !== 'true' && text !== 'false') wrong(name, 'must be true or false');
  return text === 'true';
}

const LONGEST_STEP: Millis = DAY;

function readDeadline(text: string, wrong: Wrong): Millis {
  const value = parseDuration(text);
  // The claim lives as long: a slip such as 45d would keep everybody else from the key until then.
  if (value === undefined || value < MINUTE || value > LONGEST_STEP)
    wrong('deadline', 'must be a duration from a minute to 24 hours, such as 45m');
  return value ?? 0;
}
