import { fakeJson, type FakeHandler } from '../../../kits/fake/fake';

export interface Health {
  readonly status: number;
  /** The public id of the key in use, told in the header `x-key-id` and at `/key`. */
  readonly keyId?: string;
  /** What `/state` of the body says. */
  readonly state?: string;
}

/** The health page of a workload; what it says is asked for each request. */
export function fakeHealth(path: string, health: () => Health | undefined): FakeHandler {
  return (request) => {
    if (request.path !== path) return undefined;
    const now = health();
    if (!now) return { status: 404, body: '' };
    const { status, keyId, state = status === 200 ? 'well' : 'ill' } = now;
    const told = keyId === undefined ? {} : { key: keyId };
    return fakeJson(status, { state, ...told }, keyId === undefined ? {} : { 'x-key-id': keyId });
  };
}
