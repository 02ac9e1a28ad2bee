import { RekeyError } from '../../../domain/errors';
import { codeSpan } from '../../../domain/tools/text';
import type { Version } from '../../../kits/store/versions';
import type { KvApi } from './api';

/**
 * Nothing is to be read at a path: RK4002 where nothing was ever written, RK4013 where the newest version was deleted or destroyed. That is
 * a mistake to fix, and no place for a first key: beside the key there may be fields of others, which an undelete brings back.
 */
export function nothingAt(api: KvApi, path: string, { version, destroyed }: Version): RekeyError {
  if (version === 0) return new RekeyError('RK4002', `${codeSpan(path)} is not in the store.`);
  const place = `-mount=${api.mount}`;
  const afresh = `For a first key, and only if nothing in it is needed any more: vault kv metadata delete ${place} ${path}`;
  const fix = destroyed
    ? 'Write the secret again, with the key in use and its other fields'
    : `Undelete it: vault kv undelete ${place} -versions=${version} ${path}`;
  return new RekeyError(
    'RK4013',
    `${codeSpan(path)}: version ${version}, the newest, was ${destroyed ? 'destroyed' : 'deleted'}.`,
    { next: `${fix}. ${afresh}` },
  );
}
