import { describe, expect, it } from '@jest/globals';
import { catalog } from '../../src/catalog.generated';
import type { Vendor } from '../../src/domain/contracts/vendor';
import type { Parts } from '../../src/domain/credential';
import type { AdapterPorts, Catalog } from '../../src/domain/descriptor';
import { NOW } from '../support/companyTales';
import { formsIn, formsOf } from './forms';
import { leaksIn, type Planted } from './leaks';
import { searched, stronghold } from './stronghold';

const VALUE = 'canary-1f7c/+"\\%&<é>9be2';

/** The search must be able to fail: what it looks for is put before it. */
describe('the search for values', () => {
  it.each([...formsOf(VALUE).keys()])('finds a value written as %s', (form) => {
    const written = formsOf(VALUE).get(form) ?? '';
    expect(formsIn(`before ${written} after`, VALUE)).toContain(form);
  });

  it.each([0, 1, 2])('finds it in base64 of a text in which it begins at byte %d', (offset) => {
    const text = Buffer.from(`${'x'.repeat(offset)}${VALUE}${'y'.repeat(7)}`);
    expect(formsIn(text.toString('base64'), VALUE)).toContain(`base64 at ${(3 - offset) % 3}`);
    expect(formsIn(text.toString('base64url'), VALUE)).not.toEqual([]);
  });

  it('finds nothing where nothing is', () => {
    expect(formsIn('canary-1f7c and other innocent words', VALUE)).toEqual([]);
  });

  it('lets a value stand where it belongs, and nowhere else', () => {
    const sent = (piece: string) => ({ origin: 'https://a.example', path: '/', piece });
    const planted: Planted = { what: 'a value', value: VALUE, belongs: ({ piece }) => piece === 'body' };
    const places = [
      { where: 'its body', text: VALUE, sent: sent('body') },
      { where: 'a header', text: encodeURIComponent(VALUE), sent: sent('header x') },
      { where: 'the log', text: `key ${VALUE}` },
    ];
    expect(leaksIn(places, [planted])).toEqual([
      'a value stands in a header (percent)',
      'a value stands in the log (as it is)',
    ]);
  });
});

type Change = (vendor: Vendor, ports: AdapterPorts) => Vendor;

/** The program with a vendor adapter that leaks on purpose. */
function mutant(change: Change): Catalog {
  const http: Catalog['vendors'][string] = async () => {
    const adapter = await catalog.vendors['http']?.();
    if (!adapter) throw new Error('there is no vendor http');
    return { ...adapter, open: (settings, ports) => change(adapter.open(settings, ports), ports) };
  };
  return { ...catalog, vendors: { ...catalog.vendors, http } };
}

const clear = (parts: Parts): string => parts['value']?.reveal() ?? '';

describe('a program that leaks on purpose', () => {
  it.each<[string, Change, RegExp]>([
    [
      'says the value in the log, in hex',
      (vendor, { log }) => ({
        ...vendor,
        identify: async (parts) => {
          log.info(Buffer.from(clear(parts)).toString('hex'));
          return vendor.identify(parts);
        },
      }),
      /the value of key_\w+ stands in run \d, log \(hex\)/,
    ],
    [
      'writes the value into an address, in base64',
      (vendor, ports) => ({
        ...vendor,
        verify: async (parts) => {
          const text = Buffer.from(`x${clear(parts)}`).toString('base64url');
          await ports.http.send({ method: 'GET', url: `https://gateway.example.com/v1/me?of=${text}` });
          return vendor.verify(parts);
        },
      }),
      /the value of key_\w+ stands in GET .*, url \(base64(url)? at \d\)/,
    ],
    [
      'says the value in the log',
      (vendor, { log }) => ({
        ...vendor,
        verify: async (parts) => {
          log.debug(JSON.stringify({ asks: clear(parts) }));
          return vendor.verify(parts);
        },
      }),
      /the value of key_\w+ stands in run \d, debug log \(JSON\)/,
    ],
    [
      'sends the admin key where a key should be',
      (vendor, ports) => ({
        ...vendor,
        list: async () => {
          const admin = await ports.secret('vault:admin/gateway#token');
          await ports.http.send({
            method: 'GET',
            url: 'https://gateway.example.com/v1/me',
            headers: { 'x-api-key': admin },
          });
          return vendor.list();
        },
      }),
      /the admin key stands in GET https:\/\/gateway.example.com\/v1\/me, header x-api-key/,
    ],
  ])('is caught when it %s', async (_what, change, leak) => {
    const company = await stronghold({ catalog: mutant(change) });
    await company.run(['rotate']);
    await company.run(NOW);
    expect(searched(company).leaks.join('\n')).toMatch(leak);
  });
});

/** What a program takes for an id, and an id is told everywhere. */
describe('a program that takes the value for an id', () => {
  const encodings: readonly (readonly [string, (value: string) => string])[] = [
    ['as it is', (value) => value],
    ['in hex', (value) => Buffer.from(value).toString('hex')],
    ...['', 'x', 'xy'].map((before): [string, (value: string) => string] => [
      `in base64, after ${JSON.stringify(before)}`,
      (value) => Buffer.from(`${before}${value}-and-more`).toString('base64'),
    ]),
    ['percent-encoded, between others', (value) => `key-${encodeURIComponent(value)}-1`],
  ];

  it.each(encodings)('%s, is stopped before it tells or sends it', async (_what, encoded) => {
    const catalog = mutant((vendor) => ({
      ...vendor,
      identify: async (parts) => encoded(clear(parts)),
      create: async (wanted) => {
        const made = await vendor.create(wanted);
        return { ...made, id: encoded(clear(made.parts)) };
      },
    }));
    const company = await stronghold({ catalog });
    await company.run(['rotate']);
    await company.run(NOW);
    expect(searched(company).leaks).toEqual([]);
  });
});
