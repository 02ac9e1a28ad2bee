import type { SecretValue } from '../../../domain/secret';
import { DAY, instant, type Millis } from '../../../domain/tools/time';
import { staleAt, type Login } from '../../../kits/adapter/session';
import type { VaultJwtSettings } from './settings';

/** @param life 0: the token has no end, and is looked at again tomorrow */
export function held(
  token: SecretValue,
  life: Millis,
  now: Millis,
  { address, namespace }: VaultJwtSettings,
): Pick<Login, 'session' | 'stale'> {
  const end = now + (life === 0 ? DAY : life);
  const attributes: Record<string, string> = namespace === undefined ? {} : { namespace };
  return { session: { origin: address, token, expires: instant(end), attributes }, stale: staleAt(now, end) };
}
