import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** The IPv4 address inside a mapped or translated (NAT64) one; else the address itself. */
function innermost(address: Address): Address {
  if (!(address instanceof ipaddr.IPv6)) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  if (address.range() === 'rfc6052') return new ipaddr.IPv4(address.toByteArray().slice(12));
  return address;
}

/** Kinds of address that a listed host may have besides public ones. */
const LISTED = new Set(['private', 'uniqueLocal', 'carrierGradeNat', 'loopback']);

/**
 * May we connect to this address? Public ones always; private ones when the host is listed; link-local ones, where cloud
 * metadata services live, never. A loopback host is spoken to without TLS, so it may have loopback addresses only.
 */
export function mayConnect(
  address: string,
  host: { readonly listed: boolean; readonly loopback: boolean },
): boolean {
  if (!ipaddr.isValid(address)) return false;
  const range = innermost(ipaddr.parse(address)).range();
  if (host.loopback) return range === 'loopback';
  return range === 'unicast' || (host.listed && LISTED.has(range));
}

/** The host of a URL as an IP address; undefined for a name. */
export function ipLiteral(hostname: string): string | undefined {
  // A URL writes each IPv4 address in decimals, so a name that ends in a letter is none; most names end here.
  if (!/\d$|:/.test(hostname)) return undefined;
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : undefined;
}
