/** `store:path#field`, the one way to point at a value in a store. */
export interface Reference {
  readonly store: string;
  readonly path: string;
  readonly field: string;
}

/** Control characters, white space, and the two characters that take references apart. */
const SEGMENT = /^[^\p{C}\s#]+$/u;

/**
 * Takes a reference apart. Without `store:` it is the only store there is. The field is empty when the reference ends in `#`.
 * Undefined: not a reference. The text is never part of an error: somebody may have pasted a key there.
 * @param stores names of the stores in the config
 */
export function parseReference(text: string, stores: readonly string[]): Reference | undefined {
  const hash = text.lastIndexOf('#');
  if (hash < 0) return undefined;
  const place = text.slice(0, hash);
  const colon = place.indexOf(':');
  const store = colon < 0 && stores.length === 1 ? stores[0] : place.slice(0, Math.max(colon, 0));
  const path = place.slice(colon + 1);
  const field = text.slice(hash + 1);
  if (!store || !isPath(path) || (field !== '' && !SEGMENT.test(field))) return undefined;
  return { store, path, field };
}

function isPath(path: string): boolean {
  return path.split('/').every((segment) => SEGMENT.test(segment) && segment !== '.' && segment !== '..');
}
