import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import { RekeyError, together } from '../domain/errors';

export type Path = readonly PropertyKey[];

/** A YAML file as plain values that still knows its lines. */
export interface ConfigDocument {
  readonly value: unknown;
  /** The line of the value at this path or, where there is none, of the nearest one above it. Starts at 1. */
  lineOf(path: Path): number;
  /** The line of the name of this entry, for complaints about the name itself. */
  lineOfName(path: Path): number;
}

/** Throws all RK2001 problems at once. @param file as people know it, such as `.github/rekey.yml` */
export function readDocument(text: string, file: string): ConfigDocument {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, logLevel: 'error', uniqueKeys: false });
  const line = (offset: number): number => lines.linePos(offset).line;
  const faults = [...parsed.errors, ...parsed.warnings].map((fault) =>
    notYaml(file, line(fault.pos[0]), sentence(fault.code, fault.message)),
  );
  const names = wrongNames(parsed.contents).map((fault) => notYaml(file, line(fault.offset), fault.message));
  const [first, ...rest] = [...faults, ...names];
  if (first) throw together([first, ...rest]);
  const places = new Places(parsed);
  return {
    value: plainValue(parsed, file),
    lineOf: (path) => line(places.of(path).value),
    lineOfName: (path) => line(places.of(path).name),
  };
}

function notYaml(file: string, line: number, message: string): RekeyError {
  return new RekeyError('RK2001', message, { where: { file, line } });
}

/** The library's own words, without the excerpt of the file that it adds: a secret may stand there. */
function sentence(code: string, message: string): string {
  if (code === 'TAB_AS_INDENT') return 'a tab is used as indentation; YAML allows spaces only.';
  if (code === 'MULTIPLE_DOCS')
    return 'the file holds several documents; keep the first, without "---" after it.';
  if (code === 'TAG_RESOLVE_FAILED') return 'tags such as "!!binary" are not understood here.';
  return `${(message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')}.`;
}

function plainValue(parsed: Document.Parsed, file: string): unknown {
  try {
    return parsed.toJS();
  } catch {
    throw notYaml(file, 1, 'an alias (*name) has no anchor, or aliases multiply beyond reason.');
  }
}

interface Fault {
  readonly offset: number;
  readonly message: string;
}

/**
 * Names that are no text (numbers, lists: they would silently become text) and names that stand twice. The library can
 * find the latter itself, but compares each name with each: ten thousand entries take a second.
 */
function wrongNames(node: unknown): readonly Fault[] {
  if (isSeq(node)) return node.items.flatMap(wrongNames);
  if (!isMap(node)) return [];
  const seen = new Set<unknown>();
  return node.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? key.value : undefined;
    const fault = wrongName(name, seen);
    seen.add(name);
    const inside = wrongNames(value);
    return fault ? [{ offset: start(key) ?? start(node) ?? 0, message: fault }, ...inside] : inside;
  });
}

function wrongName(name: unknown, seen: ReadonlySet<unknown>): string | undefined {
  if (typeof name !== 'string') return 'a name is no text; put it into quotes.';
  return seen.has(name) ? 'this name stands twice in the same map.' : undefined;
}

function start(node: unknown): number | undefined {
  return (node as Partial<Node> | null | undefined)?.range?.[0];
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
