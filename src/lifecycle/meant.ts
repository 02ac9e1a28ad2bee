import type { KeyConfig } from '../domain/config';
import type { Store } from '../domain/contracts/store';
import { RekeyError } from '../domain/errors';
import { codeSpan, sentenceList } from '../domain/tools/text';

/**
 * A first key at a place that nobody reads from would be called rotated, and the key in use would be left. RK2004 when the store says that the
 * reference is likely a mistake.
 */
export async function mustBeMeant(
  { name, store: storeName, secret }: Pick<KeyConfig, 'name' | 'store' | 'secret'>,
  store: Store,
): Promise<void> {
  const slip = await store.slip?.(secret);
  if (!slip) return;
  const [field = '', ...others] = slip.fields;
  const place = `${storeName}:${slip.path}#`;
  const meant =
    others.length === 0 ? `${place}${field}` : `${place} with the fields ${sentenceList(slip.fields)}`;
  const message = `${name}: no first key is made at ${codeSpan(secret.path)}: ${slip.why}.`;
  throw new RekeyError('RK2004', message, {
    next: `Write secret: ${meant}. If it is right as it is, put a key there by hand once; then it is adopted.`,
  });
}
