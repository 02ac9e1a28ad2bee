import type { AppendResult, JournalFile, Entry, JournalView } from '../contracts/journal';
import { RekeyError } from '../errors';
import type { Fact } from './facts';

/** One call of `append`. */
export interface AppendCall {
  readonly entries: readonly Entry[];
  readonly files: readonly JournalFile[];
}

/** What several calls become when they share one write. */
export interface Arranged {
  /** What the write must hold. */
  readonly entries: readonly Entry[];
  readonly files: readonly JournalFile[];
  /** One for each call, true once the write has succeeded. */
  readonly results: readonly AppendResult[];
}

/**
 * Compares heads key by key. A key whose head is the last fact of an entry has that entry already: an answer was lost.
 * A key whose head is what the entry expects can be written; any other key has moved, and its entry is dropped.
 */
export function arrange(calls: readonly AppendCall[], view: JournalView): Arranged {
  const landed = alreadyThere(calls, view);
  const heads = new Map<string, string | undefined>();
  const headOf = (key: string): string | undefined =>
    heads.has(key) ? heads.get(key) : view.keys.get(key)?.head;
  const entries: Entry[] = [];
  const files: JournalFile[] = [];
  const results = calls.map((call) => {
    const result = new Map<string, 'written' | 'moved'>();
    const before = entries.length;
    for (const entry of call.entries) {
      const writable = !landed.has(entry) && entry.expected === headOf(entry.key);
      if (writable) {
        heads.set(entry.key, entry.state.head);
        entries.push(entry);
      }
      if (!writable && !landed.has(entry)) result.set(entry.key, 'moved');
      else if (!result.has(entry.key)) result.set(entry.key, 'written');
    }
    if (entries.length > before || call.entries.length === 0) files.push(...call.files);
    return result;
  });
  return { entries, files, results };
}

/** Entries up to the one whose last fact is the head of its key. */
function alreadyThere(calls: readonly AppendCall[], view: JournalView): ReadonlySet<Entry> {
  const before = new Map<string, Entry[]>();
  const landed = new Set<Entry>();
  for (const entry of calls.flatMap((call) => call.entries)) {
    const earlier = [...(before.get(entry.key) ?? []), entry];
    before.set(entry.key, earlier);
    if (view.keys.get(entry.key)?.head === entry.state.head) earlier.forEach((one) => landed.add(one));
  }
  return landed;
}

/** A journal whose index contradicts its facts would be refused by the next reader, so such an entry is never written. */
export function checkEntry(entry: Entry): void {
  const last = entry.facts[entry.facts.length - 1];
  const oneRotation = entry.facts.every((fact) => fact.rotation === last?.rotation);
  if (!last || !oneRotation || entry.state.head !== last.id || entry.state.identity !== entry.key)
    throw new RekeyError('RK9900', 'An entry for the journal contradicts itself.');
}

/** Throws RK7003 when a key has fewer facts than were seen before, or other facts in the same number. */
export function refuseRewound(before: JournalView, after: JournalView): void {
  for (const [key, known] of before.keys) {
    const now = after.keys.get(key);
    if (now && (now.count > known.count || (now.count === known.count && now.head === known.head))) continue;
    throw new RekeyError('RK7003', `The journal knows less of ${known.name} than it did before.`);
  }
}

/**
 * Facts of a rotation that the row names must end in the head of the key, unless a fact without rotation came after them.
 * Throws RK7002.
 */
export function checkFacts(
  row: { readonly head: string; readonly open?: { readonly rotation: string } | undefined } | undefined,
  rotation: string,
  facts: readonly Fact[],
  idle: readonly Fact[],
): void {
  if (row?.open?.rotation !== rotation) return;
  if (facts.length > 0 && [facts, idle].some((list) => list[list.length - 1]?.id === row.head)) return;
  throw new RekeyError('RK7002', `The facts of ${rotation} do not end where the index says.`);
}
