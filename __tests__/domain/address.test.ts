import { describe, expect, it } from '@jest/globals';
import { isAddress, isOrigin, isReference } from '../../src/domain/address';

describe('addresses in a config', () => {
  it.each(['https://api.example.com', 'https://api.example.com:8443/v1?x=1', 'http://127.0.0.1:8080/a'])(
    'may be %s',
    (text) => expect(isAddress(text)).toBe(true),
  );
  it.each([
    'http://api.example.com',
    'ftp://api.example.com',
    'https://user@api.example.com',
    'https://:word@api.example.com',
    'file:///etc/passwd',
    'api.example.com',
    '',
  ])('may not be %s', (text) => expect(isAddress(text)).toBe(false));

  it.each(['https://api.example.com', 'https://api.example.com:8443', 'http://localhost:3000'])(
    'have the origin %s',
    (text) => expect(isOrigin(text)).toBe(true),
  );
  it.each([
    'https://api.example.com/',
    'https://API.example.com',
    'https://api.example.com:443',
    'https://a.b/c',
  ])('do not have the origin %s', (text) => expect(isOrigin(text)).toBe(false));
});

describe('references in a config', () => {
  it.each(['vault:admin/gateway#token', 'vault:teams/pay/hooks#on_call', 'admin/gateway#token'])(
    'may be %s',
    (text) => expect(isReference(text)).toBe(true),
  );
  it.each([
    'vault:admin/gateway',
    'vault:admin/gateway#',
    'sk_live_0123',
    'https://a.example/b#c',
    'http://a.example/b#c',
  ])('may not be %s', (text) => expect(isReference(text)).toBe(false));
});
