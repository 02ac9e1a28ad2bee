import type { Code } from '../domain/errorCodes';
import { RekeyError, together, type ErrorDetails } from '../domain/errors';
import type { ConfigDocument, Path } from './document';
import { isName } from './names';
import { looksRandom, shy } from './suggest';

/** Nobody reads more, and a file of the wrong kind has a problem on every line. */
const MOST = 100;

/** Collects everything that is wrong, so that people see it at once and not one at a time. */
export class Problems {
  readonly #found: RekeyError[] = [];
  readonly #document: ConfigDocument;
  readonly #file: string;

  constructor(document: ConfigDocument, file: string) {
    this.#document = document;
    this.#file = file;
  }

  /** A value is wrong. @param next better than the code's own next step */
  add(code: Code, path: Path, message: string, next?: string): void {
    this.#put(code, path, this.#document.lineOf(path), message, next);
  }

  /** The name at the end of the path is wrong. */
  addName(code: Code, path: Path, message: string, next?: string): void {
    this.#put(code, path, this.#document.lineOfName(path), message, next);
  }

  /** The name at the end of the path is not known: it may be a key that somebody pasted. */
  addUnknown(code: Code, path: Path, message: string, next?: string): void {
    const shown = [...path.slice(0, -1), shy(String(path.at(-1)))];
    this.#put(code, shown, this.#document.lineOfName(path), message, next);
  }

  /** Where the entry begins that holds this path. */
  lineOf(path: Path): number {
    return this.#document.lineOfEntry(path);
  }

  get all(): readonly RekeyError[] {
    return [...this.#found].sort((a, b) => (a.where?.line ?? 0) - (b.where?.line ?? 0));
  }

  throwIfAny(): void {
    throwAll(this.all);
  }

  #put(code: Code, path: Path, line: number, message: string, next?: string): void {
    // A value that many entries share is wrong once.
    const isTold = this.#found.some(
      (one) => one.where?.line === line && one.code === code && one.message === message,
    );
    if (isTold && this.#document.isShared?.(path) === true) return;
    const where = { file: this.#file, line, ...(path.length > 0 && { path: spoken(path) }) };
    const details: ErrorDetails = next === undefined ? { where } : { where, next };
    this.#found.push(new RekeyError(code, message, details));
  }
}

/** Throws them as one, unless there are none. */
export function throwAll(found: readonly RekeyError[]): void {
  const [first, ...rest] = found.slice(0, MOST);
  if (first) throw together([first, ...rest]);
}

/** `keys.gateway-prod.used_by`; a place in a list is `notify.1`, the second. What is no plain name is cut and made harmless. */
export function spoken(path: Path): string {
  return path
    .map(String)
    .map((part) => (isName(part) && !looksRandom(part) ? part : shy(part)))
    .join('.');
}
