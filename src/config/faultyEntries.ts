/** The text with each entry emptied in which a line is at fault; the entry's name stays, so that others may point to it. */
export interface WithoutFaults {
  readonly text: string;
  /** @param line from 1 */
  readonly isCut: (line: number) => boolean;
}

/** Their entries are fields, and without them every key or workload would seem to lack something. */
const SHARED = /^(defaults|templates|workload_defaults|workload_templates):/;
const SECTION = /^[A-Za-z_]+:[ \t]*(#.*)?$/;
const QUIET = /^\s*(#.*)?$/;

/** Of a file with more of them nobody needs the rest yet, and each costs a look at the file. */
const MOST_FAULTS = 20;

/**
 * Takes out the entries (`keys.a`, `vendors.b`) in which YAML breaks, so that the others can be judged. Undefined where a fault is in no
 * entry of a section: then nobody can say where it ends. @param faults line numbers, from 1
 */
export function withoutFaults(text: string, faults: readonly number[]): WithoutFaults | undefined {
  if (faults.length > MOST_FAULTS) return undefined;
  const lines = text.split('\n');
  const cut = new Set<number>();
  for (const fault of faults) {
    const entry = entryAround(lines, fault - 1);
    if (!entry) return undefined;
    const [head = '', ...body] = lines.slice(entry.from, entry.to);
    lines[entry.from] = /^ +[^\s:#]+:/.exec(head)?.[0] ?? '';
    for (const at of body.keys()) lines[entry.from + 1 + at] = '';
    for (let at = entry.from; at < entry.to; at += 1) cut.add(at + 1);
  }
  return { text: lines.join('\n'), isCut: (line) => cut.has(line) };
}

/** From the head of the entry above a line to the head of the next one below it; counted from 0. */
function entryAround(
  lines: readonly string[],
  fault: number,
): { readonly from: number; readonly to: number } | undefined {
  const depth = (at: number): number => (QUIET.test(lines[at] ?? '') ? Infinity : indentOf(lines[at] ?? ''));
  let section = fault;
  while (section >= 0 && depth(section) > 0) section -= 1;
  const title = lines[section] ?? '';
  if (section < 0 || section === fault || !SECTION.test(title) || SHARED.test(title)) return undefined;
  let first = section + 1;
  while (first < lines.length && depth(first) === Infinity) first += 1;
  const indent = depth(first);
  const isHead = (at: number): boolean => depth(at) <= indent;
  let from = fault - (fault > first ? 1 : 0);
  while (from > first && !isHead(from)) from -= 1;
  let to = fault + 1;
  while (to < lines.length && !isHead(to)) to += 1;
  return { from, to };
}

/** A tab is as deep as a line can be indented: it is never the head of an entry. */
const indentOf = (line: string): number => (/^ *\t/.test(line) ? 1000 : line.search(/[^ ]/));
