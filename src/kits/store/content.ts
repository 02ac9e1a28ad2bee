import { RekeyError } from '../../domain/errors';
import { isIdLike } from '../../domain/tools/publicId';
import { SecretValue } from '../../domain/secret';
import { codeSpan, isWhole } from '../../domain/tools/text';

/**
 * What one version holds. Nothing of it can be printed. A field becomes a SecretValue when it is asked for; fields of
 * others never do, for each SecretValue is masked in the log, and a neighbour's `5432` or `true` would blot it out.
 */
export class Content {
  readonly #data: Readonly<Record<string, unknown>>;
  readonly #origin: string;
  readonly #where: string;

  /** @param where such as `secret/data/prod/gateway`, for messages @param origin the only one that values may travel to */
  constructor(data: Readonly<Record<string, unknown>>, where: string, origin: string) {
    this.#data = data;
    this.#where = where;
    this.#origin = origin;
  }

  get names(): readonly string[] {
    return Object.keys(this.#data);
  }

  has(field: string): boolean {
    return Object.hasOwn(this.#data, field);
  }

  /** Undefined: there is no such field. RK4008: what it holds cannot be a key. */
  secret(field: string): SecretValue | undefined {
    if (!this.has(field)) return undefined;
    const value = this.#data[field];
    if (typeof value !== 'string') throw this.#unusable(field, `holds ${kindOf(value)} and no text`, AS_TEXT);
    if (value === '') throw this.#unusable(field, 'is empty');
    if (!isWhole(value)) throw this.#unusable(field, 'holds half a character');
    if (hasControl(value)) throw this.#unusable(field, 'holds a control character');
    return SecretValue.of(value, [this.#origin]);
  }

  /** What may be the id beside a value. Undefined when no id looks like that. Nobody has said yet that it is one. */
  id(field: string): string | undefined {
    const value = this.has(field) ? this.#data[field] : undefined;
    return typeof value === 'string' && isIdLike(value) ? value : undefined;
  }

  /** The field is there, and holds something that cannot be an id: a write of an id would destroy it. */
  holdsNoId(field: string): boolean {
    return this.has(field) && this.id(field) === undefined;
  }

  /** Whether a field that is none of these holds exactly this text. */
  heldByOthers(text: string, own: readonly string[]): boolean {
    return this.names.some((name) => !own.includes(name) && this.#data[name] === text);
  }

  /** A text that is JSON of our own, such as a note; undefined when it is not. */
  json(field: string): unknown {
    const value = this.has(field) ? this.#data[field] : undefined;
    try {
      return typeof value === 'string' ? (JSON.parse(value) as unknown) : undefined;
    } catch {
      return undefined;
    }
  }

  holds(field: string, value: SecretValue): boolean {
    const own = this.#data[field];
    return this.has(field) && typeof own === 'string' && value.isText(own);
  }

  /** Both lack the field, or both hold the same. */
  sameField(field: string, other: Content): boolean {
    if (!this.has(field) || !other.has(field)) return this.has(field) === other.has(field);
    // The server writes the names of a map in order, so equal values are equal texts.
    return JSON.stringify(this.#data[field]) === JSON.stringify(other.#data[field]);
  }

  same(other: Content): boolean {
    return [...this.names, ...other.names].every((field) => this.sameField(field, other));
  }

  #unusable(field: string, why: string, next?: string): RekeyError {
    const message = `${codeSpan(this.#where)}: the field ${codeSpan(field)} ${why}.`;
    return new RekeyError('RK4008', message, next === undefined ? {} : { next });
  }
}

const AS_TEXT =
  'Write the key into the field as a text (in JSON: in quotes), or correct the name of the field.';

/** Which of the kinds of JSON. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Line breaks and tabs are left alone: keys can be documents, and a value pasted by hand ends in a line break. */
function hasControl(text: string): boolean {
  return [...text].some((c) => (c < ' ' && !'\t\n\r'.includes(c)) || c === '\u007f');
}
