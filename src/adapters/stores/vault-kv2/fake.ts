import { fakeJson, type FakeHandler } from '../../../kits/fake/fake';

export { FakeVaultKv, type FakeVaultKvOptions } from './fake/server';
export type { FakePolicy } from './fake/policy';

/** Behind all mounts of a Vault: what it answers for a path where nothing is mounted. */
export const nothingMounted: FakeHandler = ({ path }) => {
  if (!path.startsWith('/v1/')) return undefined;
  const route = decodeURIComponent(path.slice('/v1/'.length));
  return fakeJson(404, { errors: [`no handler for route "${route}". route entry not found.`] });
};
