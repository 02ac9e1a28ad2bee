import { isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { isPrintable } from '../domain/tools/text';

export interface Fault {
  readonly offset: number;
  readonly message: string;
}

/**
 * Names that are no text (numbers, lists: they would silently become text), that nobody can see, or that stand twice. The library can
 * find the latter itself, but compares each name with each: ten thousand entries take a second.
 */
export function wrongNames(node: unknown): readonly Fault[] {
  const faults: Fault[] = [];
  collect(node, faults);
  return faults;
}

function collect(node: unknown, faults: Fault[]): void {
  if (isSeq(node)) for (const item of node.items) collect(item, faults);
  if (!isMap(node)) return;
  const seen = new Set<unknown>();
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? key.value : undefined;
    const message = wrongName(name, seen);
    seen.add(name);
    if (message !== undefined) faults.push({ offset: start(key) ?? start(node) ?? 0, message });
    collect(value, faults);
  }
}

function wrongName(name: unknown, seen: ReadonlySet<unknown>): string | undefined {
  if (typeof name !== 'string') return 'a name is no text; put it into quotes.';
  if (!isPrintable(name)) return 'a name holds a control character or another that cannot be seen.';
  if (name === '__proto__') return '"__proto__" can be no name.';
  return seen.has(name) ? 'this name stands twice in the same map.' : undefined;
}

export function start(node: unknown): number | undefined {
  return (node as Partial<Node> | null | undefined)?.range?.[0];
}
