import type { ProxySettings } from './proxy';
import { withoutLogin, withScheme } from './proxyAddress';

/**
 * What in the environment of this process decides where its connections go and whom it trusts, a line each. A step before ours may have
 * set it, so it is named in the log.
 */
export function routeNotes(proxy: ProxySettings, extraCertificates: string | undefined): readonly string[] {
  const { http, https } = proxy;
  const proxies = [...new Set([https, http].filter((address) => address !== undefined))];
  return [
    ...proxies.map((address) => `Connections go through the proxy ${withoutLogin(withScheme(address))}.`),
    ...(extraCertificates === undefined
      ? []
      : [`Certificates in ${extraCertificates} (NODE_EXTRA_CA_CERTS) are trusted too.`]),
  ];
}
