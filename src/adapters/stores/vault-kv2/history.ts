import type { History } from '../../../domain/contracts/store';
import { HOUR, MINUTE, SECOND, type Millis } from '../../../domain/tools/time';
import type { KvApi } from './api';

type Found = Awaited<ReturnType<KvApi['retention']>>;

/** Vault's own when neither key nor mount says a number. */
const DEFAULT_VERSIONS = 10;

/**
 * The larger number of versions counts, the shorter life; a negative one on the mount turns expiry off.
 * https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#create-update-metadata
 */
export function historyOf({ key, mount }: Found): History {
  const versions = Math.max(key?.max_versions ?? 0, mount.max_versions) || DEFAULT_VERSIONS;
  const off = goDuration(mount.delete_version_after) < 0;
  const lives = [key?.delete_version_after ?? '0s', mount.delete_version_after]
    .map(goDuration)
    .filter((ttl) => ttl > 0);
  return off || lives.length === 0 ? { versions } : { versions, ttl: Math.min(...lives) };
}

const UNITS: Readonly<Record<string, Millis>> = { h: HOUR, m: MINUTE, s: SECOND, ms: 1 };

/** `720h0m0s` as Go prints it. https://pkg.go.dev/time#Duration.String */
function goDuration(text: string): Millis {
  const sign = text.startsWith('-') ? -1 : 1;
  const pieces = [...text.matchAll(/(\d{1,15}(?:\.\d{1,9})?)(ms|h|m|s)/g)];
  return sign * pieces.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0), 0);
}
