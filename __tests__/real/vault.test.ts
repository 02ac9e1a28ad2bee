import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adapter as identityAdapter } from '../../src/adapters/identities/vault-jwt';
import { adapter as storeAdapter } from '../../src/adapters/stores/vault-kv2';
import { slotPath } from '../../src/kits/store/slotNote';
import { RekeyError } from '../../src/domain/errors';
import type { Http } from '../../src/domain/ports';
import { SecretValue } from '../../src/domain/secret';
import { HOUR, MINUTE } from '../../src/domain/tools/time';
import { systemRandom } from '../../src/runtime/random';
import { OidcIssuer } from '../../src/sandbox/oidcIssuer';
import { identityContract } from '../contracts/identity';
import { storeContract } from '../contracts/store';
import { job, jobOidc } from '../support/oidcJob';
import { realPorts, realVault, realWorld, ShiftedClock } from '../support/realVault';
import { tamperedHttp } from '../support/tamperedHttp';
import { comparable, kvDialogue, loginDialogue, type Line } from '../support/vaultDialogue';
import { fakeSpeaker, realSpeaker, roleAsWire, roles, tokensOf } from '../support/vaultSpeakers';

/** Runs the contracts against a real Vault or OpenBao, in mounts of its own that are removed afterwards. */
const vault = realVault();
const run = `rekey-test-${systemRandom.id(8)}`;
// A name that must be encoded, and that HTML would escape.
const mount = `${run}&kv`;
const login = `${run}/jwt`;
const at = (part: string, path: string): string =>
  [mount, part, ...path.split('/')].map(encodeURIComponent).join('/');
const issuer = new OidcIssuer({ world: realWorld });
const LIFE = 20 * MINUTE;
const tokens: string[] = [];
let token = '';

beforeAll(async () => {
  await vault.ask('POST', `sys/mounts/${encodeURIComponent(mount)}`, {
    type: 'kv',
    options: { version: '2' },
  });
  await vault.ask('POST', `sys/auth/${login}`, { type: 'jwt' });
  await vault.ask('POST', `auth/${login}/config`, {
    jwt_validation_pubkeys: [issuer.publicKeyPem()],
    bound_issuer: issuer.issuer,
  });
  await vault.ask('PUT', `sys/policies/acl/${run}`, { policy: leastPolicy() });
  await vault.ask('POST', `auth/${login}/role/${run}`, {
    role_type: 'jwt',
    bound_audiences: [vault.address],
    bound_subject: 'repo:acme/shop:environment:production',
    user_claim: 'sub',
    token_policies: [run],
    token_ttl: '20m',
  });
  await eventually(() => vault.ask('GET', `${encodeURIComponent(mount)}/config`));
  token = await temporary([run]);
});

/** A token with these policies that is revoked afterwards. */
async function temporary(policies: readonly string[]): Promise<string> {
  const { auth } = await vault.ask('POST', 'auth/token/create', { policies, ttl: '10m' });
  const made = (auth as { client_token: string }).client_token;
  tokens.push(made);
  return made;
}

afterAll(async () => {
  await vault.ask('DELETE', `sys/mounts/${encodeURIComponent(mount)}`);
  await vault.ask('DELETE', `sys/auth/${login}`);
  await vault.ask('DELETE', `sys/policies/acl/${run}`);
  for (const made of tokens) await vault.ask('POST', 'auth/token/revoke', { token: made });
});

/** The policy of the README. */
function leastPolicy(): string {
  const rules = {
    'data/prod/*': '"create", "read", "update", "patch"',
    'metadata/prod/*': '"read"',
    'destroy/prod/*': '"update"',
    config: '"read"',
  };
  return Object.entries(rules)
    .map(([path, capabilities]) => `path "${mount}/${path}" { capabilities = [${capabilities}] }`)
    .join('\n');
}

