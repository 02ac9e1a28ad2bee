import { describe, expect, it } from '@jest/globals';
import { adapter } from '../../../../src/adapters/vendors/http/index';
import type { Vendor } from '../../../../src/domain/contracts/vendor';
import { fakeJson, type FakeRequest, type FakeResponse } from '../../../../src/kits/fake/fake';
import { SecretValue } from '../../../../src/domain/secret';
import { testPorts } from '../../../support/ports';
import { ADMIN_KEY, ADMIN_REFERENCE, describedWorld } from '../../../support/vendorWorld';
import { GATEWAY, gatewaySettings } from './gateway';

const WANTED = { label: 'rekey-a', scopes: ['read', 'write'] };
const DATA = 'https://data.example.com';

/** A vendor whose requests are kept, and answered as the test says. */
function recorded(changes: object, answer: (request: FakeRequest) => FakeResponse, secrets: object = {}) {
  const settings = gatewaySettings({}, changes);
  const requests: FakeRequest[] = [];
  const keep =
    (origin: string) =>
    (request: FakeRequest): FakeResponse => {
      requests.push({ ...request, headers: { ...request.headers, origin } });
      return answer(request);
    };
  const origins = adapter.origins(settings);
  const { ports, clock } = testPorts({
    routes: Object.fromEntries(origins.map((origin) => [origin, keep(origin)])),
    secrets: { [ADMIN_REFERENCE]: ADMIN_KEY, ...secrets },
  });
  return { vendor: adapter.open(settings, ports), requests, clock };
}

const made = (): FakeResponse => fakeJson(201, { id: 'key_1', key: 'value-1' });

