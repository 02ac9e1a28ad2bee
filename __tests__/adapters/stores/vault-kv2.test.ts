import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { adapter } from '../../../src/adapters/stores/vault-kv2';
import { slotPath } from '../../../src/kits/store/slotNote';
import type { Reservation, SecretRef, Store } from '../../../src/domain/contracts/store';
import { RekeyError } from '../../../src/domain/errors';
import { SecretValue } from '../../../src/domain/secret';
import { DAY, HOUR } from '../../../src/domain/tools/time';
import type { Fault } from '../../../src/sandbox/faults';
import { codeOf } from '../../support/codeOf';
import { testPorts } from '../../support/ports';
import { VAULT, vaultWorld } from '../../support/vault';

const ref: SecretRef = { path: 'prod/gateway', fields: { value: 'api_key' }, idField: 'api_key_id' };
const reservation: Reservation = {
  rotation: 'r1',
  repository: 'acme/shop',
  fact: 'r1.1',
  until: '2026-03-02T03:00:00.000Z',
};
const credential = { id: 'key-new', parts: { value: SecretValue.of('new-value', [VAULT]) } };

async function stage(store: Store): Promise<string> {
  const { slot } = await store.reserve(ref, reservation);
  return (await store.stage(ref, 'r1', slot, credential)).version;
}

async function errorOf(work: Promise<unknown>): Promise<RekeyError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof RekeyError) return error;
  throw new Error('no RekeyError was thrown');
}

/** A process whose calls all meet this fault, over a secret that is there. */
function faulty(fault: Fault): {
  readonly read: () => Promise<unknown>;
  readonly write: () => Promise<unknown>;
} {
  const world = vaultWorld();
  world.kv.put(ref.path, { api_key: 'old-value' });
  let on = false;
  const { store } = world.open({}, {}, ({ method }) => (on || method !== 'GET' ? fault : undefined));
  return {
    read: () => {
      on = true;
      return world.clock.run(() => store.current(ref));
    },
    write: () => world.clock.run(() => store.fence(ref, '1')),
  };
}

