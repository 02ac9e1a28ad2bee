import { parseDocument } from 'yaml';
import { PlainEntries } from './plainEntries';
import { wrongNames } from './yamlFaults';

/** Below this the whole file is read at once, which is simpler. */
const LARGE = 100_000;

/** The two sections that grow with the number of keys. */
const SECTION = /^(keys|workloads):[ \t]*(#.*)?$/;
/** Anchors, aliases and tags reach from one entry to another; documents and tabs are errors, said elsewhere. */
const REACHING = /(^|[\s[{,:])[&*!][\w!]|^(---|\.\.\.|%)|[\t\r]/m;
const ENTRY = /^ +([A-Za-z][\w-]*):/;
const QUIET = /^ *(#.*)?$/;

interface Entry {
  readonly section: string;
  readonly name: string;
  readonly line: number;
  readonly start: number;
  end: number;
}

export interface QuickRead {
  /** Section to its entries, as plain values. */
  readonly sections: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The file without those entries, and for each of its lines the number in the whole file. */
  readonly rest: string;
  readonly numbers: readonly number[];
  /** The line at which an entry begins. */
  lineOf(section: string, name: string): number | undefined;
}

/**
 * The entries of a large file, read one by one: the library keeps every node of what it reads at once, and ten thousand
 * entries fill the memory. Undefined: the file is small, or not as plain as this, or has a fault; then all is read at once.
 */
export function quickRead(text: string): QuickRead | undefined {
  if (text.length < LARGE || REACHING.test(text)) return undefined;
  const cut = new Cut(text);
  const lines = new Map(cut.entries.map((entry) => [keyOf(entry.section, entry.name), entry.line]));
  if (!cut.plain || lines.size < cut.entries.length) return undefined;
  const plain = new PlainEntries();
  const read = new Map<string, [string, unknown][]>();
  for (const { section, name, start, end } of cut.entries) {
    const source = text.slice(start, end);
    const value = plain.read(source) ?? parse(source, name);
    if (value === undefined) return undefined;
    const values = read.get(section) ?? [];
    values.push([name, value]);
    read.set(section, values);
  }
  const sections = [...read].map(([section, values]) => [section, Object.fromEntries(values)] as const);
  return {
    sections: Object.fromEntries(sections),
    rest: cut.rest.join('\n'),
    numbers: cut.numbers,
    lineOf: (section, name) => lines.get(keyOf(section, name)),
  };
}

const keyOf = (section: string, name: string): string => `${section}.${name}`;

/** The file cut at its entries. A line that is indented as far as the first one begins another: what belongs to one is indented further. */
class Cut {
  readonly entries: Entry[] = [];
  readonly rest: string[] = [];
  readonly numbers: number[] = [];
  plain = true;
  #section: string | undefined;
  #indent: number | undefined;

  constructor(text: string) {
    for (let start = 0, number = 1; start < text.length; number += 1) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      this.#take(text.slice(start, end), number, start, end + 1);
      start = end + 1;
    }
  }

  #take(line: string, number: number, start: number, end: number): void {
    const says = !QUIET.test(line);
    const outside = says && !line.startsWith(' ');
    if (outside) {
      this.#section = SECTION.exec(line)?.[1];
      this.#indent = undefined;
    }
    if (outside || this.#section === undefined) {
      this.rest.push(line);
      this.numbers.push(number);
      return;
    }
    if (says) this.#begin(this.#section, line, number, start, end);
    const last = this.entries.at(-1);
    if (last && last.section === this.#section) last.end = end;
  }

  #begin(section: string, line: string, number: number, start: number, end: number): void {
    const spaces = line.search(/[^ ]/);
    this.#indent ??= spaces;
    if (spaces > this.#indent) return;
    const name = ENTRY.exec(line)?.[1];
    if (spaces < this.#indent || name === undefined) this.plain = false;
    else this.entries.push({ section, name, line: number, start, end });
  }
}

/** Undefined when the library finds a fault, or another entry than we did. */
function parse(source: string, name: string): unknown {
  const parsed = parseDocument(source, { logLevel: 'error', prettyErrors: false, uniqueKeys: false });
  if (parsed.errors.length + parsed.warnings.length + wrongNames(parsed.contents).length > 0)
    return undefined;
  const values = parsed.toJS() as Readonly<Record<string, unknown>>;
  return Object.keys(values).join() === name ? (values[name] ?? null) : undefined;
}
