import type { Entry } from '../../domain/contracts/journal';
import { RekeyError } from '../../domain/errors';
import type { Fact } from '../../domain/journal/facts';
import {
  cut,
  JOURNAL_FORMAT,
  parseObject,
  readFact,
  readFormat,
  readRow,
} from '../../domain/journal/journalRows';
import type { KeyState } from '../../domain/journal/keyState';
import type { Files } from '../../domain/ports';

/** One write. Commits are numbered without a gap, and each names the one before it. */
export interface Commit {
  readonly number: number;
  readonly id: string;
  /** The id of the commit before; empty for the first. */
  readonly after: string;
  readonly entries: readonly {
    readonly key: string;
    readonly facts: readonly Fact[];
    readonly state: KeyState;
  }[];
}

/** The directory: `journal.json` says the format, `commits/` holds one file a write. */
export class CommitDirectory {
  readonly #files: Files;
  readonly #path: string;

  constructor(files: Files, path: string) {
    this.#files = files;
    this.#path = path;
  }

  async checkFormat(): Promise<void> {
    const format = await this.#files.read(`${this.#path}/journal.json`);
    if (format === undefined) throw new RekeyError('RK7001', `There is no journal in ${this.#path}.`);
    readFormat(format);
  }

  /** Begins with a commit without facts, so that a directory without commits is one that was emptied. */
  async init(): Promise<void> {
    const marker = `${this.#path}/journal.json`;
    const made =
      (await this.#files.read(marker)) === undefined &&
      ((await this.add({ number: 1, id: 'init', after: '' }, [])) || (await this.count()) === 1) &&
      (await this.#files.create(marker, `${JSON.stringify({ format: JOURNAL_FORMAT })}\n`));
    if (!made) throw new RekeyError('RK2005', `There is a journal in ${this.#path} already.`);
  }

  /** How many commits there are. A gap is a cut, and so is none. */
  async count(): Promise<number> {
    const names = await this.#files.list(`${this.#path}/commits`);
    names.forEach((name, at) => {
      if (name !== fileName(at + 1)) throw cut('The list of commits');
    });
    if (names.length === 0) throw cut('The list of commits');
    return names.length;
  }

  async read(number: number): Promise<Commit> {
    const what = `Commit ${number}`;
    const { id, after, entries, number: own } = parseObject((await this.#text(number)) ?? '', what);
    if (own !== number || typeof id !== 'string' || typeof after !== 'string' || !Array.isArray(entries))
      throw cut(what);
    return { number, id, after, entries: entries.map((entry: unknown) => readEntry(entry, what)) };
  }

  /** Undefined: there is no such commit. */
  async idOf(number: number): Promise<unknown> {
    const text = await this.#text(number);
    return text === undefined ? undefined : parseObject(text, `Commit ${number}`)['id'];
  }

  #text(number: number): Promise<string | undefined> {
    return this.#files.read(this.#fileOf(number));
  }

  /** False when another process took this number first. */
  async add(commit: Omit<Commit, 'entries'>, entries: readonly Entry[]): Promise<boolean> {
    const written = entries.map(({ key, facts, state }) => ({ key, facts, state }));
    return this.#files.create(
      this.#fileOf(commit.number),
      `${JSON.stringify({ ...commit, entries: written })}\n`,
    );
  }

  async attach(name: string, content: string): Promise<void> {
    await this.#files.write(`${this.#path}/${name}`, content);
  }

  #fileOf(number: number): string {
    return `${this.#path}/commits/${fileName(number)}`;
  }
}

/** Padded, so that names sort as numbers do. */
const fileName = (number: number): string => `${String(number).padStart(8, '0')}.json`;

function readEntry(value: unknown, what: string): Commit['entries'][number] {
  const { key, facts, state } = Object(value) as Record<string, unknown>;
  if (typeof key !== 'string' || !Array.isArray(facts) || facts.length === 0) throw cut(what);
  const [first] = facts as readonly unknown[];
  const rotation = String((Object(first) as Record<string, unknown>)['rotation']);
  return { key, facts: facts.map((fact: unknown) => readFact(fact, rotation)), state: readRow(key, state) };
}
