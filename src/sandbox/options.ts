import { parseArgs } from 'node:util';
import { RekeyError } from '../domain/errors';
import { codeSpan, sentenceList } from '../domain/tools/text';

export interface SandboxOptions {
  /** A name, or `all`. */
  readonly scenario: string;
  readonly keys: number;
  readonly seed: number;
  readonly json: boolean;
  /** A folder; left out: a new one among the temporary files. */
  readonly out?: string;
}

const WORDS = ['scenario', 'keys', 'seed', 'out'] as const;
const MOST_KEYS = 20;
const LINE = `node dist/index.js sandbox ${WORDS.map((word) => `[--${word} …]`).join(' ')} [--json]`;

export const asksForHelp = ([first = '']: readonly string[]): boolean =>
  ['help', '--help', '-h'].includes(first);

/** What `sandbox --help` prints: the options, and each scenario with what happens in it. */
export function sandboxUsage(
  scenarios: readonly { readonly name: string; readonly title: string }[],
): string {
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  const rows = [...scenarios, { name: 'all', title: 'each of them, one after another' }].map(
    ({ name, title }) => `  ${name.padEnd(width)}  ${title}`,
  );
  const options = `keys: 1 to ${MOST_KEYS}; seed: the same seed, the same play; out: a folder for what is left`;
  return [LINE, '', options, '', 'Scenarios; without one, happy', ...rows, ''].join('\n');
}

/**
 * Reads `--scenario NAME|all --keys N --seed N --out DIR --json`; throws RK1002.
 * @param words what stands after `sandbox` on the command line
 * @param inActions then a scenario must be named, so that nobody plays who meant to rotate
 */
export function readOptions(
  words: readonly string[],
  names: readonly string[],
  inActions: boolean,
): SandboxOptions {
  const given = parse(words);
  if (inActions && given.scenario === undefined)
    throw new RekeyError('RK1002', 'The sandbox rotates nothing real. In a workflow it needs --scenario.');
  const scenario = given.scenario ?? 'happy';
  if (scenario !== 'all' && !names.includes(scenario)) {
    const known = sentenceList(['all', ...names]);
    throw new RekeyError('RK1002', `There is no scenario ${codeSpan(scenario)}. There are ${known}.`);
  }
  return {
    scenario,
    keys: whole('keys', given.keys ?? '1', 1, MOST_KEYS),
    seed: whole('seed', given.seed ?? '1', 0, Number.MAX_SAFE_INTEGER),
    json: given.json,
    ...(given.out !== undefined && { out: given.out }),
  };
}

function parse(
  words: readonly string[],
): Partial<Record<(typeof WORDS)[number], string>> & { json: boolean } {
  const text = { type: 'string' } as const;
  const options = { scenario: text, keys: text, seed: text, out: text, json: { type: 'boolean' } } as const;
  try {
    const { values } = parseArgs({ args: [...words], options, allowPositionals: false });
    return { ...values, json: values.json ?? false };
  } catch {
    throw new RekeyError('RK1002', 'The sandbox does not understand its options.', {
      next: `${LINE}; with --help it lists its scenarios.`,
    });
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most) {
    throw new RekeyError('RK1002', `--${name} must be a whole number from ${least} to ${most}.`);
  }
  return value;
}
