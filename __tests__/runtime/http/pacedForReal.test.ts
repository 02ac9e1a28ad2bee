import { afterEach, describe, expect, it } from '@jest/globals';
import { VaultTokens } from '../../../src/adapters/identities/vault-jwt/fake';
import { adapter as kv } from '../../../src/adapters/stores/vault-kv2';
import { FakeVaultKv } from '../../../src/adapters/stores/vault-kv2/fake';
import { adapter as http } from '../../../src/adapters/vendors/http';
import { FakeVendor } from '../../../src/adapters/vendors/http/fake';
import { fakeJson, type FakeHandler, type FakeWorld } from '../../../src/kits/fake/fake';
import type { Http } from '../../../src/domain/ports';
import { SecretValue } from '../../../src/domain/secret';
import { systemClock } from '../../../src/runtime/clock';
import { createGitHub } from '../../../src/runtime/github/createGitHub';
import { createHttp } from '../../../src/runtime/http/createHttp';
import { paced } from '../../../src/runtime/http/pace';
import { undiciTransport } from '../../../src/runtime/http/undiciTransport';
import { systemRandom } from '../../../src/runtime/random';
import { serveFakes, type FakeServer } from '../../../src/sandbox/server';
import { recordingLog, testPorts } from '../../support/ports';
import { leastPolicy } from '../../support/vault';
import { ADMIN_KEY, ADMIN_REFERENCE } from '../../support/vendorWorld';
import { gatewaySettings } from '../../adapters/vendors/http/gateway';

/** The clock counts fractions of a millisecond here, and the transport takes none: no virtual clock could show that. */
const world: FakeWorld = { now: () => Date.now(), id: (length) => systemRandom.id(length) };

const open: FakeServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

interface Busy {
  readonly origin: string;
  readonly http: Http;
  /** Methods that arrived; a refused one in brackets. */
  readonly seen: readonly string[];
}

/** A server whose first answer is 429, and a port to it as the program has it. */
async function busy(handler: FakeHandler): Promise<Busy> {
  const seen: string[] = [];
  const server = await serveFakes((request) => {
    const refused = seen.length === 0;
    seen.push(refused ? `(${request.method})` : request.method);
    return refused ? fakeJson(429, { message: 'slow down' }, { 'retry-after': '1' }) : handler(request);
  });
  open.push(server);
  const port = createHttp({
    transport: paced(systemClock)(undiciTransport({ allowPrivateHosts: [], allowLoopback: true })),
    clock: systemClock,
    random: systemRandom,
    log: recordingLog(),
    origins: [server.origin],
    allowPrivateHosts: [],
    allowLoopbackHttp: true,
    userAgent: 'rekey-test',
  });
  return { origin: server.origin, http: port, seen };
}

describe('with the real clock and the real transport, after one 429', () => {
  it('writes to a vendor are sent, each once', async () => {
    const fake = new FakeVendor(world, { adminKeys: [ADMIN_KEY] });
    const { origin, http: port, seen } = await busy(fake.handle);
    const { ports } = testPorts({ origins: [origin], secrets: { [ADMIN_REFERENCE]: ADMIN_KEY } });
    const vendor = http.open({ ...gatewaySettings(), origin }, { ...ports, http: port, clock: systemClock });
    await vendor.list();
    const made = await vendor.create({ label: 'rekey-a', scopes: ['charge.read'] });
    await vendor.revoke(made.id);
    expect(fake.keys.live).toEqual([]);
    expect(seen).toEqual(['(GET)', 'GET', 'POST', 'DELETE']);
  });

  it('writes to a store are sent, each once', async () => {
    const tokens = new VaultTokens(world);
    const fake = new FakeVaultKv(world, tokens, { policies: { rekey: leastPolicy() } });
    const { origin, http: port, seen } = await busy(fake.handler);
    const session = {
      origin,
      token: SecretValue.of(tokens.issue(['default', 'rekey']), [origin]),
      expires: '2999-01-01T00:00:00.000Z',
      attributes: {},
    };
    const { ports } = testPorts({ origins: [origin], session });
    const store = kv.open({ mount: 'secret' }, { ...ports, http: port });
    const ref = { path: 'prod/gateway', fields: { value: 'api_key' }, idField: 'api_key_id' };
    fake.put('prod/gateway', { api_key: 'value-of-the-old-key', url: 'https://example.com' });
    const { version } = await store.current(ref);
    await store.annotate?.(ref, version, 'key_1');
    await store.fence(ref, '2');
    expect(seen.filter((method) => method === 'PATCH')).toHaveLength(2);
    expect(seen[0]).toBe('(GET)');
  });

  it('writes to GitHub are sent, each once', async () => {
    const {
      origin,
      http: port,
      seen,
    } = await busy(({ method }) => fakeJson(method === 'GET' ? 200 : 201, { n: 1 }));
    const github = createGitHub({
      http: port,
      clock: systemClock,
      log: recordingLog(),
      api: origin,
      token: SecretValue.of('job-token-0123456789', [origin]),
      repository: 'acme/shop',
    });
    await github.request('GET /repos/{owner}/{repo}', { owner: 'acme', repo: 'shop' }, 'contents: read');
    const write = (title: string) =>
      github.request(
        'POST /repos/{owner}/{repo}/issues',
        { owner: 'acme', repo: 'shop', title },
        'issues: write',
      );
    expect((await write('one')).status).toBe(201);
    expect((await write('two')).status).toBe(201);
    expect(seen).toEqual(['(GET)', 'GET', 'POST', 'POST']);
  });
});
