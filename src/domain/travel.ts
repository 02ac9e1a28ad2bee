import { RekeyError } from './errors';
import { sentenceList } from './tools/text';

/**
 * Asks the owner of a secret whether its value may be sent to these origins: what the secret itself says (`rekey_origins` in its metadata)
 * must name each of them; a secret that says nothing allows all that the config says. Every value that leaves a store passes here
 * before it is bound to its origins; later the HTTP port holds it to those.
 * @throws RK4007, and nothing was sent
 */
export function mustBeAllowed(
  path: string,
  origins: readonly string[],
  allowed: readonly string[] | undefined,
): void {
  const refused = allowed === undefined ? [] : origins.filter((origin) => !allowed.includes(origin));
  if (refused.length === 0) return;
  throw new RekeyError(
    'RK4007',
    `The secret ${path} does not allow its value to be sent to ${sentenceList(refused)}. Nothing was sent.`,
  );
}
