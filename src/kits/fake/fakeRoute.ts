import type { FakeRequest } from './fake';

/**
 * The values of the names in a route such as `GET /issues/{number}/comments`, each decoded; `{path*}` takes all that is left.
 * Undefined: another route.
 */
export function fakeRoute(
  route: string,
  request: Pick<FakeRequest, 'method' | 'path'>,
): Readonly<Record<string, string>> | undefined {
  const { method, wanted } = partsOf(route);
  if (method !== request.method) return undefined;
  const given = request.path.split('/').slice(1);
  const rest = wanted[wanted.length - 1]?.endsWith('*}') ?? false;
  if (rest ? given.length < wanted.length : given.length !== wanted.length) return undefined;
  const values: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = decoded(part.endsWith('*}') ? given.slice(at).join('/') : (given[at] ?? ''));
    const name = part.startsWith('{') ? /^\{(\w+)\*?\}$/.exec(part)?.[1] : undefined;
    if (name !== undefined && value !== '') values[name] = value;
    else if (value !== part) return undefined;
  }
  return values;
}

interface RouteParts {
  readonly method: string;
  readonly wanted: readonly string[];
}

/** A fake has few routes, and looks at each for every request. */
const known = new Map<string, RouteParts>();

function partsOf(route: string): RouteParts {
  const found = known.get(route);
  if (found) return found;
  const [method = '', pattern = ''] = route.split(' ');
  const parts = { method, wanted: pattern.split('/').slice(1) };
  known.set(route, parts);
  return parts;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
