import type { Fact } from '../journal/facts';
import type { KeyState } from '../journal/keyState';
import type { Millis } from '../tools/time';

/** What the journal knows of every key: one small row each, never the facts themselves. */
export interface JournalView {
  /** key identity -> state; `state.head` is what `append` expects. */
  readonly keys: ReadonlyMap<string, KeyState>;
  /** Names this state of the journal: a commit, or a counter for files. */
  readonly commit: string;
}

/** The facts of one key, all of one rotation, with the state that follows from them. */
export interface Entry {
  readonly key: string;
  /** Head before these facts; undefined: the key is new to the journal. */
  readonly expected: string | undefined;
  readonly facts: readonly Fact[];
  readonly state: KeyState;
}

/** One word a key: written, or its head had moved. */
export type AppendResult = ReadonlyMap<string, 'written' | 'moved'>;

export interface JournalFile {
  readonly path: string;
  readonly content: string;
}

/**
 * The append-only log. Memory, never authority. Missing, cut, rewound or unparsable is an error, never an empty journal.
 * The head of a key is the id of its last fact; after a lost answer the writer finds its own ids and counts them as written.
 */
export interface Journal {
  load(): Promise<JournalView>;
  /** All facts of one rotation, in order. `at`: as of that commit. */
  facts(key: string, rotation: string, at?: string): Promise<readonly Fact[]>;
  /** Atomic for all entries that did not move. Several callers at once share one write. Files are evidence pages, kept beside the facts. */
  append(
    entries: readonly Entry[],
    files?: readonly JournalFile[],
  ): Promise<{ readonly result: AppendResult; readonly commit: string }>;
  /** The journal server's clock: due dates, ends of claims, waits across processes. */
  now(): Millis;
  /** Makes the empty journal; only `doctor` with `init` calls it. */
  init(): Promise<void>;
  /** What is wrong with its protection, in sentences: rules against deletion and force push, a public repository. */
  audit(): Promise<readonly string[]>;
}
