import type { Json } from '../../../domain/tools/json';

/** What placeholders stand for in one call; what is undefined has no value this time. */
export type Fill = Readonly<Record<string, string | readonly string[] | undefined>>;

const ALONE = /^\{([a-z_]+)\}$/;
const INSIDE = /\{([a-z_]+)\}/g;

/**
 * A body with its placeholders filled. A text that is exactly `{scopes}` becomes the JSON list; a property or element that
 * is exactly a placeholder without a value is left out.
 */
export function fillBody(template: Json, fill: Fill): Json {
  if (typeof template === 'string') return fillText(template, fill);
  if (template === null || typeof template !== 'object') return template;
  if (isList(template))
    return template.filter((item) => hasValue(item, fill)).map((item) => fillBody(item, fill));
  const kept = Object.entries(template).filter(([, item]) => hasValue(item, fill));
  return Object.fromEntries(kept.map(([name, item]) => [name, fillBody(item, fill)]));
}

/** A form: what has no value is left out, as in a body. */
export function fillForm(template: Readonly<Record<string, string>>, fill: Fill): Record<string, string> {
  const kept = Object.entries(template).filter(([, item]) => hasValue(item, fill));
  return Object.fromEntries(kept.map(([name, item]) => [name, insert(item, fill)]));
}

/** The placeholders that have one text as their value, as addresses take them. */
export function texts(fill: Fill): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fill).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

const isList = (json: Json): json is readonly Json[] => Array.isArray(json);

function hasValue(item: Json, fill: Fill): boolean {
  const name = typeof item === 'string' ? ALONE.exec(item)?.[1] : undefined;
  return name === undefined || !(name in fill) || fill[name] !== undefined;
}

function fillText(template: string, fill: Fill): Json {
  const alone = ALONE.exec(template)?.[1];
  return alone !== undefined && fill[alone] !== undefined ? fill[alone] : insert(template, fill);
}

/** Lists stand alone, so inside a text there are only texts. */
const insert = (template: string, fill: Fill): string =>
  template.replace(INSIDE, (all, name: string) => {
    const value = fill[name];
    return typeof value === 'string' ? value : all;
  });
