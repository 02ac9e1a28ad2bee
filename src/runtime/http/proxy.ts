import ipaddr from 'ipaddr.js';
import type { Dispatcher } from 'undici';
import { withoutLogin, withScheme } from './proxyAddress';

/** Proxy settings as the environment has them; a proxy resolves names itself, so addresses behind it are not checked. */
export interface ProxySettings {
  readonly http?: string;
  readonly https?: string;
  /** Hosts that are reached directly. */
  readonly none?: string;
}

/** The proxy that a request goes to, without the login that its address may hold; undefined: none. */
export function proxyFor(url: URL, { http, https, none = '' }: ProxySettings): string | undefined {
  const proxy = url.protocol === 'https:' ? https : http;
  return proxy === undefined || isDirect(url, none) ? undefined : withoutLogin(withScheme(proxy));
}

/** NO_PROXY as curl reads it: a name is meant with all below it, an address may be a range such as 10.0.0.0/8. */
function isDirect({ hostname, port, protocol }: URL, none: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const number = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return none
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry === '*' || isInRange(host, entry) || isNamed(host, number, entry));
}

function isInRange(host: string, entry: string): boolean {
  if (!ipaddr.isValid(host)) return false;
  const address = ipaddr.parse(host);
  const bare = entry.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(bare)) return ipaddr.parse(bare).toNormalizedString() === address.toNormalizedString();
  if (!ipaddr.isValidCIDR(entry)) return false;
  const [range, bits] = ipaddr.parseCIDR(entry);
  return range.kind() === address.kind() && address.match(range, bits);
}

function isNamed(host: string, port: string, entry: string): boolean {
  const [, name = '', only] = /^\*?\.?([^:]*?)(?::(\d+))?$/.exec(entry) ?? [];
  if (name === '' || (only !== undefined && only !== port)) return false;
  return host === name || host.endsWith(`.${name}`);
}

type Agent = (proxy: string) => Dispatcher;

/** One dispatcher for each proxy, made when it is first needed. */
export function proxies(
  settings: ProxySettings,
  direct: Dispatcher,
  through: Agent,
): (url: URL) => Dispatcher {
  const made = new Map<string, Dispatcher>();
  return (url) => {
    if (proxyFor(url, settings) === undefined) return direct;
    const address = withScheme((url.protocol === 'https:' ? settings.https : settings.http) ?? '');
    const known = made.get(address) ?? through(address);
    made.set(address, known);
    return known;
  };
}