describe('vault-kv2: what goes wrong', () => {
  it.each<[string, Fault, string, string]>([
    ['no connection', { kind: 'refused' }, 'RK4005', 'RK4005'],
    ['no answer', { kind: 'timeout' }, 'RK4005', 'RK4010'],
    ['an answer that was lost', { kind: 'lost' }, 'RK4005', 'RK4010'],
    ['a fault of the server', { kind: 'status', status: 500 }, 'RK4005', 'RK4010'],
    ['a gateway that gave up', { kind: 'status', status: 504 }, 'RK4005', 'RK4010'],
    ['too many requests', { kind: 'status', status: 429, retryAfter: 60 }, 'RK4011', 'RK4011'],
    ['a node that lags', { kind: 'status', status: 412 }, 'RK4005', 'RK4005'],
    ['a node of a secondary cluster', { kind: 'status', status: 473 }, 'RK4005', 'RK4005'],
    ['a page of a proxy', { kind: 'html' }, 'RK4006', 'RK4006'],
    ['half an answer', { kind: 'truncated' }, 'RK4006', 'RK4006'],
    ['a 404 that is not of Vault', { kind: 'status', status: 404 }, 'RK4006', 'RK4005'],
    ['a version without PATCH', { kind: 'status', status: 405 }, 'RK4006', 'RK4006'],
    ['a bad request', { kind: 'status', status: 400 }, 'RK4006', 'RK4006'],
    ['no rights', { kind: 'status', status: 403 }, 'RK4001', 'RK4001'],
  ])('says what %s means', async (_what, fault, onRead, onWrite) => {
    expect(await codeOf(faulty(fault).read())).toBe(onRead);
    expect(await codeOf(faulty(fault).write())).toBe(onWrite);
  });

  it('passes on how long Vault asks us to wait', async () => {
    const error = await errorOf(faulty({ kind: 'status', status: 429, retryAfter: 60 }).write());
    expect(error.retryAfter).toBe(60_000);
  });

  it('knows that a sealed Vault did nothing', async () => {
    const { kv, open, clock } = vaultWorld();
    const { store } = open();
    kv.put(ref.path, { api_key: 'old-value' });
    const { http, store: writer } = open();
    http.beforeNextWrite(async () => void (kv.options = { ...kv.options, node: 'sealed' }));
    expect(await codeOf(clock.run(() => writer.fence(ref, '1')))).toBe('RK4005');
    expect(await codeOf(clock.run(() => store.current(ref)))).toBe('RK4005');
  });

  it('waits for a mount that is being made ready for versions', async () => {
    const { kv, open, clock } = vaultWorld();
    kv.put(ref.path, { api_key: 'old-value' });
    const { http, store } = open();
    http.beforeNextWrite(async () => void (kv.options = { ...kv.options, node: 'upgrading' }));
    expect(await codeOf(clock.run(() => store.fence(ref, '1')))).toBe('RK4005');
    const error = await errorOf(clock.run(() => store.current(ref)));
    expect([error.code, error.next]).toEqual(['RK4005', expect.stringContaining('nothing was written')]);
  });

  it.each([
    { version: 1_000_000_000 },
    { version: 2 ** 53 },
    { version: -1 },
    { version: 1.5 },
    { created_time: 'not a time' },
    { created_time: '2026-03-02T02:00:00' },
  ])('refuses a version that cannot be one, at once: %j', async (wrong) => {
    const metadata = { version: 1, created_time: '2026-03-02T02:00:00Z', destroyed: false, ...wrong };
    const body = JSON.stringify({ data: { data: { api_key: 'old-value' }, metadata } });
    const { ports } = testPorts({
      routes: { [VAULT]: () => ({ status: 200, headers: {}, body }) },
      session: {
        origin: VAULT,
        token: SecretValue.of('vault-token', [VAULT]),
        expires: '2026-03-02T03:00:00.000Z',
        attributes: {},
      },
    });
    const store = adapter.open({ mount: 'secret' }, ports);
    expect(await codeOf(store.current(ref))).toBe('RK4006');
    expect(await codeOf(store.since(ref, '1'))).toBe('RK4006');
  });

  it('does not follow a standby node elsewhere', async () => {
    const { open } = vaultWorld({ node: 'standby' });
    expect(await codeOf(open().store.current(ref))).toBe('RK9003');
  });

  it('names the policy that is missing', async () => {
    const { kv, open } = vaultWorld({
      policies: { rekey: { 'secret/data/prod/*': ['create', 'read', 'update'] } },
    });
    kv.put(ref.path, { api_key: 'old-value' });
    const error = await errorOf(open().store.fence(ref, '1'));
    expect(error.code).toBe('RK4001');
    expect(error.next).toContain('path "secret/data/prod/gateway" { capabilities = ["patch"] }');
    const other = await errorOf(open().store.history(ref));
    expect(other.next).toContain('path "secret/metadata/prod/gateway" { capabilities = ["read"] }');
  });

  it('says that the session is over, which the next login fixes', async () => {
    const { open, tokens, token } = vaultWorld();
    tokens.revoke(token);
    const error = await errorOf(open().store.current(ref));
    expect([error.code, error.kind]).toEqual(['RK4005', 'transient']);
    expect(error.next).toContain('The token is not valid any more');
  });

  it('tells a wrong mount from a secret that is not there', async () => {
    const { open } = vaultWorld();
    const error = await errorOf(open({ mount: 'kv' }).store.current(ref));
    expect(error.code).toBe('RK2004');
    expect(error.message).toContain('no handler for route');
  });

  it('refuses a slot that somebody else wrote', async () => {
    const { kv, open } = vaultWorld();
    kv.put(slotPath(ref), { notes: 'mine' });
    const { store } = open();
    expect(await codeOf(store.slot(ref))).toBe('RK4006');
    expect(await codeOf(store.reserve(ref, reservation))).toBe('RK4006');
  });

  it('never shows a value', async () => {
    const { kv, open, clock } = vaultWorld();
    kv.put(ref.path, { api_key: 'old-value', api_key_id: 'key-old' });
    const { store, http, world } = open();
    const staged = await stage(store);
    http.loseNextAnswer();
    const errors = [await errorOf(clock.run(() => store.promote(ref, '1', staged)))];
    kv.put(ref.path, { api_key: 'by-hand\u0001' });
    errors.push(await errorOf(store.current(ref)), await errorOf(store.fence(ref, '1')));
    const shown = inspect([errors, await store.slot(ref), world.log.lines, http.sent], { depth: 9 });
    for (const secret of ['old-value', 'new-value', 'by-hand']) expect(shown).not.toContain(secret);
  });
});

