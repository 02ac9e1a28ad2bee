/**
 * Lines that nobody can misread: a name with a word, a duration, or a list of words. A word begins with a letter, so it is no
 * number; what would be no text to YAML, and everything else, is left to the library.
 */
const WORD = '[A-Za-z](?:[\\w./@-]|[:#](?=[\\w./]))*';
const VALUE = `${WORD}|\\d+(?:ms|[smhdwy])`;
const LINE = new RegExp(`^( +)([A-Za-z][\\w-]*): +(?:(${VALUE})|\\[(${WORD}(?:, ?${WORD})*)\\])$`);
const HEAD = /^( +)[\w-]+:$/;
const NO_TEXT = /^(true|false|null|yes|no|on|off|y|n)$/i;
const QUIET = /^ *(#.*)?$/;

/** The lines of one file that were read already: most entries say the same, so ten thousand of them share their values. */
export class PlainEntries {
  readonly #lines = new Map<string, Line | undefined>();

  /** One entry of a map, `name:` and plain lines below it, all indented alike. Undefined: there is more to it than that. */
  read(source: string): Readonly<Record<string, unknown>> | undefined {
    const [head = '', ...lines] = source.split('\n').filter((line) => !QUIET.test(line));
    const outer = HEAD.exec(head)?.[1];
    const read = lines.map((line) => this.#line(line));
    const inner = read[0]?.indent;
    if (outer === undefined || inner === undefined || inner <= outer) return undefined;
    const entry: Record<string, unknown> = {};
    for (const line of read) {
      if (line?.indent !== inner || Object.hasOwn(entry, line.name)) return undefined;
      entry[line.name] = line.value;
    }
    return entry;
  }

  #line(text: string): Line | undefined {
    if (this.#lines.has(text)) return this.#lines.get(text);
    const line = readLine(text);
    if (this.#lines.size < MOST_LINES) this.#lines.set(text, line);
    return line;
  }
}

/** What no two entries share would only fill the memory. */
const MOST_LINES = 5000;

interface Line {
  readonly indent: string;
  readonly name: string;
  readonly value: string | readonly string[];
}

function readLine(line: string): Line | undefined {
  const [, indent, name, word, list] = LINE.exec(line) ?? [];
  const value = list === undefined ? word : list.split(/, ?/);
  if (indent === undefined || name === undefined || value === undefined) return undefined;
  return [value].flat().some((text) => NO_TEXT.test(text)) ? undefined : { indent, name, value };
}
