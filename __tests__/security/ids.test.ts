import { describe, expect, it } from '@jest/globals';
import type { FakeResponse } from '../../src/kits/fake/fake';
import { ORIGINS, type Company, type CompanyOptions } from '../support/company';
import { initialised, later, NOW } from '../support/companyTales';
import { leaksIn, neighboursOf, plantedIn } from './leaks';
import { placesOf } from './places';
import { stronghold } from './stronghold';

const PASSWORD = 'CANARY-db-password-77';
const PATH = 'prod/gateway';

const withoutWhoami = (text: string): string => text.replace(/ {4}whoami:.*\n/, '');
const idField =
  (field: string) =>
  (text: string): string =>
    text.replace('secret: vault:prod/gateway#api_key', `$&\n    id_field: ${field}`);

/** A company whose secret also holds what others need. */
async function companyWith(more: object, options: CompanyOptions = {}): Promise<Company> {
  const company = await initialised(options);
  company.vault.kv.put(PATH, { ...company.vault.kv.served(PATH), ...more });
  return company;
}

/** Where the text stands that must stand nowhere but in its secret. */
const placesWith = (company: Company, canary: string): readonly string[] =>
  leaksIn(placesOf(company), [
    { what: 'it', value: canary, belongs: ({ piece }) => piece === 'header x-api-key' },
  ]);

async function rotateTwice(company: Company): Promise<string> {
  await company.run(['doctor']);
  await company.run(['rotate']);
  await company.run(NOW);
  await later(company);
  return company.ran.map(({ log }) => log).join('\n');
}

const ordersOf = (company: Company): readonly string[] =>
  company.ran
    .flatMap(({ exchanges }) => exchanges)
    .filter(({ request }) => request.url.origin === ORIGINS.gateway && request.method !== 'GET')
    .map(({ request }) => `${request.method} ${request.url.pathname}`);

describe('an id_field that names what is no id', () => {
  it.each<[string, (text: string) => string, unknown]>([
    ['a password, where nothing else tells the id', withoutWhoami, PASSWORD],
    ['a password, where the vendor tells another id', (text) => text, PASSWORD],
    ['a password with spaces', withoutWhoami, `${PASSWORD} of three words`],
    ['a document', (text) => text, `{\n  "password": "${PASSWORD}"\n}`],
    ['a number', (text) => text, 5432],
    ['something empty', (text) => text, ''],
  ])('%s: nothing is shown, sent or overwritten', async (_what, change, content) => {
    const company = await companyWith(
      { db_password: content },
      { config: (text) => idField('db_password')(change(text)) },
    );
    const value = company.served();
    const log = await rotateTwice(company);
    expect(log).toContain('RK4012');
    expect(placesWith(company, PASSWORD)).toEqual([]);
    expect(ordersOf(company)).toEqual([]);
    expect(company.vault.kv.served(PATH)).toMatchObject({ api_key: value, db_password: content });
  });

  it('beside a first key: nothing is shown or overwritten, and the new key is not served', async () => {
    const company = await initialised({ config: idField('db_password') });
    company.vault.kv.put(PATH, { db_password: PASSWORD });
    const log = await rotateTwice(company);
    expect(log).toContain('RK4012');
    expect(placesWith(company, PASSWORD)).toEqual([]);
    expect(company.vault.kv.served(PATH)).toEqual({ db_password: PASSWORD });
  });

  it('by an edit of the config after the key was adopted', async () => {
    const company = await companyWith({ db_password: PASSWORD });
    await company.run(['rotate']);
    company.push(idField('db_password'));
    const log = await rotateTwice(company);
    expect(log).toContain('RK4012');
    expect(placesWith(company, PASSWORD)).toEqual([]);
    expect(company.vault.kv.served(PATH)).toMatchObject({ db_password: PASSWORD });
  });

  it('is no matter where the vendor lists what stands there', async () => {
    const company = await companyWith({}, { config: withoutWhoami });
    const id = company.served('api_key_id') ?? '';
    const log = await rotateTwice(company);
    expect(log).not.toContain('RK4012');
    expect(company.ran.at(-1)?.outputs['rotated']).toBe('["gateway-prod"]');
    expect(company.vendor.keys.live.map((key) => key.id)).not.toContain(id);
  });
});

