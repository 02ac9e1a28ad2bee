import { describe, expect, it } from '@jest/globals';
import {
  fakeVendor,
  spoils,
  type FakeCall,
  type FakeVendorOptions,
} from '../../../../src/adapters/vendors/http/fake';
import { adapter } from '../../../../src/adapters/vendors/http/index';
import type { FakeResponse } from '../../../../src/kits/fake/fake';
import { RekeyError } from '../../../../src/domain/errors';
import { SecretValue } from '../../../../src/domain/secret';
import { describedWorld, type DescribedWorld } from '../../../support/vendorWorld';
import { gatewaySettings } from './gateway';

const WANTED = { label: 'rekey-gateway-prod-0a1b2c3d4e', scopes: ['charge.read'] };

const worldWith = (changes: object = {}, options: Partial<FakeVendorOptions> = {}): DescribedWorld =>
  describedWorld(adapter, gatewaySettings({}, changes), options);

async function failure(work: () => Promise<unknown>): Promise<RekeyError> {
  const error = await work().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(RekeyError);
  return error as RekeyError;
}

async function spoiled(
  call: FakeCall,
  spoil: (answer: FakeResponse) => FakeResponse,
  doing: 'create' | 'list',
): Promise<RekeyError> {
  const world = worldWith();
  world.fake.spoilNext(call, spoil);
  const vendor = world.open();
  return failure(() =>
    world.run<unknown>(() => (doing === 'create' ? vendor.create(WANTED) : vendor.list())),
  );
}

describe('answers that no vendor should give', () => {
  it.each([
    ['no id', { id: undefined }, 'RK5005'],
    ['an empty id', { id: '' }, 'RK5005'],
    ['an id that is a list', { id: ['a'] }, 'RK5005'],
    ['an id that leaves its path', { id: '../../users/1' }, 'RK5005'],
    ['an id that is the parent', { id: '..' }, 'RK5005'],
    ['an id with a line break', { id: 'a\n::set-output name=x::y' }, 'RK5005'],
    ['an id that is a workflow command', { id: '::set-output' }, 'RK5005'],
    ['an id without an end', { id: 'x'.repeat(300) }, 'RK5005'],
    ['no value', { key: undefined }, 'RK5005'],
    ['an empty value', { key: '' }, 'RK5005'],
    ['a number as value', { key: 12345 }, 'RK5005'],
    ['a value with a line break', { key: 'abc\r\nx-admin: 1' }, 'RK4008'],
  ])('create: %s', async (_name, changes, code) => {
    const error = await spoiled('create', spoils.with(changes), 'create');
    expect(error.code).toBe(code);
    expect(error.line).not.toContain('set-output');
    expect(error.line).not.toContain('x-admin');
  });

  it.each([
    ['create', { create: { ...gatewaySettings().create, id: '/key' } }],
    ['whoami', { whoami: { request: 'GET /v1/me', id: '/secret' } }],
  ])('the secret in the place of the id: %s', async (call, changes) => {
    const world = worldWith(changes);
    const { value } = world.fake.add('old');
    world.fake.spoilNext('whoami', spoils.with({ secret: value }));
    const vendor = world.open();
    const parts = { value: SecretValue.of(value, vendor.origins) };
    const error = await failure(() =>
      world.run<unknown>(() => (call === 'create' ? vendor.create(WANTED) : vendor.identify(parts))),
    );
    expect(error.code).toBe('RK5005');
    for (const secret of world.secrets()) expect(error.line).not.toContain(secret);
  });

  it('a number is an id', async () => {
    const world = worldWith();
    world.fake.spoilNext('create', spoils.with({ id: 42 }));
    expect((await world.run(() => world.open().create(WANTED))).id).toBe('42');
  });

  it('two megabytes are too much', async () => {
    expect((await spoiled('list', spoils.hugePage, 'list')).code).toBe('RK9004');
    expect((await spoiled('create', spoils.hugePage, 'create')).code).toBe('RK9004');
  });

  it('a redirect to another host is refused', async () => {
    const away = spoils.redirect('https://evil.example.net/admin/keys');
    expect((await spoiled('list', away, 'list')).code).toBe('RK9003');
    expect((await spoiled('create', away, 'create')).code).toBe('RK9003');
  });

  it.each([
    ['no list', { keys: undefined }],
    ['a map for a list', { keys: { a: 1 } }],
    ['an item without id', { keys: [{ name: 'x' }] }],
    ['a time that is no time', { keys: [{ id: 'a', last_used_at: 'yesterday-ish' }] }],
  ])('list: %s', async (_name, changes) => {
    expect((await spoiled('list', spoils.with(changes), 'list')).code).toBe('RK5005');
  });

  it.each([
    ['0001-01-01T00:00:00Z', null],
    [0, null],
    ['', null],
    [undefined, null],
    [1_790_000_000, '2026-09-21T14:13:20.000Z'],
    [1_790_000_000_000, '2026-09-21T14:13:20.000Z'],
    ['2026-09-21T16:13:20+02:00', '2026-09-21T14:13:20.000Z'],
    ['1790000000', '2026-09-21T14:13:20.000Z'],
    ['1790000000.5', '2026-09-21T14:13:20.500Z'],
    ['1790000000000', '2026-09-21T14:13:20.000Z'],
    [1_790_000_000_000_000, '2026-09-21T14:13:20.000Z'],
    ['0', null],
    [-62_135_596_800, null],
    ['0001-01-01 00:00:00', null],
    ['Mon, 21 Sep 2026 14:13:20 GMT', '2026-09-21T14:13:20.000Z'],
  ])('reads last used %p as %p', async (time, expected) => {
    const world = worldWith();
    world.fake.spoilNext('list', spoils.with({ keys: [{ id: 'a', last_used_at: time }] }));
    const { credentials } = await world.run(() => world.open().list());
    expect(credentials[0]?.lastUsed).toBe(expected);
  });
});

