import { fakeJson, type FakeHandler } from '../../kits/fake/fake';
import type { Fleet } from '../fleet/fleet';

/** `GET /health/<service>`: how it is, and the public id of the key that the instance which answers uses. */
export function healthHandler(fleet: () => Fleet): FakeHandler {
  return ({ method, path }) => {
    const name = /^\/health\/([\w-]+)$/.exec(path)?.[1];
    const workload = name === undefined ? undefined : fleet().workloads.get(name);
    if (!workload || method !== 'GET') return undefined;
    const { status, keyId } = workload.health();
    return fakeJson(status, { status: status === 200 ? 'ok' : 'errors above 5 %', key_id: keyId ?? null });
  };
}
