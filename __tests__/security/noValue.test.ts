import { describe, expect, it } from '@jest/globals';
import { gateway, type VendorWire } from '../../src/adapters/vendors/http/fake/wire';
import type { FakeHandler, FakeRequest } from '../../src/kits/fake/fake';
import { HOUR } from '../../src/domain/tools/time';
import { ORIGINS, type Company } from '../support/company';
import { later, nobodyUsesIt, NOW } from '../support/companyTales';
import { searched, stronghold } from './stronghold';

const named = (command: string): string[] => [command, '--keys', 'gateway-prod', '--reason', 'because'];

type Tale = (company: Company) => Promise<unknown>;

const adopt: Tale = (company) => company.run(['rotate']);
const switchOver: Tale = async (company) => {
  await adopt(company);
  await company.run(NOW);
};

/** What is played, and a word that the log must hold, so that the tale is the one that was meant. */
const TALES: readonly (readonly [string, Tale, string])[] = [
  [
    'a rotation to its end, with plan, doctor and report',
    async (company) => {
      await company.run(['doctor']);
      await switchOver(company);
      const end = await later(company);
      const rotation = (end.outputs['artifact'] ?? '').replace('rekey-evidence-', '');
      await company.run(['plan']);
      await company.run(['report', '--rotation', rotation]);
    },
    'gateway-prod: rotated',
  ],
  [
    'a step back',
    async (company) => {
      await adopt(company);
      const old = company.served('api_key_id');
      for (const service of company.services) service.illWith = (id) => id !== old;
      await company.run(NOW);
      await later(company);
    },
    'gateway-prod: undone',
  ],
  [
    'a new key that the vendor never accepts',
    async (company) => {
      await adopt(company);
      Object.assign(company.vendor.keys.lags, { propagation: 24 * HOUR });
      await company.run(NOW);
      await later(company);
    },
    '↩ discard',
  ],
  [
    'an adoption of a key whose id nobody knows',
    async (company) => {
      company.push((text) => text.replace(/ {4}whoami:.*\n/, ''));
      company.vault.kv.put('prod/gateway', { api_key: company.served() ?? '' });
      await switchOver(company);
      await later(company);
    },
    'I do not know the id of the old key',
  ],
  [
    'a rehearsal',
    async (company) => {
      await adopt(company);
      await company.run(named('rehearse'));
    },
    'gateway-prod: rehearsed',
  ],
  [
    'a removal',
    async (company) => {
      await adopt(company);
      company.push(nobodyUsesIt);
      await company.run(named('remove'));
      await later(company);
    },
    'gateway-prod: removed',
  ],
  [
    'a rollback',
    async (company) => {
      await switchOver(company);
      await company.run(named('rollback'));
      await later(company);
    },
    'asked for it',
  ],
];

const logOf = (company: Company): string => company.ran.map(({ log }) => log).join('\n');

describe('no value stands anywhere but where it belongs', () => {
  it.each(TALES)('after %s', async (_what, tale, word) => {
    const company = await stronghold();
    await tale(company);
    expect(logOf(company)).toContain(word);
    const { leaks, places } = searched(company);
    expect(leaks).toEqual([]);
    expect(places).toBeGreaterThan(300);
  });
});

/**
 * A server that answers some requests with the secrets it was sent, in every part of its answer; a longer text would be cut, so
 * each answer begins with another of them.
 */
function echo(
  fits: (request: FakeRequest) => boolean,
  status: number,
  more: () => readonly string[],
): FakeHandler {
  let answers = 0;
  return (request) => {
    if (!fits(request)) return undefined;
    answers += 1;
    const { authorization = '', 'x-vault-token': token = '', 'x-api-key': key = '' } = request.headers;
    const secrets = [authorization.replace('Bearer ', ''), token, key, request.body, ...more()];
    const heard = secrets.filter((secret) => secret !== '');
    const first = answers % heard.length;
    const text = [...heard.slice(first), ...heard.slice(0, first)].join(' ');
    const word = text.replace(/[^!-~]/g, ' ');
    return {
      status,
      headers: { 'x-echo': word, 'www-authenticate': word, server: word, 'content-type': 'application/json' },
      body: JSON.stringify({ error: { message: text }, message: text, errors: [text], id: text }),
    };
  };
}

const CALLS: readonly (readonly [string, (request: FakeRequest) => boolean])[] = [
  ['list', ({ method, path }) => method === 'GET' && path === '/admin/keys'],
  ['create', ({ method }) => method === 'POST'],
  ['whoami', ({ path }) => path === '/v1/me'],
  ['verify', ({ path }) => path === '/v1/ping'],
  ['disable', ({ method }) => method === 'PATCH'],
  ['revoke', ({ method }) => method === 'DELETE'],
];

/** Values that would pass for ids, and for hosts. */
const plain: VendorWire = {
  ...gateway,
  newValue: (id, chance) => `gw.${id}.${chance(24)}`,
};

