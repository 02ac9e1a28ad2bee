import { describe, expect, it } from '@jest/globals';
import { adapter } from '../../../../src/adapters/vendors/http/index';
import { SecretValue } from '../../../../src/domain/secret';
import { MINUTE } from '../../../../src/domain/tools/time';
import { fakeJson, type FakeRequest, type FakeResponse } from '../../../../src/kits/fake/fake';
import { testPorts } from '../../../support/ports';
import { GATEWAY, gatewaySettings, parse } from './gateway';

const IDP = 'https://login.example.com';
const ID = 'vault:admin/idp#client_id';
const SECRET = 'vault:admin/idp#client_secret';
const LIFE = 3600;

const LOGIN = {
  admin_key: { client_id: ID, client_secret: SECRET },
  login: {
    origin: IDP,
    request: 'POST /oauth/token',
    form: {
      grant_type: 'client_credentials',
      client_id: '{client_id}',
      client_secret: '{client_secret}',
    },
  },
};

/** An identity provider whose tokens end, and a gateway that takes only those that live. */
function world(changes: object = {}, clientSecret = 's3cret-of-client') {
  const settings = gatewaySettings({}, { ...LOGIN, ...changes });
  const tokens = new Map<string, number>();
  const logins: FakeRequest[] = [];
  const login = (request: FakeRequest): FakeResponse => {
    logins.push(request);
    const form = new URLSearchParams(request.body);
    const isClient = form.get('client_id') === 'client-1' && form.get('client_secret') === 's3cret-of-client';
    if (!isClient || form.get('grant_type') !== 'client_credentials')
      return fakeJson(400, { error: 'invalid_client' });
    const token = `token-number-${tokens.size}`;
    tokens.set(token, clock.now() + LIFE * 1000);
    return fakeJson(200, { access_token: token, expires_in: LIFE });
  };
  const gateway = ({ headers }: FakeRequest): FakeResponse => {
    const token = (headers['authorization'] ?? '').replace('Bearer ', '');
    const lives = (tokens.get(token) ?? 0) > clock.now();
    return lives ? fakeJson(200, { keys: [{ id: 'key_1' }] }) : fakeJson(401, {});
  };
  const { ports, clock } = testPorts({
    routes: { [IDP]: login, [GATEWAY]: gateway },
    secrets: { [ID]: 'client-1', [SECRET]: clientSecret },
  });
  const vendor = adapter.open(settings, ports);
  return { list: () => clock.run(() => vendor.list()), tokens, logins, clock };
}

describe('a login by token exchange', () => {
  it('is done once for many calls, and again before the token ends', async () => {
    const { list, logins, clock } = world();
    await Promise.all([list(), list()]);
    expect((await list()).credentials.map(({ id }) => id)).toEqual(['key_1']);
    expect(logins).toHaveLength(1);
    await clock.run(() => clock.sleep((LIFE / 60) * MINUTE - MINUTE));
    await list();
    expect(logins).toHaveLength(2);
  });

  it('is done again when the vendor has ended the token before its time', async () => {
    const { list, logins, tokens } = world();
    await list();
    tokens.clear();
    expect((await list()).credentials).toHaveLength(1);
    expect(logins).toHaveLength(2);
  });

  it('that is refused names the admin key, and shows none of it', async () => {
    const { list } = world({}, 'wr0ng-secret');
    const error = await list().catch((thrown: unknown) => thrown as Error & { code: string; line: string });
    expect(error).toMatchObject({ code: 'RK5001' });
    expect(String((error as { line: string }).line)).toContain(SECRET);
    expect(String((error as { line: string }).line)).not.toContain('wr0ng');
  });

  it.each([
    [{ request: 'POST /oauth/{client_secret}' }, '{client_secret} is unknown here'],
    [{ form: { client_secret: '{secret}' } }, '{secret} is unknown here'],
    [{ header: 'Authorization: Basic {user}:{client_secret}' }, '{user} is not a part'],
  ])('%j is refused in the config', (changes, message) => {
    const login = { ...LOGIN.login, ...changes };
    expect(() => gatewaySettings({}, { ...LOGIN, login })).toThrow(message);
  });

  it('presents only the token to the vendor', () => {
    const admin_header = 'x-client: {client_id}';
    expect(() => parse({ ...gatewaySettings(), ...LOGIN, admin_header })).toThrow(
      '{client_id} is not a part',
    );
  });
});

describe('the origin of a login', () => {
  it('takes the admin key, and no key that was made', () => {
    const settings = gatewaySettings({}, LOGIN);
    const { ports } = testPorts({ routes: {} });
    expect(adapter.origins(settings)).toEqual([GATEWAY, IDP]);
    expect(adapter.open(settings, ports).origins).toEqual([GATEWAY]);
  });
});

describe('a key in a form', () => {
  it('is sent there and to no other origin', async () => {
    const verify = { request: 'POST /v1/token', form: { key: '{value}' }, accepted: 200, refused: 401 };
    const bodies: string[] = [];
    const { ports } = testPorts({
      routes: {
        [GATEWAY]: ({ body }) => {
          bodies.push(body);
          return fakeJson(200, {});
        },
      },
    });
    const vendor = adapter.open(gatewaySettings({}, { verify }), ports);
    const key = (origin: string): { value: SecretValue } => ({
      value: SecretValue.of('a+key&more', [origin]),
    });
    expect(await vendor.verify(key(GATEWAY))).toEqual({ answer: 'accepted' });
    expect(bodies).toEqual(['key=a%2Bkey%26more']);
    await expect(vendor.verify(key(IDP))).rejects.toMatchObject({ code: 'RK4007' });
    expect(bodies).toHaveLength(1);
  });
});
