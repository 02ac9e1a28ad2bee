import type { Fact } from '../../../src/domain/journal/facts';

interface Commit {
  readonly entries: readonly { readonly key: string; readonly facts: readonly Fact[] }[];
}

/** The disk that all processes of a world share. What stands on it stays when they die. */
export class Disk {
  readonly files = new Map<string, string>();
  readonly #names = new Map<string, string[]>();

  read = (path: string): string | undefined => this.files.get(path);

  create(path: string, content: string): boolean {
    if (this.files.has(path)) return false;
    this.write(path, content);
    return true;
  }

  write(path: string, content: string): void {
    if (!this.files.has(path)) this.#learn(path);
    this.files.set(path, content);
  }

  remove(path: string): void {
    this.files.delete(path);
    const [folder, name] = placeOf(path);
    const names = this.#names.get(folder) ?? [];
    this.#names.set(
      folder,
      names.filter((one) => one !== name),
    );
  }

  list = (folder: string): readonly string[] => [...(this.#names.get(folder) ?? [])].sort();

  #learn(path: string): void {
    const [folder, name] = placeOf(path);
    const names = this.#names.get(folder) ?? [];
    names.push(name);
    this.#names.set(folder, names);
  }
}

/** The facts in a file, when it is a commit of the journal. */
export function factsIn(path: string, content: string): Commit['entries'] {
  return path.includes('/commits/') ? (JSON.parse(content) as Commit).entries : [];
}

function placeOf(path: string): [string, string] {
  const at = path.lastIndexOf('/');
  return [path.slice(0, at), path.slice(at + 1)];
}
