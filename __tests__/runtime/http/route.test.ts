import { describe, expect, it } from '@jest/globals';
import { routeNotes } from '../../../src/runtime/http/route';

describe('what decides where connections go', () => {
  it('is named: the proxies without their login, and further certificates', () => {
    const proxy = { https: 'http://user:pass@word@proxy.acme.test:3128', http: 'other.acme.test:3128' };
    expect(
      routeNotes(proxy, {
        NODE_EXTRA_CA_CERTS: '/etc/acme.pem',
        NODE_USE_SYSTEM_CA: '1',
        SSL_CERT_FILE: '/x',
      }),
    ).toEqual([
      'Connections go through the proxy http://proxy.acme.test:3128.',
      'Connections go through the proxy http://other.acme.test:3128.',
      'Certificates in /etc/acme.pem (NODE_EXTRA_CA_CERTS) are trusted too.',
      'Certificates of this machine are trusted too (NODE_USE_SYSTEM_CA=1).',
      'Certificates in /x (SSL_CERT_FILE) may be trusted too.',
    ]);
    expect(routeNotes({ https: 'me:secret@proxy:1' }, {})).toEqual([
      'Connections go through the proxy http://proxy:1.',
    ]);
  });

  it('is nothing to speak of where nothing is set', () => {
    expect(routeNotes({ none: 'localhost' }, {})).toEqual([]);
  });
});
