import type { Fact } from '../../src/domain/journal/facts';
import type { Files } from '../../src/domain/ports';
import { memoryFiles } from './ports';

interface Written {
  readonly entries: readonly { readonly facts: readonly Fact[] }[];
}

/** A disk in memory that remembers the facts of the journal on it, in the order of their writing. */
export class JournalDisk implements Files {
  readonly facts: Fact[] = [];
  readonly #content = new Map<string, string>();
  readonly #files = memoryFiles(this.#content);

  read = (path: string): Promise<string | undefined> => this.#files.read(path);
  list = (path: string): Promise<readonly string[]> => this.#files.list(path);
  write = (path: string, content: string): Promise<void> => this.#files.write(path, content);

  /** Somebody restores an older copy: the newest commits are gone. */
  setBack(commits: number): void {
    const names = [...this.#content.keys()].filter((path) => path.includes('/commits/')).sort();
    for (const name of names.slice(-commits)) this.#content.delete(name);
  }

  async create(path: string, content: string): Promise<boolean> {
    const made = await this.#files.create(path, content);
    if (made && path.includes('/commits/'))
      this.facts.push(...(JSON.parse(content) as Written).entries.flatMap(({ facts }) => facts));
    return made;
  }
}