/** A new mount is upgraded to version 2 in the background. */
async function eventually(act: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await act();
      return;
    } catch (error) {
      if (tries === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

interface Read {
  readonly data: {
    readonly data: Record<string, string> | null;
    readonly metadata: { readonly version: number };
  };
}

async function read(path: string, version = 0): Promise<Read | undefined> {
  const answer = await vault.ask('GET', `${at('data', path)}?version=${version}`);
  return 'data' in answer ? (answer as unknown as Read) : undefined;
}

storeContract('vault-kv2 over a real server', async () => ({
  open() {
    const { ports } = realPorts(vault.address);
    const http = tamperedHttp(ports.http);
    const session = {
      origin: vault.address,
      token: SecretValue.of(token, [vault.address]),
      expires: new Date(Date.now() + HOUR).toISOString(),
      attributes: {},
    };
    const settings = storeAdapter.settings.safeParse({ mount });
    if (!settings.success) throw new Error('settings');
    return {
      store: storeAdapter.open(settings.data, { ...ports, http, session: async () => session }),
      http,
    };
  },
  origin: vault.address,
  newPath: () => `prod/a b&c+é/${systemRandom.id(10)}`,
  async edit(path, fields) {
    const now = await read(path);
    await vault.ask('POST', at('data', path), { data: { ...now?.data.data, ...fields } });
  },
  async allow(path, origins) {
    await vault.ask('POST', at('metadata', path), { custom_metadata: { rekey_origins: origins } });
  },
  remove: async (path) => void (await vault.ask('DELETE', at('data', path))),
  served: async (path) => (await read(path))?.data.data ?? undefined,
  async holds(ref, value) {
    for (const path of [ref.path, slotPath(ref)]) {
      const last = (await read(path))?.data.metadata.version ?? 0;
      for (let version = 1; version <= last; version += 1) {
        if (JSON.stringify(await read(path, version)).includes(value)) return true;
      }
    }
    return false;
  },
}));

identityContract('vault-jwt over a real server', async () => {
  const clock = new ShiftedClock();
  const oidc = jobOidc(issuer, job);
  const { ports, log } = realPorts(vault.address, clock);
  let broken = false;
  const http: Http = {
    async send(request) {
      const now = broken;
      broken = false;
      if (now) throw new RekeyError('RK9001', 'The connection is broken.');
      return ports.http.send(request);
    },
  };
  const settings = identityAdapter.settings.safeParse({ address: vault.address, role: run, mount: login });
  if (!settings.success) throw new Error('settings');
  return {
    identity: identityAdapter.open(settings.data, { ...ports, oidc, http }),
    origin: vault.address,
    life: LIFE,
    now: clock.now,
    pass: async (duration) => clock.shift(duration),
    works: (session) => vault.takes(session.token.reveal()),
    given: () => oidc.given,
    break: () => void (broken = true),
    log: log.lines,
  };
});

describe('the fakes speak as the real server does', () => {
  const mounts = { KV: mount, JWT: login };

  async function compared(lines: readonly Line[]): Promise<{ fake: unknown[]; real: unknown[] }> {
    const fake = fakeSpeaker(issuer, mount, login);
    const real = realSpeaker(vault, await temporary(['default']), mount, login);
    const said: { fake: unknown[]; real: unknown[] } = { fake: [], real: [] };
    for (const line of lines) {
      said.fake.push(comparable(line, await fake(line), mounts));
      said.real.push(comparable(line, await real(line), mounts));
    }
    return said;
  }

  it('about versions', async () => {
    const { fake, real } = await compared(kvDialogue);
    expect(fake).toEqual(real);
  });

  it('about logins', async () => {
    for (const [name, role] of Object.entries(roles)) {
      await vault.ask('POST', `auth/${login}/role/${name}`, roleAsWire(role));
    }
    const { fake, real } = await compared(loginDialogue(tokensOf(issuer)));
    expect(fake).toEqual(real);
  });
});
