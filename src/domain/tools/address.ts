/** 127.0.0.0/8 and ::1 as a URL writes them, and the names of https://www.rfc-editor.org/rfc/rfc6761#section-6.3. */
const LOOPBACK = /^(127(\.\d{1,3}){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\]|([\w-]+\.)*localhost\.?)$/;

/** True when the host of a URL is this machine itself. What a name really leads to is checked at connection time. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);

/**
 * An address that may stand in a config: https and no password in it. Plain http is accepted here for loopback only, and by
 * the HTTP port on a laptop and in the sandbox only.
 */
export function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return safe && url.username === '' && url.password === '';
}

/** What is said of a text that is no such address. */
export const ADDRESS_RULE = 'must be an https address without a password (plain http: for loopback only)';

/** Scheme, host and port, written as browsers do: no path, no slash at the end, lower case. */
export const isOrigin = (text: string): boolean => isAddress(text) && new URL(text).origin === text;

/** The shape of a reference to a value in a store, `store:path#field`; the config checks that it leads somewhere. */
export const isReference = (text: string): boolean =>
  !isAddress(text) && /^([^:#\s]+:)?[^:#\s/]+(\/[^#\s/]+)*#[^#\s]+$/.test(text);
