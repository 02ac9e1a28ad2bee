import type { BranchApi } from './api';
import { textOf, type Blob } from './wire';

type Blobs = readonly (Blob | undefined)[];

interface Waiting {
  readonly commit: string;
  readonly paths: readonly string[];
  resolve(blobs: Blobs): void;
  reject(error: unknown): void;
}

/** Files in one query. */
const MOST_FILES = 120;

/** Reads that are asked for while another is under way go together in the next one, so resuming many keys costs few calls. */
export class FileReads {
  readonly #api: BranchApi;
  #waiting: Waiting[] = [];
  #busy = false;

  constructor(api: BranchApi) {
    this.#api = api;
  }

  /** A file that is cut fails its own reader only. */
  async texts(commit: string, paths: readonly string[]): Promise<readonly (string | undefined)[]> {
    const blobs = await new Promise<Blobs>((resolve, reject) => {
      this.#waiting.push({ commit, paths, resolve, reject });
      if (!this.#busy) void this.#drain();
    });
    return blobs.map((blob, at) => blob && textOf(blob, paths[at] ?? ''));
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#readTogether(this.#take());
    this.#busy = false;
  }

  /** The first, and those after it that want files of the same commit, as long as there is room. */
  #take(): readonly Waiting[] {
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    let files = 0;
    for (const each of this.#waiting) {
      const fits = each.commit === (taken[0] ?? each).commit && files + each.paths.length <= MOST_FILES;
      if (taken.length > 0 && !fits) {
        left.push(each);
        continue;
      }
      files += each.paths.length;
      taken.push(each);
    }
    this.#waiting = left;
    return taken;
  }

  async #readTogether(readers: readonly Waiting[]): Promise<void> {
    const commit = readers[0]?.commit ?? '';
    try {
      const blobs = await this.#api.files(
        commit,
        readers.flatMap((reader) => reader.paths),
      );
      let at = 0;
      for (const reader of readers) reader.resolve(blobs.slice(at, (at += reader.paths.length)));
    } catch (error) {
      for (const reader of readers) reader.reject(error);
    }
  }
}
