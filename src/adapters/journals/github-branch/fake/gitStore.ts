import { sha256 } from '../../../../domain/tools/digest';
import type { Millis } from '../../../../domain/tools/time';

/** Path to text. */
export type FileMap = ReadonlyMap<string, string>;

export interface FakeCommit {
  readonly oid: string;
  readonly parents: readonly string[];
  readonly files: FileMap;
  readonly message: string;
  readonly at: Millis;
  readonly author: string;
  /** By GitHub itself, as commits of createCommitOnBranch are. */
  readonly signed: boolean;
}

/** Named by content, as git does; 40 hex digits. */
export const oidOf = (content: string): string => sha256(content).slice(0, 40);

/** One repository: objects, and refs that point to them. Objects stay when a ref leaves them, as they do at GitHub for long. */
export class GitStore {
  readonly blobs = new Map<string, string>();
  readonly trees = new Map<string, FileMap>();
  readonly commits = new Map<string, FakeCommit>();
  /** `refs/heads/main` to the id of a commit. */
  readonly refs = new Map<string, string>();
  readonly #now: () => Millis;
  #made = 0;

  constructor(now: () => Millis) {
    this.#now = now;
  }

  commit(
    files: FileMap,
    parents: readonly string[],
    message: string,
    by: { readonly author: string; readonly signed: boolean },
  ): FakeCommit {
    this.#made += 1;
    const oid = oidOf(`commit\n${this.#made}\n${parents.join()}\n${message}`);
    const made = { oid, parents, files, message, at: this.#now(), ...by };
    this.commits.set(oid, made);
    return made;
  }

  /** A commit on top of a branch, or the first of it. */
  advance(
    branch: string,
    edit: (files: Map<string, string>) => void,
    message: string,
    by = { author: 'a person', signed: false },
  ): FakeCommit {
    const head = this.head(branch);
    const files = new Map(head?.files);
    edit(files);
    const made = this.commit(files, head ? [head.oid] : [], message, by);
    this.refs.set(`refs/heads/${branch}`, made.oid);
    return made;
  }

  /** The text with this id, in any commit. */
  blob(oid: string): string | undefined {
    const texts = [...this.commits.values()].flatMap(({ files }) => [...files.values()]);
    return this.blobs.get(oid) ?? texts.find((text) => oidOf(text) === oid);
  }

  head(branch: string): FakeCommit | undefined {
    return this.commits.get(this.refs.get(`refs/heads/${branch}`) ?? '');
  }

  /** A branch, a full ref or a commit's id. */
  resolve(name: string): FakeCommit | undefined {
    const ref = this.refs.get(`refs/heads/${name}`) ?? this.refs.get(name);
    return this.commits.get(ref ?? name);
  }

  /** From a commit to the first one, along first parents. */
  history(from: string): readonly FakeCommit[] {
    const found: FakeCommit[] = [];
    for (let at = this.commits.get(from); at; at = this.commits.get(at.parents[0] ?? '')) found.push(at);
    return found;
  }

  /** Sets a branch back by force, as a person with the right to push may. */
  rewind(branch: string, by = 1): void {
    const target = this.history(this.head(branch)?.oid ?? '')[by];
    if (target) this.refs.set(`refs/heads/${branch}`, target.oid);
  }

  deleteBranch(branch: string): void {
    this.refs.delete(`refs/heads/${branch}`);
  }
}
