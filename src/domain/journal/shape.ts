import { isPrintable } from '../tools/text';

/**
 * Shapes of plain JSON, for what is read at the start of every run: a schema library would take longer to load than all there is to read.
 * A shape says what is wrong: the path of the first field that does not fit, empty for the value itself. Undefined: all fits.
 */
export type Shape = (value: unknown) => string | undefined;

const that =
  (fits: (value: unknown) => boolean): Shape =>
  (value) =>
    fits(value) ? undefined : '';

export const text = that((value) => typeof value === 'string');
export const named = that((value) => typeof value === 'string' && value !== '');
/** On one line, with nothing in it that cannot be seen: it stands in logs. */
export const line = that((value) => typeof value === 'string' && isPrintable(value));
export const yes = that((value) => value === true);
export const flag = that((value) => typeof value === 'boolean');
export const anything: Shape = () => undefined;

/** Up to 2^53: a number beyond it is not the one that was written. */
export const count = that((value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0);

/** Milliseconds up to three thousand years, so that a time with a few of them is a time still. */
const LONGEST = 1e14;
export const duration = that((value) => typeof value === 'number' && value >= 0 && value <= LONGEST);

const TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;
/** ISO 8601 in UTC, as `instant` writes it. */
export const time = that((value) => typeof value === 'string' && TIME.test(value));

export function oneOf(words: readonly string[]): Shape {
  const known: ReadonlySet<unknown> = new Set(words);
  return that((value) => known.has(value));
}

export const like = (form: RegExp): Shape => that((value) => typeof value === 'string' && form.test(value));

export const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined ? undefined : shape(value);

export const list =
  (shape: Shape): Shape =>
  (value) => {
    if (!Array.isArray(value)) return '';
    for (const [at, one] of value.entries()) {
      const wrong = shape(one);
      if (wrong !== undefined) return join(String(at), wrong);
    }
    return undefined;
  };

/** Of names that nobody knows beforehand. */
export const record =
  (shape: Shape): Shape =>
  (value) =>
    isObject(value) ? firstWrong(Object.entries(value), () => shape) : '';

/** A table with a line for each field of the type; whatever else a later release may have added is left alone. */
export type Fields<T> = { readonly [Name in keyof Required<T>]: Shape };

export function object<T>(fields: Fields<T>): Shape {
  const all = Object.entries<Shape>(fields);
  return (value) => {
    if (!isObject(value)) return '';
    for (const [name, shape] of all) {
      const wrong = shape(value[name]);
      if (wrong !== undefined) return join(name, wrong);
    }
    return undefined;
  };
}

/** An object whose field `name` says which of these it is. */
export const eachBy =
  (name: string, shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) => {
    if (!isObject(value)) return '';
    const kind = value[name];
    const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
    return shape ? shape(value) : name;
  };

function firstWrong(
  entries: readonly (readonly [string, unknown])[],
  shapeOf: (name: string) => Shape,
): string | undefined {
  for (const [name, one] of entries) {
    const wrong = shapeOf(name)(one);
    if (wrong !== undefined) return join(name, wrong);
  }
  return undefined;
}

const join = (name: string, rest: string): string => (rest === '' ? name : `${name}.${rest}`);

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