describe('times that need a word in the description', () => {
  const lastUsed = async (time: unknown, times: object): Promise<unknown> => {
    const world = worldWith({ times });
    world.fake.spoilNext('list', spoils.with({ keys: [{ id: 'a', last_used_at: time }] }));
    return world
      .run(() => world.open().list())
      .then(
        ({ credentials }) => credentials[0]?.lastUsed,
        (error: RekeyError) => `${error.code} ${error.next}`,
      );
  };

  it.each([
    ['2026-09-21 14:13:20', '2026-09-21T14:13:20.000Z', 'utc'],
    ['2026-09-21T14:13:20.25', '2026-09-21T14:13:20.250Z', 'UTC'],
    ['2026-09-21T23:13:20', '2026-09-21T14:13:20.000Z', '+09:00'],
    ['2026-09-21', '2026-09-21T23:59:59.999Z', 'utc'],
    ['2026-09-21', '2026-09-22T04:59:59.999Z', '-05:00'],
  ])('%s has no zone, so it is no answer until the description says which', async (time, expected, zone) => {
    expect(await lastUsed(time, {})).toContain('times: { zone: utc }');
    expect(await lastUsed(time, { zone })).toBe(expected);
  });

  it.each(['never', 'Never Used', 'N/A', '0000-00-00 00:00:00', false])(
    '%p is never only where it is said',
    async (word) => {
      expect(await lastUsed(word, {})).toContain('RK5005');
      expect(await lastUsed(word, { never: [String(word).toUpperCase()] })).toBeNull();
    },
  );

  it.each([20_261_130, '20261130', 5, -5, '-5', '05.11.2026', 'key-7', 1e19, 1e300, true, {}, ['2026']])(
    '%p is no time',
    async (time) => {
      expect(await lastUsed(time, { zone: 'utc' })).toContain('RK5005');
    },
  );
});

describe('a vendor with a fault of its own', () => {
  it('may hand out a key that exists: both ids are the same, and the engine sees it', async () => {
    const world = worldWith({}, { sameForSameName: true });
    const old = world.fake.add(WANTED.label);
    const made = await world.run(() => world.open().create(WANTED));
    expect(made.id).toBe(old.id);
  });
});

