import type { FakeRequest } from '../../../../domain/fake';
import type { FakeCall, VendorWire } from './wire';

/** The call that a request is, and the id in its path: one segment, decoded. */
export function matchRoute(
  routes: VendorWire['routes'],
  request: FakeRequest,
): { readonly call: FakeCall; readonly id: string } | undefined {
  for (const [call, templates] of Object.entries(routes)) {
    for (const template of templates) {
      const id = idIn(template, `${request.method} ${request.path}`);
      if (id !== undefined) return { call: call as FakeCall, id };
    }
  }
  return undefined;
}

function idIn(template: string, line: string): string | undefined {
  const [before = '', after] = template.split('{id}');
  if (after === undefined) return line === template ? '' : undefined;
  const id = line.slice(before.length, line.length - after.length);
  const fits = line.startsWith(before) && line.endsWith(after) && id !== '' && !id.includes('/');
  return fits ? decodeURIComponent(id) : undefined;
}
