import type { AppendResult, JournalFile, Entry, JournalView } from '../contracts/journal';
import { RekeyError } from '../errors';
import { arrange, checkEntry, type AppendCall } from './journalLog';

/** What a journal must be able to do so that many callers can share its writes. */
export interface SharedLog {
  /** What was last read or written; reads when nothing was. */
  known(): Promise<JournalView>;
  reload(): Promise<JournalView>;
  /** One atomic write on top of what is known. Throws `conflict` when the tip had moved, `unknown` when it may have landed. */
  write(entries: readonly Entry[], files: readonly JournalFile[]): Promise<JournalView>;
}

export interface Appended {
  readonly result: AppendResult;
  readonly commit: string;
}

interface Waiting extends AppendCall {
  resolve(appended: Appended): void;
  reject(error: unknown): void;
}

/** Calls in one write; more would make one request too large. */
const MOST_CALLS = 200;
const MOST_RETRIES = 8;

/** Calls that arrive while a write is under way go together in the next one, so a journal is asked once for many keys. */
export class AppendQueue {
  readonly #log: SharedLog;
  #waiting: Waiting[] = [];
  #busy = false;

  constructor(log: SharedLog) {
    this.#log = log;
  }

  async append(entries: readonly Entry[], files: readonly JournalFile[]): Promise<Appended> {
    entries.forEach(checkEntry);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entries, files, resolve, reject });
      if (!this.#busy) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    // Callers that append in the same turn share the write.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#settle(this.#waiting.splice(0, MOST_CALLS));
    this.#busy = false;
  }

  async #settle(calls: readonly Waiting[]): Promise<void> {
    try {
      const { results, commit } = await this.#write(calls);
      calls.forEach((call, at) => {
        call.resolve({ result: results[at] ?? new Map(), commit });
      });
    } catch (error) {
      // One key whose file is full, or was cut, must not stop the others.
      if (
        calls.length > 1 &&
        error instanceof RekeyError &&
        (error.kind === 'full' || error.code === 'RK7002')
      )
        for (const call of calls) await this.#settle([call]);
      else
        calls.forEach((call) => {
          call.reject(error);
        });
    }
  }

  async #write(
    calls: readonly AppendCall[],
  ): Promise<{ readonly results: readonly AppendResult[]; readonly commit: string }> {
    let lost = false;
    for (let attempt = 0; attempt <= MOST_RETRIES; attempt += 1) {
      const view = attempt === 0 ? await this.#startingView(calls) : await this.#look(lost);
      const { entries, files, results } = arrange(calls, view);
      if (entries.length === 0 && files.length === 0) return { results, commit: view.commit };
      try {
        return { results, commit: (await this.#log.write(entries, files)).commit };
      } catch (error) {
        if (!(error instanceof RekeyError) || (error.kind !== 'conflict' && error.kind !== 'unknown'))
          throw error;
        lost = error.kind === 'unknown';
      }
    }
    if (lost) throw new RekeyError('RK7012', 'The journal did not answer a write, again and again.');
    throw new RekeyError('RK7007', `Others wrote first, ${MOST_RETRIES + 1} times in a row.`);
  }

  /** Somebody else may have written since; only a fresh look may say that a key moved. */
  async #startingView(calls: readonly AppendCall[]): Promise<JournalView> {
    const view = await this.#log.known();
    const moved = arrange(calls, view).results.some((result) => [...result.values()].includes('moved'));
    return moved ? this.#log.reload() : view;
  }

  /** After a lost answer a look that fails leaves the question open. */
  async #look(lost: boolean): Promise<JournalView> {
    try {
      return await this.#log.reload();
    } catch (error) {
      if (lost && error instanceof RekeyError && error.traits.passes)
        throw new RekeyError('RK7012', 'The journal did not answer a write, and cannot be read.');
      throw error;
    }
  }
}
