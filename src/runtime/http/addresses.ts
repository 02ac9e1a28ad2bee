import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** The IPv4 address inside a mapped or translated (NAT64) one; else the address itself. */
function innermost(address: Address): Address {
  if (!(address instanceof ipaddr.IPv6)) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  const bytes = address.toByteArray();
  if (address.range() === 'rfc6052' || isCompatible(bytes)) return new ipaddr.IPv4(bytes.slice(12));
  return address;
}

/** `::a.b.c.d`, the old form of IPv4 in IPv6, which some systems still route; `::` and `::1` are their own. */
const isCompatible = (bytes: readonly number[]): boolean =>
  bytes.slice(0, 12).every((byte) => byte === 0) && bytes.slice(12, 15).some((byte) => byte !== 0);

/** Metadata services of clouds that lie in private ranges; the others are link-local. A listed host may not be one either. */
const METADATA = new Set(['fd00:ec2::254', '100.100.100.200']);

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
  const inner = innermost(ipaddr.parse(address));
  if (METADATA.has(inner.toString())) return false;
  const range = inner.range();
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

/** Is the host listed? An IPv6 address may be written with its brackets or without, as in a URL or as in a list of addresses. */
export function isListed(hostname: string, list: readonly string[]): boolean {
  return list.some((host) => plainHost(host) === plainHost(hostname));
}

/** An address has many forms: `::1` is `0:0:0:0:0:0:0:1`. */
function plainHost(host: string): string {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare.includes(':') && ipaddr.isValid(bare) ? ipaddr.parse(bare).toNormalizedString() : bare;
}
