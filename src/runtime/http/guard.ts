import { isLoopback } from '../../domain/tools/address';
import { RekeyError } from '../../domain/errors';
import { codeSpan } from '../../domain/tools/text';
import { ipLiteral, isListed, mayConnect } from './addresses';

export interface Boundary {
  /** The origins that may be spoken to. `any-public`: any https origin with a public address, for probes and hooks. */
  readonly origins: readonly string[] | 'any-public';
  /** Hosts that may have private addresses. */
  readonly allowPrivateHosts: readonly string[];
  /** Outside of Actions, and in the sandbox: plain http to loopback, and loopback addresses without being listed. */
  readonly allowLoopbackHttp: boolean;
}

/** The address as a URL, when it may be spoken to. What names resolve to is checked by the transport, at connection time. */
export function allowedUrl(address: string, boundary: Boundary): URL {
  const url = parse(address);
  const here = isLoopback(url.hostname);
  const loopback = boundary.allowLoopbackHttp && here;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) throw notHttps(url, here);
  if (url.username !== '' || url.password !== '') throw refused(url, 'it holds a user name or password');
  const ip = ipLiteral(url.hostname);
  const listed = isListed(url.hostname, boundary.allowPrivateHosts);
  if (ip !== undefined && !loopback && !(listed && mayConnect(ip, { listed, loopback })))
    throw refused(url, 'it is a bare IP address', listed ? NEVER : undefined);
  if (boundary.origins !== 'any-public' && !boundary.origins.includes(url.origin)) {
    throw refused(url, 'it is none of the origins this part may talk to');
  }
  return url;
}

function parse(address: string): URL {
  try {
    return new URL(address);
  } catch {
    throw new RekeyError('RK9006', 'An address is not a URL.');
  }
}

const NEVER = 'Use a host name: an address of this kind is refused even when it is listed.';

function notHttps(url: URL, loopback: boolean): RekeyError {
  if (url.protocol !== 'http:') return refused(url, 'it is not https', 'Use https.');
  return loopback
    ? refused(url, 'plain http to loopback works on a laptop, not in Actions', 'Use https here.')
    : refused(
        url,
        'it is plain http, and this host is not loopback',
        'Use https; listing the host is not enough.',
      );
}

/** An IPv6 address has two colons side by side, which foreign text may not have. */
const named = ({ host, hostname }: URL): string =>
  ipLiteral(hostname) === undefined ? codeSpan(host) : `\`${host}\``;

const refused = (url: URL, why: string, next?: string): RekeyError =>
  new RekeyError('RK9006', `${named(url)} may not be spoken to: ${why}.`, next === undefined ? {} : { next });
