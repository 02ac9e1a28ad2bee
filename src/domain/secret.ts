/**
 * The only holder of a secret value. It prints, serialises and inspects as a mask, and it knows the origins it may
 * travel to. The HTTP port reveals it at the last moment, and only towards one of those origins.
 */
const MASK = '***';
const inspect = Symbol.for('nodejs.util.inspect.custom');

export class SecretValue {
  readonly #value: string;
  readonly #origins: ReadonlySet<string>;

  private constructor(value: string, origins: Iterable<string>) {
    this.#value = value;
    this.#origins = new Set(origins);
  }

  /** @param origins the only origins (scheme, host, port) this value may be sent to; empty: nowhere. */
  static of(value: string, origins: Iterable<string>): SecretValue {
    return new SecretValue(value, origins);
  }

  /** The same value, allowed to travel to these origins instead. Decided in one place: where parts are put together. */
  boundTo(origins: Iterable<string>): SecretValue {
    return new SecretValue(this.#value, origins);
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

  /** True when both are the same but for white space at the ends (a value pasted by hand often ends in a newline). */
  equalsTrimmed(other: SecretValue): boolean {
    return this.#value.trim() === other.#value.trim();
  }

  get isEmpty(): boolean {
    return this.#value.length === 0;
  }

  /** False when the value holds a control character, and so can be no HTTP header. */
  get fitsInHeader(): boolean {
    return [...this.#value].every((character) => character >= ' ' && character !== '\u007f');
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
  readonly pieces: readonly (string | SecretValue)[];

  constructor(pieces: readonly (string | SecretValue)[]) {
    this.pieces = pieces;
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
