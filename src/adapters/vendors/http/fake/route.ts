import type { FakeRequest } from '../../../../kits/fake/fake';
import { fakeRoute } from '../../../../kits/fake/fakeRoute';
import type { FakeCall, VendorWire } from './wire';

/** The call that a request is, and the id in its path. */
export function matchRoute(
  routes: VendorWire['routes'],
  request: FakeRequest,
): { readonly call: FakeCall; readonly id: string } | undefined {
  for (const [call, templates] of Object.entries(routes)) {
    for (const template of templates) {
      const found = fakeRoute(template, request);
      if (found) return { call: call as FakeCall, id: found['id'] ?? '' };
    }
  }
  return undefined;
}