describe('the limit of keys', () => {
  const full = (status: number, condition: object): Promise<RekeyError> => {
    const create = { ...gatewaySettings().create, full: { status, ...condition } };
    const world = worldWith({ create }, { maxLive: 0, fullStatus: status });
    return failure(() => world.run(() => world.open().create(WANTED)));
  };

  it.each([403, 409, 429])('may be said by status %i', async (status) => {
    expect((await full(status, {})).code).toBe('RK5002');
    expect((await full(status, { body: { contains: 'maximum number' } })).code).toBe('RK5002');
  });

  it('is not taken for what the body does not say', async () => {
    expect((await full(403, { body: { contains: 'too many' } })).code).toBe('RK5001');
    expect((await full(429, { body: { pointer: '/error/message', equals: 'limit' } })).code).toBe('RK5008');
  });
});

describe('verify', () => {
  const ping = { request: 'GET /v1/ping', accepted: 200, refused: 401 };

  it('calls 403 neither alive nor dead unless the description says so', async () => {
    const verdictOf = async (verify: object): Promise<string> => {
      const world = worldWith({ verify }, { refusedStatus: 403 });
      return (await world.run(() => world.open().verify(world.neverValid()))).answer;
    };
    expect(await verdictOf(ping)).toBe('unknown');
    expect(await verdictOf({ ...ping, refused: [401, 403] })).toBe('refused');
    expect(await verdictOf({ ...ping, accepted: [200, 403] })).toBe('accepted');
  });

  it('compares the body where the status alone says nothing', async () => {
    const verify = {
      ...ping,
      refused: [200, 401],
      accepted_body: { pointer: '/ok', equals: true },
      refused_body: { pointer: '/ok', equals: false },
    };
    const world = worldWith({ verify });
    const { parts } = await world.run(() => world.open().create(WANTED));
    const ask = async (): Promise<string> => (await world.run(() => world.open().verify(parts))).answer;
    expect(await ask()).toBe('accepted');
    world.fake.spoilNext('use', spoils.with({ ok: false }));
    expect(await ask()).toBe('refused');
    world.fake.spoilNext('use', spoils.with({ ok: 'maybe' }));
    expect(await ask()).toBe('unknown');
  });

  it('compares the body of each refusal that has one', async () => {
    const verify = {
      ...ping,
      accepted_body: { pointer: '/status', equals: 'active' },
      refused: [401, { status: 200, body: { pointer: '/status', equals: 'disabled' } }],
    };
    const world = worldWith({ verify });
    const { parts } = await world.run(() => world.open().create(WANTED));
    const ask = async (): Promise<string> => (await world.run(() => world.open().verify(parts))).answer;
    for (const [status, answer] of [
      ['active', 'accepted'],
      ['disabled', 'refused'],
      ['expired', 'unknown'],
    ]) {
      world.fake.spoilNext('use', spoils.with({ status }));
      expect(await ask()).toBe(answer);
    }
    expect((await world.run(() => world.open().verify(world.neverValid()))).answer).toBe('refused');
  });

  it('tells the id where the answer has it', async () => {
    const world = worldWith({
      verify: { request: 'GET /v1/me', accepted: 200, refused: 401, id: '/key_id' },
    });
    const { id, parts } = await world.run(() => world.open().create(WANTED));
    expect(await world.run(() => world.open().verify(parts))).toEqual({ answer: 'accepted', id });
  });

  it('does not follow a redirect to another host', async () => {
    const world = worldWith();
    const { parts } = await world.run(() => world.open().create(WANTED));
    world.fake.spoilNext('use', spoils.redirect('https://login.example.net/'));
    expect(await world.run(() => world.open().verify(parts))).toEqual({
      answer: 'unknown',
      why: 'redirect refused (RK9003)',
    });
  });
});

describe('the fake', () => {
  it('counts what each key was used for, and what it never gave out', () => {
    const fake = fakeVendor({ now: () => 0, id: (length) => 'x'.repeat(length) });
    const key = fake.add('one');
    const charge = (value: string): number | undefined =>
      fake.handle({
        method: 'POST',
        path: '/v1/charge',
        query: new URLSearchParams(),
        headers: { 'x-api-key': value },
        body: '',
      })?.status;
    expect([charge(key.value), charge('other')]).toEqual([200, 401]);
    key.revoked = 0;
    expect(charge(key.value)).toBe(401);
    expect([key.served, key.refused, fake.unknownUses]).toEqual([1, 1, 1]);
  });
});