describe('vault-kv2: what is sent', () => {
  it('hands secrets to the port as they are, by reference', async () => {
    const { open, token } = vaultWorld();
    const { store, http } = open();
    await stage(store);
    const last = http.sent.at(-1);
    expect(last?.json).toMatchObject({ data: { part_value: credential.parts.value }, options: { cas: 1 } });
    const { data } = last?.json as { data: Record<string, unknown> };
    expect(data['part_value']).toBe(credential.parts.value);
    const header = last?.headers?.['x-vault-token'];
    expect(header instanceof SecretValue && header.isText(token)).toBe(true);
  });

  it('encodes paths and mounts, and refuses to climb out', async () => {
    const { kv, open, tokens } = vaultWorld({ mount: 'a&b/c' });
    const session = { token: SecretValue.of(tokens.issue(['root']), [VAULT]) };
    const { store, http } = open({ mount: 'a&b/c' }, session);
    kv.put('x/a b?c#d&e"é%2f', { api_key: 'value' });
    await store.current({ ...ref, path: 'x/a b?c#d&e"é%2f' });
    expect(http.sent.at(-1)?.url).toBe(`${VAULT}/v1/a%26b/c/data/x/a%20b%3Fc%23d%26e%22%C3%A9%252f`);
    expect(await codeOf(store.current({ ...ref, path: 'x/../y' }))).toBe('RK9006');
    expect(await codeOf(store.current({ ...ref, path: 'x//y' }))).toBe('RK9006');
  });

  it('takes the namespace of the identity, or its own', async () => {
    const { kv, open } = vaultWorld({ namespace: 'team/pay' });
    kv.put(ref.path, { api_key: 'value' });
    expect(await codeOf(open().store.current(ref))).toBe('RK4001');
    await open({}, { attributes: { namespace: 'team/pay' } }).store.current(ref);
    await open({ namespace: 'team/pay' }, { attributes: { namespace: 'other' } }).store.current(ref);
  });

  it('speaks to the address of its identity only', async () => {
    const { kv, open } = vaultWorld();
    kv.put(ref.path, { api_key: 'value' });
    const { store } = open({ address: VAULT });
    expect(store.origins).toEqual([VAULT]);
    await store.current(ref);
    const elsewhere = open({ address: 'https://other.example.com' });
    expect(await codeOf(elsewhere.store.current(ref))).toBe('RK2005');
    expect(elsewhere.http.sent).toEqual([]);
  });

  it('promotes with three calls', async () => {
    const { kv, open } = vaultWorld();
    kv.put(ref.path, { api_key: 'old-value', user: 'shop' });
    const { store, http } = open();
    const staged = await stage(store);
    const before = http.sent.length;
    await store.promote(ref, '1', staged);
    expect(http.sent.slice(before).map(({ method }) => method)).toEqual(['GET', 'GET', 'PATCH']);
  });
});

