import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Pair, YAMLMap } from 'yaml';
import { RekeyError, together } from '../domain/errors';
import { isOfLayout, whereLayoutBreaks } from './layout';
import { quickRead, type QuickRead } from './quickRead';
import { start, wrongNames } from './yamlFaults';

export type Path = readonly PropertyKey[];

/** A YAML file as plain values that still knows its lines. */
export interface ConfigDocument {
  readonly value: unknown;
  /** The line of the value at this path or, where there is none, of the nearest one above it. Starts at 1. */
  lineOf(path: Path): number;
  /** The line of the name of this entry, for complaints about the name itself. */
  lineOfName(path: Path): number;
  /** The line at which the entry begins in which this path lies: `keys.a` for `keys.a.used_by`. */
  lineOfEntry(path: Path): number;
  /** The value stands elsewhere, and other entries may have it too. */
  isShared?(path: Path): boolean;
}

/** Throws all RK2001 problems at once. @param file as people know it, such as `.github/rekey.yml` */
export function readDocument(text: string, file: string): ConfigDocument {
  mustBeReadable(text, file);
  const quick = quickRead(text);
  return (quick && inPieces(quick, text, file)) ?? readWhole(text, file);
}

/** Ten thousand keys are about 3 MB. Beyond this the library takes minutes, and so it does for lists in lists in lists. */
const MOST_CHARACTERS = 4 * 1024 * 1024;
const DEEPEST = 500;

function mustBeReadable(text: string, file: string): void {
  if (text.length > MOST_CHARACTERS)
    throw notYaml(file, 1, `it has ${text.length} characters, and may have ${MOST_CHARACTERS}`);
  const deep = tooDeep(text);
  if (deep !== undefined)
    throw notYaml(file, deep, `more than ${DEEPEST} lists or maps are open in one another`);
}

/** The line at which too many brackets are open, or too many dashes follow one another. */
function tooDeep(text: string): number | undefined {
  let [open, line, dashes] = [0, 1, 0];
  for (const character of text) {
    if (character === '\n') [line, dashes] = [line + 1, 0];
    else if (character === '[' || character === '{') open += 1;
    else if (character === ']' || character === '}') open = Math.max(0, open - 1);
    else if (character === '-' || character === '?') dashes += 1;
    else if (character !== ' ') dashes = 0;
    if (open > DEEPEST || dashes > DEEPEST) return line;
  }
  return undefined;
}

/** Read in pieces; only who asks for a line inside an entry makes the whole be read, and then something is wrong anyway. */
function inPieces(quick: QuickRead, text: string, file: string): ConfigDocument | undefined {
  const head = readRest(quick, file);
  if (!head || !isPlain(head.value)) return undefined;
  let known: ConfigDocument | undefined;
  const documentOf = ([section = '', ...inside]: Path): ConfigDocument => {
    if (inside.length === 0 || !Object.hasOwn(quick.sections, section)) return head;
    return (known ??= readWhole(text, file));
  };
  return {
    value: { ...head.value, ...quick.sections },
    lineOf: (path) => documentOf(path).lineOf(path),
    lineOfName: (path) => documentOf(path).lineOfName(path),
    lineOfEntry: (path) =>
      quick.lineOf(String(path[0]), String(path[1])) ?? documentOf(path).lineOfEntry(path),
  };
}

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null;

function readRest({ rest, numbers }: QuickRead, file: string): ConfigDocument | undefined {
  try {
    const read = readWhole(rest, file);
    const inFile = (line: number): number => numbers[line - 1] ?? line;
    return {
      value: read.value,
      lineOf: (path) => inFile(read.lineOf(path)),
      lineOfName: (path) => inFile(read.lineOfName(path)),
      lineOfEntry: (path) => inFile(read.lineOfEntry(path)),
    };
  } catch (thrown) {
    if (thrown instanceof RekeyError) return undefined;
    throw thrown;
  }
}

function readWhole(text: string, file: string): ConfigDocument {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, logLevel: 'error', uniqueKeys: false });
  const line = (offset: number): number => lines.linePos(offset).line;
  const found = [...parsed.errors, ...parsed.warnings].map(({ pos, code, message }) => ({
    line: line(pos[0]),
    code,
    message,
  }));
  const faults = whereLayoutBreaks(found, text).map((fault) =>
    notYaml(file, fault.line, sentence(fault.code, fault.message)),
  );
  // Where the layout is broken, names stand in maps that nobody meant.
  const maps = found.some(isOfLayout) ? [] : wrongNames(parsed.contents);
  const names = maps.map((fault) => notYaml(file, line(fault.offset), fault.message));
  const [first, ...rest] = [...faults, ...names];
  if (first) throw together([first, ...rest]);
  const places = new Places(parsed);
  return {
    value: plainValue(parsed, file),
    lineOf: (path) => line(places.of(path).value),
    lineOfName: (path) => line(places.of(path).name),
    lineOfEntry: (path) => line(places.of(path.slice(0, 2)).name),
  };
}

function notYaml(file: string, line: number, message: string): RekeyError {
  return new RekeyError('RK2001', message, { where: { file, line } });
}

/** The library's own words, without what it quotes of the file: a secret may stand there. */
function sentence(code: string, message: string): string {
  if (code === 'TAB_AS_INDENT') return 'a tab is used as indentation; YAML allows spaces only.';
  if (code === 'MULTIPLE_DOCS')
    return 'the file holds several documents; keep the first, without "---" after it.';
  if (code === 'BAD_DIRECTIVE') return 'a line begins with "%", and directives are not understood here.';
  if (code === 'TAG_RESOLVE_FAILED') return 'tags such as "!!binary" are not understood here.';
  const first = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
  // After a colon the library quotes the file.
  return `${code === 'MISSING_CHAR' ? first : first.replace(/: .*$/s, '')}.`;
}

function plainValue(parsed: Document.Parsed, file: string): unknown {
  try {
    return parsed.toJS();
  } catch {
    throw notYaml(file, 1, 'an alias (*name) has no anchor, or aliases multiply beyond reason.');
  }
}

interface Place {
  readonly name: number;
  readonly value: number;
}

/** Offsets of name and value at a path. A config may have ten thousand entries, so each map is indexed once. */
class Places {
  readonly #parsed: Document.Parsed;
  readonly #indexes = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>();

  constructor(parsed: Document.Parsed) {
    this.#parsed = parsed;
  }

  of(path: Path): Place {
    let node: unknown = this.#parsed.contents;
    let found: Place = { name: start(node) ?? 0, value: start(node) ?? 0 };
    for (const part of path) {
      const next = this.#step(isAlias(node) ? node.resolve(this.#parsed) : node, part);
      if (!next) return found;
      const name = start(next.name) ?? found.name;
      found = { name, value: start(next.value) ?? name };
      node = next.value;
    }
    return found;
  }

  #step(node: unknown, part: PropertyKey): { readonly name: unknown; readonly value: unknown } | undefined {
    if (isMap(node)) {
      const pair = this.#index(node).get(part);
      return pair && { name: pair.key, value: pair.value };
    }
    const item = isSeq(node) ? node.items[Number(part)] : undefined;
    return item === undefined ? undefined : { name: item, value: item };
  }

  #index(map: YAMLMap): ReadonlyMap<unknown, Pair> {
    const known = this.#indexes.get(map);
    if (known) return known;
    const made = new Map(map.items.map((pair) => [isScalar(pair.key) ? pair.key.value : undefined, pair]));
    this.#indexes.set(map, made);
    return made;
  }
}
