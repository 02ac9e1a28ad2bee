/** `store:path#field`, the one way to point at a value in a store; `store:path` where a secret is one text. */
export interface Reference {
  readonly store: string;
  readonly path: string;
  readonly field: string;
  /** The secret is one text, so there is no field. */
  readonly whole?: true;
}

/** Control characters, white space, and the two characters that take references apart. */
const SEGMENT = /^[^\p{C}\s#]+$/u;

/**
 * Takes a reference apart. Without `store:` it is the only store there is. The field is empty when the reference ends in `#`.
 * Undefined: not a reference, such as one with a field in a store whose secrets have none. The text is never part of an error: somebody may have pasted a key there.
 * @param stores names of the stores in the config @param wholes those of them whose secrets are one text
 */
export function parseReference(
  text: string,
  stores: readonly string[],
  wholes: readonly string[] = [],
): Reference | undefined {
  const hash = text.lastIndexOf('#');
  const place = hash < 0 ? text : text.slice(0, hash);
  const colon = place.indexOf(':');
  const store = colon < 0 && stores.length === 1 ? stores[0] : place.slice(0, Math.max(colon, 0));
  const path = place.slice(colon + 1);
  if (!store || wholes.includes(store) !== hash < 0) return undefined;
  const field = hash < 0 ? '' : text.slice(hash + 1);
  if (!isPath(path) || (field !== '' && !SEGMENT.test(field))) return undefined;
  return { store, path, field, ...(hash < 0 && { whole: true }) };
}

/** Why a text is no reference, as the end of a sentence, where it looks like one. The text itself is not shown. */
export function notReference(text: string, example: string, wholes: readonly string[] = []): string {
  const rule = `must be a reference such as "${example}"`;
  const hash = text.lastIndexOf('#');
  if (hash >= 0 && wholes.some((store) => text.startsWith(`${store}:`)))
    return 'points to a store whose secrets are one text and have no fields: leave out the "#" and what comes after it.';
  const place = text.slice(0, Math.max(hash, 0));
  if (hash < 0) return `${rule}: the "#" with the field is missing.`;
  if (/\/\/[^/]/.test(place) && /^(https?|vault|openbao|kv):\/\//i.test(place))
    return `${rule}: it is written as an address. Leave out scheme, host and "v1/", and the mount, which the store names.`;
  if (/\s/.test(text))
    return `${rule}: it holds white space, which a reference cannot have. Rename the path or the field.`;
  if (place.endsWith('/')) return `${rule}: the path ends in "/".`;
  if (/(^|[:/])\.{1,2}(\/|$)/.test(place))
    return `${rule}: the path has "." or ".." as a part. Write it from the root of the mount.`;
  if (/:\/|^\/|\/\//.test(place)) return `${rule}: the path begins with "/", or has an empty part.`;
  return `${rule}.`;
}

function isPath(path: string): boolean {
  return path.split('/').every((segment) => SEGMENT.test(segment) && segment !== '.' && segment !== '..');
}
