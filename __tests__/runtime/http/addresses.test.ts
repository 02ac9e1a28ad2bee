import type { lookup as systemLookup, LookupAddress } from 'node:dns';
import { describe, expect, it } from '@jest/globals';
import { ipLiteral, isListed, mayConnect } from '../../../src/runtime/http/addresses';
import { guardedLookup, PRIVATE_ADDRESS } from '../../../src/runtime/http/guardedLookup';

describe('addresses', () => {
  const PLAIN = { listed: false, loopback: false };
  const LISTED = { listed: true, loopback: false };

  it.each(['93.184.216.34', '2606:2800:220:1::1', '64:ff9b::5db8:d822'])('%s is public', (address) => {
    expect(mayConnect(address, PLAIN)).toBe(true);
  });

  it.each([
    '10.0.0.5',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '127.0.0.1',
    '::1',
    'fd00:ec2::253',
    '::a00:5',
    '::ffff:10.0.0.5',
    '64:ff9b::0a00:0005',
  ])('%s is private: only for hosts that are listed', (address) => {
    expect(mayConnect(address, PLAIN)).toBe(false);
    expect(mayConnect(address, LISTED)).toBe(true);
  });

  it.each([
    '169.254.169.254',
    'fd00:ec2::254',
    'fd00:0ec2:0:0:0:0:0:0254',
    '100.100.100.200',
    '::ffff:100.100.100.200',
    '::a9fe:a9fe',
    '::ffff:169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    'fe80::1',
    '0.0.0.0',
    '::',
    '255.255.255.255',
    '224.0.0.1',
    '2002:a00:5::',
    'no address',
  ])('%s is for nobody', (address) => {
    expect(mayConnect(address, PLAIN)).toBe(false);
    expect(mayConnect(address, LISTED)).toBe(false);
    expect(mayConnect(address, { listed: false, loopback: true })).toBe(false);
  });

  it('a loopback host leads to loopback and nowhere else, for it is spoken to without TLS', () => {
    expect(mayConnect('127.0.0.1', { listed: false, loopback: true })).toBe(true);
    expect(mayConnect('::ffff:127.0.0.1', { listed: false, loopback: true })).toBe(true);
    expect(mayConnect('10.0.0.5', { listed: false, loopback: true })).toBe(false);
    expect(mayConnect('93.184.216.34', { listed: false, loopback: true })).toBe(false);
    expect(mayConnect('10.0.0.5', { listed: true, loopback: true })).toBe(false);
  });

  it.each(['::1', '[::1]', '0:0:0:0:0:0:0:1', '0::0001'])(
    '%s in the list is [::1] of an address',
    (listed) => {
      expect(isListed('[::1]', [listed])).toBe(true);
      expect(isListed('[::2]', [listed])).toBe(false);
    },
  );

  it('are told from names', () => {
    expect(ipLiteral('[::1]')).toBe('::1');
    expect(ipLiteral('127.0.0.1')).toBe('127.0.0.1');
    expect(ipLiteral('api.example.com')).toBeUndefined();
  });
});

describe('a look-up', () => {
  type Found = string[] | Error;
  const resolver = (found: Found) =>
    ((_host: string, _options: object, callback: (error: Error | null, all: LookupAddress[]) => void) => {
      if (found instanceof Error) return callback(found, []);
      callback(
        null,
        found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    }) as typeof systemLookup;

  const lookUp = (found: Found, options: { all?: boolean; listed?: boolean; host?: string } = {}) =>
    new Promise<unknown>((resolve) => {
      const { host = 'api.example.com', listed } = options;
      const rules = { allowPrivateHosts: listed ? [host] : [], allowLoopback: host !== 'api.example.com' };
      const lookup = guardedLookup(rules, resolver(found));
      lookup(host, { all: options.all ?? true }, (error, address) => {
        resolve(error ? (error.code ?? error.message) : address);
      });
    });

  it('answers with public addresses, all or one', async () => {
    expect(await lookUp(['93.184.216.34', '2606:2800:220:1::1'])).toEqual([
      { address: '93.184.216.34', family: 4 },
      { address: '2606:2800:220:1::1', family: 6 },
    ]);
    expect(await lookUp(['93.184.216.34'], { all: false })).toBe('93.184.216.34');
  });

  it('fails when any address is private, for the socket may take any', async () => {
    expect(await lookUp(['93.184.216.34', '10.0.0.5'])).toBe(PRIVATE_ADDRESS);
    expect(await lookUp(['::ffff:127.0.0.1'])).toBe(PRIVATE_ADDRESS);
  });

  it('allows private addresses of listed hosts', async () => {
    expect(await lookUp(['10.0.0.5'], { all: false, listed: true })).toBe('10.0.0.5');
  });

  it('of localhost must lead to loopback', async () => {
    expect(await lookUp(['127.0.0.1', '::1'], { host: 'localhost' })).toHaveLength(2);
    expect(await lookUp(['93.184.216.34'], { host: 'localhost' })).toBe(PRIVATE_ADDRESS);
    expect(await lookUp(['127.0.0.1', '10.0.0.5'], { host: 'bao.localhost' })).toBe(PRIVATE_ADDRESS);
  });

  it('hands on what the system says', async () => {
    expect(await lookUp([])).toBe('ENOTFOUND');
    expect(await lookUp(Object.assign(new Error('no'), { code: 'EAI_AGAIN' }))).toBe('EAI_AGAIN');
  });
});

it('a listed IPv6 address may be written with brackets or without', () => {
  for (const listed of ['::1', '[::1]']) {
    expect(isListed('[::1]', [listed])).toBe(true);
    expect(isListed('::1', [listed])).toBe(true);
  }
  expect(isListed('[::2]', ['::1'])).toBe(false);
  expect(isListed('vault.internal', ['vault.internal'])).toBe(true);
});