describe('what is sent', () => {
  const create = (body: object): object => ({
    create: { request: 'POST /admin/keys', body, id: '/id', value: '/key' },
  });

  it('fills bodies: a list stays a list, a text keeps its rest', async () => {
    const body = { data: [{ name: 'by {label}', scopes: '{scopes}' }], count: 3, on: true, none: null };
    const { vendor, requests } = recorded(create(body), made);
    await vendor.create(WANTED);
    expect(JSON.parse(requests[0]!.body)).toEqual({
      data: [{ name: 'by rekey-a', scopes: ['read', 'write'] }],
      count: 3,
      on: true,
      none: null,
    });
    expect(requests[0]!.headers['authorization']).toBe(`Bearer ${ADMIN_KEY}`);
  });

  it('leaves out what has no value this time', async () => {
    const { vendor, requests } = recorded(create({ name: '{label}', copy_of: '{like}' }), made);
    await vendor.create(WANTED);
    await vendor.create({ ...WANTED, like: 'key_0' });
    expect(requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { name: 'rekey-a' },
      { name: 'rekey-a', copy_of: 'key_0' },
    ]);
  });

  it('fills in when a key shall end', async () => {
    const call = { body: { until: '{expires}', day: '{expires_date}' }, lifetime: '90d', expires: '/until' };
    const { create: base } = gatewaySettings();
    const { vendor, requests } = recorded({ create: { ...base, ...call } }, (request) =>
      fakeJson(201, { ...(JSON.parse(request.body) as object), id: 'key_1', key: 'value-1' }),
    );
    const { expires } = await vendor.create(WANTED);
    expect(JSON.parse(requests[0]!.body)).toEqual({ until: '2026-05-31T02:00:00.000Z', day: '2026-05-31' });
    expect(expires).toBe('2026-05-31T02:00:00.000Z');
  });

  it('refuses to create without scopes where that means every right', async () => {
    const { vendor, requests } = recorded(
      { create: { ...gatewaySettings().create, needs_scopes: true } },
      made,
    );
    await expect(vendor.create({ label: 'a', scopes: [] })).rejects.toMatchObject({ code: 'RK2005' });
    expect(requests).toHaveLength(0);
  });

  it('encodes an id as one segment of the path', async () => {
    const { vendor, requests } = recorded({}, () => ({ status: 204, body: '' }));
    await vendor.revoke('a/b?c#d');
    expect(requests[0]).toMatchObject({ method: 'DELETE', path: '/admin/keys/a%2Fb%3Fc%23d' });
    await expect(vendor.revoke('..')).rejects.toMatchObject({ code: 'RK9006' });
  });

  it('puts an id into a body, for vendors that delete by list', async () => {
    const { vendor, requests } = recorded(
      { revoke: { request: 'DELETE /keys', body: { ids: ['{id}'] } } },
      () => fakeJson(200, {}),
    );
    await vendor.revoke('key_1');
    expect(JSON.parse(requests[0]!.body)).toEqual({ ids: ['key_1'] });
  });

  it('sends forms, fixed headers, and basic credentials of several parts', async () => {
    const { vendor, requests } = recorded(
      {
        admin_header: 'Authorization: Basic AC123:{value}',
        key_header: 'Authorization: Basic {sid}:{secret}',
        headers: { 'x-version': '2026-01-01' },
        create: {
          request: 'POST /v1/Keys',
          form: { FriendlyName: '{label}', KeyType: 'restricted' },
          headers: { 'x-region': 'us1' },
          id: '/sid',
          value: { sid: '/sid', secret: '/secret' },
        },
        id_part: 'sid',
      },
      (request) =>
        request.method === 'GET'
          ? fakeJson(200, { keys: [{ id: 'SK1' }] })
          : fakeJson(201, { sid: 'SK1', secret: 's' }),
    );
    const { parts } = await vendor.create(WANTED);
    await vendor.verify(parts);
    const [creating, verifying] = requests;
    expect(Object.fromEntries(new URLSearchParams(creating!.body))).toEqual({
      FriendlyName: 'rekey-a',
      KeyType: 'restricted',
    });
    expect(creating!.headers).toMatchObject({
      authorization: `Basic ${btoa(`AC123:${ADMIN_KEY}`)}`,
      'x-version': '2026-01-01',
      'x-region': 'us1',
    });
    expect(verifying!.headers['authorization']).toBe(`Basic ${btoa('SK1:s')}`);
    expect(await vendor.identify(parts)).toBe('SK1');
  });

  it('sends an admin key of two parts in two headers', async () => {
    const { vendor, requests } = recorded(
      {
        admin_key: { api: 'vault:admin/dd#api', app: 'vault:admin/dd#app' },
        admin_header: ['DD-API-KEY: {api}', 'DD-APPLICATION-KEY: {app}'],
      },
      () => fakeJson(200, { keys: [] }),
      { 'vault:admin/dd#api': 'one', 'vault:admin/dd#app': 'two' },
    );
    await vendor.list();
    expect(requests[0]!.headers).toMatchObject({ 'dd-api-key': 'one', 'dd-application-key': 'two' });
  });

  it('sends the key to the host of the applications, and the admin key never', async () => {
    const { vendor, requests } = recorded({ key_origin: DATA }, () =>
      fakeJson(200, { key_id: 'a', keys: [] }),
    );
    expect(vendor.origins).toEqual([GATEWAY, DATA]);
    const parts = { value: SecretValue.of('the-key', vendor.origins) };
    await vendor.verify(parts);
    await vendor.identify(parts);
    await vendor.list();
    expect(requests.map(({ headers }) => headers['origin'])).toEqual([DATA, DATA, GATEWAY]);
    expect(requests.slice(0, 2).some(({ headers }) => 'authorization' in headers)).toBe(false);
    expect(requests[2]!.headers['x-api-key']).toBeUndefined();
  });

  it('refuses a value that cannot be a header, and one that lacks a part', async () => {
    const { vendor, requests } = recorded({}, made);
    const pasted = { value: SecretValue.of('abc\n', vendor.origins) };
    await expect(vendor.verify(pasted)).rejects.toMatchObject({ code: 'RK4008' });
    await expect(vendor.verify({})).rejects.toMatchObject({ code: 'RK4008' });
    expect(requests).toHaveLength(0);
  });

  it('refuses to send a value where its secret does not allow it', async () => {
    const { vendor } = recorded({}, made);
    const elsewhere = { value: SecretValue.of('abc', ['https://other.example.com']) };
    await expect(vendor.verify(elsewhere)).rejects.toMatchObject({ code: 'RK4007' });
  });
});

