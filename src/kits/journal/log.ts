import type { SharedLog } from '../../domain/journal/appendQueue';
import type { JournalFile, Entry, JournalView } from '../../domain/contracts/journal';
import { RekeyError } from '../../domain/errors';
import type { Fact } from '../../domain/journal/facts';
import type { KeyState } from '../../domain/journal/keyState';
import type { Files } from '../../domain/ports';
import { CommitDirectory, type Commit } from './commits';

/** All commits in memory, so it is for journals of some thousand writes. Only commits that are new are read again. */
export class CommitLog implements SharedLog {
  readonly #directory: CommitDirectory;
  readonly #newId: () => string;
  readonly #keys = new Map<string, KeyState>();
  #commits: Commit[] = [];

  constructor(files: Files, path: string, newId: () => string) {
    this.#directory = new CommitDirectory(files, path);
    this.#newId = newId;
  }

  async init(): Promise<void> {
    await this.#directory.init();
  }

  async known(): Promise<JournalView> {
    return this.#commits.length > 0 ? this.#view() : this.reload();
  }

  async reload(): Promise<JournalView> {
    await this.#directory.checkFormat();
    const count = await this.#directory.count();
    await this.#refuseRewound(count);
    const newer: Commit[] = [];
    for (let number = this.#commits.length + 1; number <= count; number += 1)
      newer.push(await this.#directory.read(number));
    const all = [...this.#commits, ...newer];
    if (all.some((commit, at) => commit.after !== (all[at - 1]?.id ?? '')))
      throw new RekeyError('RK7003', 'Commits of the journal do not follow one another.');
    this.#commits = all;
    newer.forEach((commit) => {
      this.#learn(commit);
    });
    return this.#view();
  }

  /** The newest commit we know must still be there, and be the same. */
  async #refuseRewound(count: number): Promise<void> {
    const last = this.#commits[this.#commits.length - 1];
    if (!last) return;
    if (count < last.number || (await this.#directory.idOf(last.number)) !== last.id)
      throw new RekeyError('RK7003', `Commit ${last.number} of the journal is gone or was replaced.`);
  }

  async write(entries: readonly Entry[], files: readonly JournalFile[]): Promise<JournalView> {
    const last = this.#commits[this.#commits.length - 1];
    const commit = { number: (last?.number ?? 0) + 1, id: this.#newId(), after: last?.id ?? '' };
    if (!(await this.#directory.add(commit, entries)))
      throw new RekeyError('RK9012', 'Another process wrote to the journal first.');
    // In a directory that was deleted meanwhile every number is free.
    await this.#refuseRewound(commit.number);
    this.#commits.push({ entries, ...commit });
    this.#learn({ entries });
    for (const file of files) await this.#directory.attach(file.path, file.content);
    return this.#view();
  }

  async facts(key: string, rotation: string, at?: string): Promise<readonly Fact[]> {
    await this.known();
    return this.#until(at)
      .flatMap((commit) => commit.entries)
      .filter((entry) => entry.key === key)
      .flatMap((entry) => entry.facts)
      .filter((fact) => fact.rotation === rotation);
  }

  #until(at: string | undefined): readonly Commit[] {
    if (at === undefined) return this.#commits;
    const end = this.#commits.findIndex((commit) => nameOf(commit) === at);
    if (end < 0) throw new RekeyError('RK7003', 'The journal does not know this commit.');
    return this.#commits.slice(0, end + 1);
  }

  #learn({ entries }: Pick<Commit, 'entries'>): void {
    for (const entry of entries) this.#keys.set(entry.key, entry.state);
  }

  #view(): JournalView {
    const last = this.#commits[this.#commits.length - 1];
    return { keys: new Map(this.#keys), commit: last ? nameOf(last) : '' };
  }
}

const nameOf = (commit: Pick<Commit, 'number' | 'id'>): string => `${commit.number}-${commit.id}`;
