import { RekeyError } from '../errors';
import { codeSpan, isWhole } from './text';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * The only way to build an address. `{id}` becomes exactly one path segment, whatever the id holds; `{+path}` becomes
 * several, split at `/`. Nothing that an id holds can leave the path, for `.`, `..` and empty segments are refused.
 * @param base an origin, or an origin with a path in front: `https://vault.example.com/secrets`; no query, no fragment
 * @param query entries that are undefined are left out
 */
export function endpoint(
  base: string,
  template: string,
  ids: Readonly<Record<string, string>> = {},
  query: Query = {},
): string {
  const path = template.replace(/\{(\+?)([^}]*)\}/g, (_all, many: string, name: string) => {
    const value = ids[name];
    if (value === undefined)
      throw new RekeyError('RK2004', `The address names {${name}}, which has no value.`);
    return (many ? value.split('/') : [value]).map((segment) => encodeSegment(name, segment)).join('/');
  });
  const head = base.replace(/\/+$/, '');
  return withQuery(new URL(`${head}${path.startsWith('/') ? '' : '/'}${path}`), query);
}

function encodeSegment(name: string, segment: string): string {
  if (segment === '' || segment === '.' || segment === '..') {
    throw new RekeyError(
      'RK9006',
      `{${name}} cannot be part of an address: ${codeSpan(segment) || 'empty'}.`,
    );
  }
  if (!isWhole(segment)) {
    const message = `{${name}} cannot be part of an address: ${codeSpan(segment)} holds half a character.`;
    throw new RekeyError('RK9006', message);
  }
  return encodeURIComponent(segment);
}

function withQuery(url: URL, query: Query): string {
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.append(name, String(value));
  }
  return url.href;
}