describe('the id of a value', () => {
  const inside = { id_in_value: { after: 'gw.', before: '.' }, whoami: undefined };

  it('is a piece of it, without a call', async () => {
    const world = describedWorld(adapter, gatewaySettings({}, inside));
    const { id, parts } = await world.run(() => world.open().create(WANTED));
    const before = world.calls();
    expect(await world.open().identify(parts)).toBe(id);
    expect(world.calls()).toBe(before);
    expect(await world.open().identify(world.neverValid())).toBeUndefined();
  });

  it('is never most of the value, so that a wrong description gives no secret away', async () => {
    const { vendor } = recorded(inside, made);
    const parts = { value: SecretValue.of(`gw.${'s'.repeat(40)}.id`, vendor.origins) };
    expect(await vendor.identify(parts)).toBeUndefined();
  });

  it('is not known when the vendor refuses the key, and unsaid when the vendor is ill', async () => {
    const world = describedWorld(adapter, gatewaySettings());
    expect(await world.run(() => world.open().identify(world.neverValid()))).toBeUndefined();
    for (let tries = 0; tries < 3; tries += 1) world.failNext({ kind: 'status', status: 503 });
    const ill = world.run(() => world.open().identify(world.neverValid()));
    await expect(ill).rejects.toMatchObject({ code: 'RK5006' });
  });
});

describe('the admin key', () => {
  /** An admin key that somebody rotates while we hold it. */
  function rotating(changes: object = {}): {
    vendor: Vendor;
    reads: () => number;
    rotate: () => void;
    sent: string[];
  } {
    let [value, reads] = ['old-admin', 0];
    const sent: string[] = [];
    const settings = gatewaySettings({}, changes);
    const { ports } = testPorts({
      routes: {
        [GATEWAY]: (request) => {
          sent.push(`${request.method} ${request.headers['authorization'] ?? ''}`);
          const isCurrent = request.headers['authorization'] === `Bearer ${value}`;
          return isCurrent ? fakeJson(200, { keys: [], id: 'key_1', key: 'v' }) : fakeJson(401, {});
        },
      },
    });
    const secret = async (): Promise<SecretValue> => {
      reads += 1;
      return SecretValue.of(value, [GATEWAY]);
    };
    const vendor = adapter.open(settings, { ...ports, secret });
    return { vendor, reads: () => reads, rotate: () => void (value = 'new-admin'), sent };
  }

  it('is read once', async () => {
    const { vendor, reads } = rotating();
    await Promise.all([vendor.list(), vendor.list()]);
    await vendor.create(WANTED);
    expect(reads()).toBe(1);
  });

  it('is read again when it is refused, and a read is repeated', async () => {
    const { vendor, reads, rotate, sent } = rotating();
    await vendor.list();
    rotate();
    expect((await vendor.list()).complete).toBe(true);
    expect(reads()).toBe(2);
    expect(sent.slice(1)).toEqual(['GET Bearer old-admin', 'GET Bearer new-admin']);
  });

  it('is read again when it is refused, but a write is not repeated', async () => {
    const { vendor, rotate, sent } = rotating();
    await vendor.list();
    rotate();
    await expect(vendor.create(WANTED)).rejects.toMatchObject({ code: 'RK5001' });
    expect(sent.slice(1)).toEqual(['POST Bearer old-admin']);
    expect((await vendor.create(WANTED)).id).toBe('key_1');
  });

  it('is asked for again after the store could not be read', async () => {
    const { ports } = testPorts({ routes: { [GATEWAY]: () => fakeJson(200, { keys: [] }) } });
    let fails = true;
    const secret = async (): Promise<SecretValue> => {
      if (fails) throw new Error('store away');
      return SecretValue.of('admin', [GATEWAY]);
    };
    const vendor = adapter.open(gatewaySettings(), { ...ports, secret });
    await expect(vendor.list()).rejects.toThrow('store away');
    fails = false;
    expect((await vendor.list()).complete).toBe(true);
  });

  it('may be a listed key itself', async () => {
    const { vendor } = recorded({ admin_id: 'key_admin' }, made);
    expect(await vendor.adminId?.()).toBe('key_admin');
    const value = 'gw.key_7.0123456789abcdef0123';
    const own = recorded({ id_in_value: { after: 'gw.', before: '.' } }, made, { [ADMIN_REFERENCE]: value });
    expect(await own.vendor.adminId?.()).toBe('key_7');
    expect(await recorded({}, made).vendor.adminId?.()).toBeUndefined();
  });
});
