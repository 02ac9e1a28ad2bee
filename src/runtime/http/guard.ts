import { RekeyError } from '../../domain/errors';
import { codeSpan } from '../../domain/text';
import { ipLiteral, isLoopbackHost, mayConnect } from './addresses';

export interface Boundary {
  /** The origins that may be spoken to. `any-public`: any https origin with a public address, for probes and hooks. */
  readonly origins: readonly string[] | 'any-public';
  /** Hosts that may have private addresses. */
  readonly allowPrivateHosts: readonly string[];
  /** Sandbox only: http, and loopback addresses. */
  readonly allowLoopbackHttp: boolean;
}

/** The address as a URL, when it may be spoken to. What names resolve to is checked by the transport, at connection time. */
export function allowedUrl(address: string, boundary: Boundary): URL {
  const url = parse(address);
  const loopback = boundary.allowLoopbackHttp && isLoopbackHost(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw refused(url, 'it is not https');
  }
  if (url.username !== '' || url.password !== '') throw refused(url, 'it holds a user name or password');
  const ip = ipLiteral(url.hostname);
  const listed = boundary.allowPrivateHosts.includes(url.hostname);
  if (ip !== undefined && !loopback && !(listed && mayConnect(ip, { listed, loopback }))) {
    throw refused(url, 'it is a bare IP address');
  }
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

const refused = (url: URL, why: string): RekeyError =>
  new RekeyError('RK9006', `${codeSpan(url.host)} may not be spoken to: ${why}.`);
