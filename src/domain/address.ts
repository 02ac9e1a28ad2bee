const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * An address that may stand in a config: https and no password in it. Plain http is accepted here for loopback only, and by
 * the HTTP port in the sandbox only.
 */
export function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  return safe && url.username === '' && url.password === '';
}

/** Scheme, host and port, written as browsers do: no path, no slash at the end, lower case. */
export const isOrigin = (text: string): boolean => isAddress(text) && new URL(text).origin === text;

/** The shape of a reference to a value in a store, `store:path#field`; the config checks that it leads somewhere. */
export const isReference = (text: string): boolean =>
  !isAddress(text) && /^([^:#\s]+:)?[^:#\s/]+(\/[^#\s/]+)*#[^#\s]+$/.test(text);
