import type { FakeHandler, FakeRequest, FakeResponse } from '../kits/fake/fake';

/** Origin, such as `https://api.example.com`, to the fakes behind it; the first that knows the path answers. */
export type Routes = Readonly<Record<string, FakeHandler | readonly FakeHandler[]>>;

/** Undefined: nobody listens at this origin. */
export function routed(routes: Routes, origin: string, request: FakeRequest): FakeResponse | undefined {
  const found = routes[origin];
  if (found === undefined) return undefined;
  const handlers = typeof found === 'function' ? [found] : found;
  for (const handler of handlers) {
    const answer = handler(request);
    if (answer !== undefined) return request.method === 'HEAD' ? { ...answer, body: '' } : answer;
  }
  return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'no such path' };
}
