import type { FakeRequest } from './fake';

/**
 * The values of the names in a route such as `GET /issues/{number}/comments`, each decoded; `{path*}` takes all that is left.
 * Undefined: another route.
 */
export function fakeRoute(
  route: string,
  request: Pick<FakeRequest, 'method' | 'path'>,
): Readonly<Record<string, string>> | undefined {
  const [method, pattern = ''] = route.split(' ');
  if (method !== request.method) return undefined;
  const wanted = pattern.split('/').slice(1);
  const given = request.path.split('/').slice(1);
  const rest = wanted[wanted.length - 1]?.endsWith('*}') ?? false;
  if (rest ? given.length < wanted.length : given.length !== wanted.length) return undefined;
  const values: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = decoded(part.endsWith('*}') ? given.slice(at).join('/') : (given[at] ?? ''));
    const name = /^\{(\w+)\*?\}$/.exec(part)?.[1];
    if (name !== undefined && value !== '') values[name] = value;
    else if (value !== part) return undefined;
  }
  return values;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
