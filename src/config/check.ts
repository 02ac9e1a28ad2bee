import type { core } from 'zod';
import type { Issue, Schema } from '../domain/tools/schema';
import type { Path } from './document';
import { knownWords } from './knownWords';
import { inheritedRule, isInherited, isName, nameRule } from './names';
import type { Problems } from './problems';
import { nearest, unknown } from './suggest';

import { isMeant, unknownWord } from './words';

/** Reads a value with a schema; what is wrong goes to the problems, in our words. @param path where the value stands in the file */
export function check<T>(schema: Schema<T>, value: unknown, path: Path, problems: Problems): T | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const report = new Report(schema, value, path, problems);
  for (const issue of result.error.issues) report.issue(issue);
  return undefined;
}

class Report {
  readonly #schema: Schema<unknown>;
  readonly #value: unknown;
  readonly #path: Path;
  readonly #problems: Problems;

  constructor(schema: Schema<unknown>, value: unknown, path: Path, problems: Problems) {
    this.#schema = schema;
    this.#value = value;
    this.#path = path;
    this.#problems = problems;
  }

  issue(issue: Issue): void {
    const at = [...this.#path, ...issue.path];
    const found = valueAt(this.#value, issue.path);
    if (found === undefined && issue.path.length > 0) this.#missing(issue.path);
    else if (!isZodIssue(issue)) this.#problems.add('RK2002', at, sentence(issue.message));
    else if (issue.code === 'unrecognized_keys') this.#unknown(issue.keys, issue.path);
    else if (issue.code === 'invalid_key') {
      const rule = isInherited(String(at.at(-1))) ? inheritedRule : nameRule;
      this.#problems.addUnknown('RK2002', at, `a name here must be ${rule}.`);
    } else if (issue.code === 'invalid_union') this.#union(issue, found);
    else this.#problems.add('RK2002', at, sentence(complaint(issue, found)));
  }

  /** A word that is missing because it is misspelt beside it is one fault, not two. */
  #missing(place: Path): void {
    const name = String(place[place.length - 1]);
    const beside = valueAt(this.#value, place.slice(0, -1));
    const words = typeof beside === 'object' && beside !== null ? Object.keys(beside) : [];
    const known = knownWords(this.#schema, place.slice(0, -1));
    if (words.some((word) => !known.includes(word) && isMeant(word, name))) return;
    this.#problems.addName('RK2002', [...this.#path, ...place], 'is missing.', 'Add it.');
  }

  #unknown(words: readonly string[], place: Path): void {
    const known = knownWords(this.#schema, place);
    for (const word of words) {
      const { code, message, next } = unknownWord(word, known);
      this.#problems.addUnknown(code, [...this.#path, ...place, word], message, next);
    }
  }

  /** A union complains once for each form; only the form that was meant is worth reading. */
  #union(issue: core.$ZodIssueInvalidUnion, found: unknown): void {
    const meant = issue.errors.filter((form) => !form.some((inner) => isOtherForm(inner)));
    const [form] = meant;
    if (meant.length === 1 && form) {
      for (const inner of form) this.issue({ ...inner, path: [...issue.path, ...inner.path] });
      return;
    }
    const forms = new Set(issue.errors.flatMap((form) => form.map((inner) => complaint(inner, found))));
    this.#problems.add(
      'RK2002',
      [...this.#path, ...issue.path],
      sentence([...forms].slice(0, 3).join('; or ')),
    );
  }
}

function isZodIssue(issue: Issue): issue is core.$ZodIssue {
  return 'code' in issue;
}

/** The value is of another type altogether, or says another word where the form has its own. */
function isOtherForm(issue: core.$ZodIssue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, part) => (typeof here === 'object' && here !== null ? Reflect.get(here, part) : undefined),
    value,
  );
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a map',
  record: 'a map',
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

/** What is wrong with one value. The value itself is named only when it is a plain word: it may be a key in the wrong place. */
function complaint(issue: core.$ZodIssue, found: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.startsWith('Invalid input')
        ? `must be ${TYPES[issue.expected] ?? issue.expected}, not ${typeOf(found)}`
        : issue.message;
    case 'invalid_value':
      return wrongWord(issue.values.map(String), found);
    case 'too_small':
      return tooSmall(issue.origin, issue.minimum);
    case 'too_big':
      return `must be at most ${String(issue.maximum)}`;
    case 'invalid_format':
      return issue.message.startsWith('Invalid') ? 'does not have the form that it must have' : issue.message;
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return issue.message;
  }
}

function tooSmall(origin: string, minimum: number | bigint): string {
  return origin === 'array' || origin === 'string'
    ? 'must not be empty'
    : `must be at least ${String(minimum)}`;
}

function wrongWord(allowed: readonly string[], found: unknown): string {
  const rule = `must be ${allowed.length > 1 ? 'one of ' : ''}${allowed.join(', ')}`;
  if (typeof found !== 'string' || !isName(found)) return rule;
  const near = nearest(found, allowed);
  return `${unknown(found, allowed)} is wrong: ${rule}${near === undefined ? '' : `. Did you mean "${near}"?`}`;
}

function sentence(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`;
}

function typeOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'text', number: 'a number', boolean: 'true or false', object: 'a map' }[
      typeof value as string
    ] ?? 'something else'
  );
}
