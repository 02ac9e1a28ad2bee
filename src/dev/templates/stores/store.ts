import type { Store } from '../../../domain/contracts/store';
import type { AdapterPorts } from '../../../domain/descriptor';
import { RekeyError } from '../../../domain/errors';
import { codeSpan } from '../../../domain/tools/text';
import { versionedStore } from '../../../kits/store/versionedStore';
import type { Version } from '../../../kits/store/versions';
import { sampleSecrets } from './api';
import type { SampleStoreSettings } from './settings';

/** How many versions Sample keeps, as its documentation says. */
const KEPT = 20;

export const sampleStore = (settings: SampleStoreSettings, ports: AdapterPorts): Store =>
  versionedStore(sampleSecrets(settings, ports), {
    history: async () => ({ versions: KEPT }),
    nothingAt,
  });

function nothingAt(path: string, { version, destroyed }: Version): RekeyError {
  if (version === 0) return new RekeyError('RK4002', `${codeSpan(path)} is not in the store.`);
  const how = destroyed ? 'destroyed' : 'deleted';
  return new RekeyError('RK4013', `${codeSpan(path)}: version ${version}, the newest, was ${how}.`, {
    next: 'Write the secret again, with the key in use and its other fields.',
  });
}
