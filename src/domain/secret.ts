/**
 * The only holder of a secret value. It prints, serialises and inspects as a mask, and it knows the origins it may
 * travel to. The HTTP port reveals it at the last moment, and only towards one of those origins.
 */
const MASK = '***';
/** Shorter values are found in innocent texts. */
const SHORTEST = 5;
const inspect = Symbol.for('nodejs.util.inspect.custom');

const listeners = new Set<(value: SecretValue) => void>();

export class SecretValue {
  readonly #value: string;
  readonly #origins: ReadonlySet<string>;

  private constructor(value: string, origins: Iterable<string>) {
    this.#value = value;
    this.#origins = new Set(origins);
  }

  /** @param origins the only origins (scheme, host, port) this value may be sent to; empty: nowhere. */
  static of(value: string, origins: Iterable<string>): SecretValue {
    const secret = new SecretValue(value, origins);
    for (const listener of listeners) listener(secret);
    return secret;
  }

  /**
   * Called with each new value before anybody else sees it, so that it is masked as soon as it exists. The program sets
   * one listener, the masker. This is the only state of the domain that outlives a call, for values are made everywhere.
   * @returns takes the listener away again
   */
  static onCreate(listener: (value: SecretValue) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /**
   * The same value, allowed to travel to these origins instead. Called where a secret leaves its store for a part, where values of a key go
   * to its vendor, and where an adapter signs or logs in: `grep boundTo` is the list.
   */
  boundTo(origins: Iterable<string>): SecretValue {
    return new SecretValue(this.#value, origins);
  }

  static fitsInHeader(text: string): boolean {
    return [...text].every((c) => c >= ' ' && c !== '\u007f' && c <= '\u00ff');
  }

  mayTravelTo(origin: string): boolean {
    return this.#origins.has(origin);
  }

  get origins(): ReadonlySet<string> {
    return this.#origins;
  }

  /** For masking in the runner and for the HTTP port; a lint rule refuses every other caller. */
  reveal(): string {
    return this.#value;
  }

  equals(other: SecretValue): boolean {
    return this.#value === other.#value;
  }

  /** True when the value is exactly this public text, such as an id that a vendor lists. */
  isText(text: string): boolean {
    return this.#value === text;
  }

  /** True when the value stands somewhere in this text. Very short values stand everywhere, so they count as absent. */
  isWithin(text: string): boolean {
    const value = this.#value.trim();
    return value.length >= SHORTEST && text.includes(value);
  }

  /** True when both are the same but for white space at the ends (a value pasted by hand often ends in a newline). */
  equalsTrimmed(other: SecretValue): boolean {
    return this.#value.trim() === other.#value.trim();
  }

  get isEmpty(): boolean {
    return this.#value.length === 0;
  }

  /** Why it cannot be sent in a header, without a word of it; undefined: it can. */
  get headerFault(): string | undefined {
    if (this.#value === '') return 'it is empty';
    if (this.fitsInHeader) return undefined;
    if (/[\r\n]$/.test(this.#value)) return 'it ends in a line break';
    return [...this.#value].some((c) => c > '\u00ff')
      ? 'it holds a character beyond Latin-1, such as a curly quote'
      : 'it holds a control character';
  }

  /** False when the value holds a control character or one beyond Latin-1, and so can be no HTTP header. */
  get fitsInHeader(): boolean {
    return SecretValue.fitsInHeader(this.#value);
  }

  /**
   * The public id inside a value: `SG.` and `.` find the middle of `SG.id.secret`. Undefined when it is not there, and when it
   * is longer than half of the value: then it is no id but the secret.
   */
  publicId(after: string, before: string): string | undefined {
    if (!this.#value.startsWith(after)) return undefined;
    const end = this.#value.indexOf(before, after.length);
    const found = this.#value.slice(after.length, end);
    return end <= after.length || found.length * 2 > this.#value.length ? undefined : found;
  }

  toString(): string {
    return MASK;
  }
  toJSON(): string {
    return MASK;
  }
  [inspect](): string {
    return MASK;
  }
}

/** A text with secrets inside, such as `Bearer ` + token; only the HTTP port joins it. */
export class SecretText {
  readonly pieces: readonly (string | SecretValue | SecretText)[];
  /** base64: the joined pieces are encoded as a whole, as `Authorization: Basic` wants `user:password`. */
  readonly encoding: 'plain' | 'base64';

  constructor(
    pieces: readonly (string | SecretValue | SecretText)[],
    encoding: 'plain' | 'base64' = 'plain',
  ) {
    this.pieces = pieces;
    this.encoding = encoding;
  }
  toString(): string {
    return MASK;
  }
  toJSON(): string {
    return MASK;
  }
  [inspect](): string {
    return MASK;
  }
}
