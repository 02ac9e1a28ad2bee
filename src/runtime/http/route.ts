import type { ProxySettings } from './proxy';
import { withoutLogin, withScheme } from './proxyAddress';

/**
 * What in the environment of this process decides where its connections go and whom it trusts, a line each. A step before ours may have
 * set it, so it is named in the log.
 */
export function routeNotes(
  proxy: ProxySettings,
  extraCertificates: Readonly<Record<string, string>>,
): readonly string[] {
  const { http, https } = proxy;
  const proxies = [...new Set([https, http].filter((address) => address !== undefined))];
  return [
    ...proxies.map((address) => `Connections go through the proxy ${withoutLogin(withScheme(address))}.`),
    ...Object.entries(extraCertificates).map(([name, value]) => certificates(name, value)),
  ];
}

/** Whether Node reads those of OpenSSL depends on how it was built. */
function certificates(name: string, value: string): string {
  if (name === 'NODE_USE_SYSTEM_CA')
    return `Certificates of this machine are trusted too (${name}=${value}).`;
  return `Certificates in ${value} (${name}) ${name.startsWith('SSL_') ? 'may be' : 'are'} trusted too.`;
}