type Call = 'create' | 'list' | 'whoami';
const told = (field: string, text: string) => (answer: FakeResponse) => ({
  ...answer,
  body: JSON.stringify({ ...(JSON.parse(answer.body) as object), [field]: text }),
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What Rekey knows when an id comes in. */
const KNOWN: readonly (readonly [string, (company: Company) => string])[] = [
  ['the admin key', ({ vendor }) => vendor.options.adminKeys[0] ?? ''],
  ['the admin key in base64', ({ vendor }) => base64(vendor.options.adminKeys[0] ?? '')],
  ['the admin key between other text', ({ vendor }) => `id.${vendor.options.adminKeys[0] ?? ''}.1`],
  ['the value in use', (company) => company.served() ?? ''],
  ['the value in use, in hex', (company) => Buffer.from(company.served() ?? '').toString('hex')],
  ['another field of the secret', () => PASSWORD],
];

describe('an id that is a value which Rekey knows', () => {
  it.each(
    KNOWN.flatMap(([what, of]) =>
      [
        ['whoami', 'key_id'],
        ['create', 'id'],
      ].map(([call, field]) => [what, call as Call, field ?? '', of] as const),
    ),
  )('%s, from %s', async (_what, call, field, of) => {
    const company = await companyWith({ db_password: PASSWORD });
    if (call === 'create') await company.run(['rotate']);
    const secret = of(company);
    const { vendor } = company;
    const handle = vendor.handle.bind(vendor);
    // Each answer of the vendor says so, from the first adoption on.
    company.servers[ORIGINS.gateway] = (request) => {
      const answer = handle(request);
      const isIt = call === 'create' ? request.method === 'POST' : request.path === '/v1/me';
      return isIt && answer && answer.status < 300 ? told(field, secret)(answer) : answer;
    };
    const log = await rotateTwice(company);
    expect(log).toMatch(/RK5014|RK5005/);
    const found = leaksIn(placesOf(company), [
      ...plantedIn(company),
      ...neighboursOf(company),
      { what: 'it', value: secret, belongs: ({ piece }) => piece.startsWith('header') || piece === 'body' },
    ]);
    expect(found).toEqual([]);
    expect(company.vendor.keys.byValue(company.served() ?? '')?.revoked).toBeUndefined();
  });

  it('as key_id in the config is not told once more', async () => {
    const company = await companyWith({ db_password: PASSWORD });
    company.push((text) => text.replace('    watch: 1m', `    watch: 1m\n    key_id: ${PASSWORD}`));
    const log = await rotateTwice(company);
    expect(log).toContain('RK5014');
    expect(placesWith(company, PASSWORD)).toEqual([]);
  });

  it('as what a workload calls its key is not repeated', async () => {
    const company = await companyWith({ db_password: PASSWORD });
    await company.run(['rotate']);
    for (const service of company.services)
      service.page = { status: 200, headers: { 'x-key-id': PASSWORD }, body: '' };
    const log = await rotateTwice(company);
    expect(log).toContain('it still uses another key');
    expect(placesWith(company, PASSWORD)).toEqual([]);
  });

  it('as ids in the list, under our own label, is sent nowhere', async () => {
    const company = await companyWith({ db_password: PASSWORD });
    await company.run(['rotate']);
    const { vendor } = company;
    const handle = vendor.handle.bind(vendor);
    const admin = vendor.options.adminKeys[0] ?? '';
    // The answer of each create is lost, and what is listed under its label has a secret for its id.
    company.servers[ORIGINS.gateway] = (request) => {
      const answer = handle(request);
      if (request.method === 'POST' && request.path === '/admin/keys') return { status: 500, body: '' };
      if (request.method !== 'GET' || request.path !== '/admin/keys' || !answer) return answer;
      const { keys } = JSON.parse(answer.body) as { keys: { name: string }[] };
      const spoiled = keys.map((key) => (key.name.startsWith('rekey-') ? { ...key, id: admin } : key));
      return { ...answer, body: JSON.stringify({ keys: spoiled }) };
    };
    await rotateTwice(company);
    expect(leaksIn(placesOf(company), plantedIn(company))).toEqual([]);
    expect(ordersOf(company).filter((order) => order.startsWith('DELETE'))).toEqual([]);
  });
});

describe('a piece of the value that the config calls the id', () => {
  const inValue = (text: string): string =>
    withoutWhoami(text).replace('    verify:', '    id_in_value: { after: "gw.", before: "-" }\n    verify:');

  it('is taken only when the vendor lists it', async () => {
    const company = await stronghold({ config: inValue });
    company.vault.kv.put(PATH, { api_key: company.served() ?? '' });
    const piece = /^gw\.(.*?)-/.exec(company.served() ?? '')?.[1] ?? '';
    expect(piece).toContain('canary');
    await company.run(['rotate']);
    expect(company.ran.at(-1)?.log).toContain('✓ adopt');
    expect(placesWith(company, piece)).toEqual([]);
  });
});

describe('an id that is a part of the credential', () => {
  const twoParts = (text: string): string =>
    withoutWhoami(text)
      .replace('value: /key }', 'value: { access: /id, secret: /key } }')
      .replace('key_header: x-api-key', 'id_part: access\n    key_header: "x-api-key: {secret}"')
      .replace(
        'secret: vault:prod/gateway#api_key',
        'secret: "vault:prod/gateway#"\n    id_field: api_key_id\n    fields: { access: access_id, secret: api_key }',
      );

  it('is named everywhere, once the vendor lists it, and its secret part nowhere', async () => {
    const company = await initialised({ config: twoParts });
    const old = company.served('api_key_id') ?? '';
    company.vault.kv.put(PATH, { ...company.vault.kv.served(PATH), access_id: old });
    const log = await rotateTwice(company);
    expect(company.ran.at(-1)?.outputs['rotated']).toBe('["gateway-prod"]');
    expect(log).toContain(`† ${old}`);
    expect(log).toContain(`the key in use is ${old} and is accepted`);
    expect(company.vendor.keys.live.map((key) => key.id)).toEqual([company.served('access_id')]);
    expect(leaksIn(placesOf(company), plantedIn(company))).toEqual([]);
  });

  it('is no id where the vendor does not list it, whatever the config says', async () => {
    const company = await initialised({
      config: (text) => twoParts(text).replace('id_part: access', 'id_part: secret'),
    });
    company.vault.kv.put(PATH, {
      api_key: company.served() ?? '',
      access_id: company.served('api_key_id') ?? '',
    });
    await company.run(['rotate']);
    expect(leaksIn(placesOf(company), plantedIn(company))).toEqual([]);
    expect(company.ran.at(-1)?.log).toContain('✓ adopt');
  });
});

describe('a secret that also holds', () => {
  it('the id in a field of somebody else is rotated as any other', async () => {
    const company = await companyWith({ copy_of_the_id: 'x' });
    company.vault.kv.put(PATH, {
      ...company.vault.kv.served(PATH),
      copy_of_the_id: company.served('api_key_id') ?? '',
    });
    await rotateTwice(company);
    expect(company.ran.at(-1)?.outputs['rotated']).toBe('["gateway-prod"]');
  });
});