describe('a vendor that repeats secrets', () => {
  const values = (company: Company) => (): string[] => company.vendor.keys.all.map(({ value }) => value);

  it.each(CALLS.flatMap(([call, fits]) => [401, 500].map((status) => [call, status, fits] as const)))(
    'in a refusal of %s with %d',
    async (_call, status, fits) => {
      const company = await stronghold();
      await adopt(company);
      company.servers[ORIGINS.gateway] = echo(fits, status, values(company));
      await company.run(['doctor']);
      await company.run(NOW);
      await later(company);
      expect(searched(company).leaks).toEqual([]);
    },
  );

  const answering =
    (change: (body: Record<string, unknown>, value: string) => unknown) =>
    (company: Company, call: 'create' | 'list' | 'whoami'): void => {
      const value = company.served() ?? '';
      company.vendor.spoilNext(call, (answer) => ({
        ...answer,
        body: JSON.stringify(change(JSON.parse(answer.body) as Record<string, unknown>, value)),
      }));
    };

  it.each<[string, 'create' | 'list' | 'whoami', (body: Record<string, unknown>, value: string) => unknown]>([
    ['as the id of the new key', 'create', (body) => ({ ...body, id: body['key'] })],
    ['inside the id of the new key', 'create', (body) => ({ ...body, id: `id-${String(body['key'])}-1` })],
    ['as the id of the key that asks', 'whoami', (_body, value) => ({ key_id: value })],
    ['inside the id of the key that asks', 'whoami', (_body, value) => ({ key_id: `x${value}` })],
    [
      'as labels',
      'list',
      ({ keys }, value) => ({ keys: (keys as object[]).map((key) => ({ ...key, name: value })) }),
    ],
    ['as ids in the list', 'list', (_body, value) => ({ keys: [{ id: value, name: value }] })],
    [
      'as a time',
      'list',
      ({ keys }, value) => ({ keys: (keys as object[]).map((key) => ({ ...key, created_at: value })) }),
    ],
  ])('%s', async (_what, call, change) => {
    const company = await stronghold({ vendor: { wire: plain } });
    await adopt(company);
    answering(change)(company, call);
    await company.run(['doctor']);
    answering(change)(company, call);
    await company.run(NOW);
    await later(company);
    expect(searched(company).leaks).toEqual([]);
  });

  it('as the ids of a list without labels, which is remembered to find a lost key', async () => {
    const company = await stronghold({
      config: (text) => text.replace(', label: /name', ''),
      vendor: { labels: false, wire: plain },
    });
    await adopt(company);
    const { handle } = company.vendor;
    company.servers[ORIGINS.gateway] = (request) => {
      if (request.method !== 'GET' || request.path !== '/admin/keys') return handle(request);
      const keys = company.vendor.keys.listed.flatMap(({ id, value }) => [
        { id, name: '' },
        { id: `${id}-${value}`, name: '' },
      ]);
      return { status: 200, body: JSON.stringify({ keys }) };
    };
    await company.run(NOW);
    expect(logOf(company)).toContain('✓ create');
    expect(searched(company).leaks).toEqual([]);
  });

  it('in the host of a redirect', async () => {
    const company = await stronghold({ vendor: { wire: plain } });
    await adopt(company);
    company.servers[ORIGINS.gateway] = ({ headers }) => {
      const location = `https://${headers['x-api-key'] ?? 'elsewhere'}.evil.example/`;
      return { status: 302, headers: { location }, body: '' };
    };
    await company.run(NOW);
    await company.run(['doctor']);
    expect(logOf(company)).toContain('RK9003');
    expect(searched(company).leaks).toEqual([]);
  });
});

describe('others that repeat secrets', () => {
  it.each<[string, string, number, (request: FakeRequest) => boolean]>([
    ['Vault, at the login', ORIGINS.vault, 400, ({ path }) => path.endsWith('/login')],
    [
      'Vault, at a read',
      ORIGINS.vault,
      403,
      ({ method, path }) => method === 'GET' && path.includes('/data/'),
    ],
    [
      'Vault, at a write',
      ORIGINS.vault,
      500,
      ({ method, path }) => method !== 'GET' && path.includes('/data/'),
    ],
    ['GitHub, at the journal', ORIGINS.github, 403, ({ path }) => path === '/graphql'],
    ['GitHub, at a ticket', ORIGINS.github, 422, ({ path }) => path.includes('/issues')],
    ['GitHub, at a deploy', ORIGINS.github, 403, ({ path }) => path.includes('/dispatches')],
    ['the token service', ORIGINS.tokens, 400, () => true],
    ['a health page', ORIGINS.health, 500, () => true],
    ['a hook', 'https://hooks.example.com', 500, () => true],
  ])('%s', async (_who, origin, status, fits) => {
    const company = await stronghold();
    await adopt(company);
    company.servers[origin] = echo(fits, status, () => []);
    await company.run(['doctor']);
    await company.run(NOW);
    await later(company);
    expect(searched(company).leaks).toEqual([]);
  });

  it.each([
    ['a line break', (value: string) => value.replace('canary-', 'canary-\n')],
    ['a null', (value: string) => `${value}\0`],
    ['a tab', (value: string) => `${value}\tx`],
    ['a letter that no header may hold', (value: string) => `${value}漢`],
  ])('a store with a value that holds %s', async (_what, harm) => {
    const company = await stronghold();
    await adopt(company);
    const value = harm(company.served() ?? '');
    company.vault.kv.put('prod/gateway', { ...company.vault.kv.served('prod/gateway'), api_key: value });
    const ran = await company.run(NOW);
    expect([ran.code, ran.log]).toEqual([1, expect.stringContaining('RK4008')]);
    expect(searched(company).leaks).toEqual([]);
  });
});
