import { describe, expect, it } from '@jest/globals';
import { isAddress, isLoopback, isOrigin, isReference } from '../../../src/domain/tools/address';

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

describe('this machine itself', () => {
  const host = (address: string): string => new URL(address).hostname;
  it.each([
    'http://localhost:8200',
    'http://LOCALHOST',
    'http://localhost.',
    'http://bao.localhost',
    'http://127.0.0.1',
    'http://127.9.9.9:1',
    'http://2130706433',
    'http://0x7f.1',
    'http://[::1]:8200',
    'http://[::ffff:127.0.0.1]',
  ])('is %s, without TLS too', (address) => {
    expect(isLoopback(host(address))).toBe(true);
    expect(isAddress(address)).toBe(true);
  });
  it.each([
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://notlocalhost',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'http://[::]',
    'http://[::ffff:10.0.0.1]',
    'http://[fe80::1]',
    'http://127.0.0.1@evil.example.com',
  ])('is not %s', (address) => {
    expect(isLoopback(host(address))).toBe(false);
    expect(isAddress(address)).toBe(false);
  });
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