describe('vault-kv2: versions', () => {
  it('works where check-and-set is required', async () => {
    const { kv, open } = vaultWorld();
    kv.mount.keeping.casRequired = true;
    kv.put(ref.path, { api_key: 'old-value', user: 'shop' });
    const { store } = open();
    await store.promote(ref, '1', await stage(store));
    expect(kv.served(ref.path)).toEqual({ api_key: 'new-value', api_key_id: 'key-new', user: 'shop' });
  });

  it.each([
    [0, 0, 0, 0, { versions: 10 }],
    [3, 5, 0, 0, { versions: 5 }],
    [30, 5, 0, 0, { versions: 30 }],
    [0, 0, 26 * HOUR, 0, { versions: 10, ttl: 26 * HOUR }],
    [0, 0, 2 * HOUR, 30 * DAY, { versions: 10, ttl: 2 * HOUR }],
    [0, 0, 2 * HOUR, -1000, { versions: 10 }],
  ])(
    'keeps %d of key or %d of mount, for %d or %d',
    async (ofKey, ofMount, lifeOfKey, lifeOfMount, history) => {
      const { kv, open } = vaultWorld();
      kv.put(ref.path, { api_key: 'value' });
      const keeping = kv.mount.secrets.get(ref.path)?.keeping;
      Object.assign(keeping ?? {}, { maxVersions: ofKey, deleteVersionAfter: lifeOfKey });
      Object.assign(kv.mount.keeping, { maxVersions: ofMount, deleteVersionAfter: lifeOfMount });
      expect(await open().store.history(ref)).toEqual(history);
    },
  );

  it('knows the rule of the mount for a secret that is not there yet', async () => {
    const { kv, open } = vaultWorld();
    kv.mount.keeping.maxVersions = 4;
    expect(await open().store.history(ref)).toEqual({ versions: 4 });
  });

  it('gives way when the base was pruned, for it cannot be compared any more', async () => {
    const { kv, open } = vaultWorld();
    const { store } = open();
    for (let count = 1; count <= 12; count += 1) kv.put(ref.path, { api_key: 'value', count });
    expect(await codeOf(store.promote(ref, '1', await stage(store)))).toBe('RK4003');
    expect(await store.read(ref, '1')).toBeUndefined();
  });

  it('gives way when a version is missing that may have been a fence', async () => {
    const { kv, open } = vaultWorld();
    const { store } = open();
    kv.put(ref.path, { api_key: 'old-value', user: 'shop' });
    const staged = await stage(store);
    const { version } = await store.fence(ref, '1');
    kv.put(ref.path, { api_key: 'old-value', user: 'edited' });
    kv.mount.secrets.get(ref.path)?.destroy([Number(version)]);
    expect(await codeOf(store.promote(ref, '1', staged))).toBe('RK4003');
  });

  it('says that a staged value has expired', async () => {
    const { kv, open, clock } = vaultWorld();
    kv.mount.keeping.deleteVersionAfter = HOUR;
    kv.put(ref.path, { api_key: 'old-value' });
    const { store } = open();
    const staged = await stage(store);
    await clock.advance(2 * HOUR);
    expect(await codeOf(store.promote(ref, '1', staged))).toBe('RK4002');
    expect(await codeOf(store.current(ref))).toBe('RK4013');
  });

  it('leaves it to the next run when a standby reads late', async () => {
    const { kv, open, clock } = vaultWorld();
    kv.put(ref.path, { api_key: 'old-value', user: 'shop' });
    const { store } = open();
    const staged = await stage(store);
    kv.readLate();
    kv.put(ref.path, { api_key: 'by-hand', user: 'shop' });
    expect(await codeOf(clock.run(() => open().store.promote(ref, '1', staged)))).toBe('RK4005');
    kv.catchUp();
    expect(await codeOf(store.promote(ref, '1', staged))).toBe('RK4003');
    expect(kv.served(ref.path)).toMatchObject({ api_key: 'by-hand' });
  });

  it('takes a version from before its base for a late read', async () => {
    const { kv, open, clock } = vaultWorld();
    kv.put(ref.path, { api_key: 'old-value', user: 'shop' });
    const { store } = open();
    const staged = await stage(store);
    kv.readLate();
    const { version } = await store.fence(ref, '1');
    expect(await codeOf(clock.run(() => open().store.promote(ref, version, staged)))).toBe('RK4005');
  });

  it('calls no slot freed by a read that is older than what was staged', async () => {
    const { kv, open } = vaultWorld();
    kv.put(ref.path, { api_key: 'old-value', user: 'shop' });
    const { store } = open();
    const staged = await stage(store);
    expect(await codeOf(store.free(ref, 'r2', String(Number(staged) + 1)))).toBe('RK4005');
    await store.free(ref, 'r1', staged);
    await store.free(ref, 'r1', staged);
    expect(await store.slot(ref)).toBeUndefined();
  });

  it('does not read behind its own writes', async () => {
    const { kv, open, clock } = vaultWorld();
    kv.put(ref.path, { api_key: 'old-value', user: 'shop' });
    kv.readLate();
    const { store } = open();
    await store.fence(ref, '1');
    expect(await codeOf(clock.run(() => store.current(ref)))).toBe('RK4005');
    kv.catchUp();
    expect((await store.current(ref)).version).toBe('2');
  });

  it('refuses what is no version', async () => {
    const { store } = vaultWorld().open();
    expect(await codeOf(store.fence(ref, '1?version=2'))).toBe('RK4002');
  });
});

describe('vault-kv2: settings', () => {
  const fits = (settings: unknown): boolean => adapter.settings.safeParse(settings).success;

  it('take the mount secret by default, and only known words', () => {
    expect(adapter.settings.safeParse({})).toMatchObject({ data: { mount: 'secret' } });
    expect(fits({ mount: 'teams/pay' })).toBe(true);
    expect(fits({ mont: 'secret' })).toBe(false);
  });

  it('refuse mounts and addresses that are none', () => {
    for (const mount of ['', '/secret', 'secret/', 'a//b', 'a?b', 'a#b']) expect(fits({ mount })).toBe(false);
    for (const address of ['vault', 'https://vault.example.com/ui', 'ftp://vault.example.com']) {
      expect(fits({ address })).toBe(false);
    }
    expect(fits({ address: 'http://127.0.0.1:8200' })).toBe(true);
    expect(fits({ address: 'https://vault.example.com/' })).toBe(true);
  });
});

describe('vault-kv2: the slot', () => {
  it("says by Vault's own clock when it was moved last", async () => {
    const { open, clock } = vaultWorld();
    const { store } = open();
    const since = async (): Promise<number> => Date.parse((await store.slot(ref))?.since ?? '') - clock.now();
    const { slot } = await store.reserve(ref, reservation);
    expect(await since()).toBe(0);
    await clock.advance(HOUR);
    expect(await since()).toBe(-HOUR);
    await store.stage(ref, 'r1', slot, credential);
    expect(await since()).toBe(0);
  });
});
