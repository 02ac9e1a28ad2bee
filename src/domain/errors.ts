import { CODES, type Code, type Kind } from './errorCodes';
import { kindInfo, type KindInfo } from './errorKinds';
import { Paused } from './paused';
import { ProcessKilled } from './processKilled';

/** Where in a file the reader has to look; lines and columns start at 1. */
export interface Where {
  readonly file: string;
  readonly line?: number;
  readonly path?: string;
}

export interface ErrorDetails {
  /** The next step for the reader, when it is better than the one of the catalogue. */
  readonly next?: string;
  readonly where?: Where;
  /** How long the server asked us to wait. */
  readonly retryAfter?: number;
  /** When several problems were found at once. */
  readonly all?: readonly RekeyError[];
}

/**
 * The only error class. The code says what is wrong, and its kind alone decides what the engine does.
 * The message takes ids, names and numbers, never a body and never a value; foreign text goes through `codeSpan` first.
 */
export class RekeyError extends Error {
  readonly code: Code;
  readonly next: string;
  readonly where?: Where;
  readonly retryAfter?: number;
  readonly all: readonly RekeyError[];

  constructor(code: Code, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = 'RekeyError';
    this.code = code;
    this.next = details.next ?? CODES[code].next;
    if (details.where) this.where = details.where;
    if (details.retryAfter !== undefined) this.retryAfter = details.retryAfter;
    this.all = details.all ?? [];
  }

  get kind(): Kind {
    return CODES[this.code].kind;
  }

  /** What follows from its kind. */
  get traits(): KindInfo {
    return kindInfo(this.kind);
  }

  /** One line: `RK2104 .github/rekey.yml:38  keys.a.used_by: … Next: …` */
  get line(): string {
    if (this.all.length > 1) return this.message;
    const at = this.where ? `${this.where.file}${this.where.line ? `:${this.where.line}` : ''}  ` : '';
    const path = this.where?.path ? `${this.where.path}: ` : '';
    return `${this.code} ${at}${path}${this.message} Next: ${this.next}`;
  }
}

/** The same failure in the words of another part. Its next step stays, where it says more than what its code says anyhow. */
export function retold(error: RekeyError, code: Code, message: string): RekeyError {
  return new RekeyError(code, message, {
    ...(error.next === CODES[error.code].next ? {} : { next: error.next }),
    ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
  });
}

/** Several problems as one error; a single problem stays itself. */
export function together(problems: readonly [RekeyError, ...RekeyError[]]): RekeyError {
  const [first] = problems;
  if (problems.length === 1) return first;
  const lines = problems.map((problem) => problem.line).join('\n');
  return new RekeyError(first.code, `${problems.length} problems:\n${lines}`, {
    next: first.next,
    all: problems,
  });
}

/** Anything thrown, as one of ours. What is not ours is a bug: its message is dropped, because it may hold a value. */
export function asRekeyError(thrown: unknown): RekeyError {
  if (thrown instanceof RekeyError) return thrown;
  if (thrown instanceof ProcessKilled || thrown instanceof Paused) throw thrown;
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  return new RekeyError('RK9900', `An unexpected ${name} was thrown${frames(thrown)}.`);
}

/** Where it was thrown: function names and positions only, because they can hold no value. */
function frames(thrown: unknown): string {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  const found = [...stack.matchAll(/^ {4}at (?:async )?([\w.<>#]+) \(.*?([\w.]+:\d+):\d+\)$/gm)].slice(0, 4);
  return found.length === 0
    ? ''
    : ` in ${found.map(([, name, at]) => `${name ?? ''} (${at ?? ''})`).join(' < ')}`;
}
