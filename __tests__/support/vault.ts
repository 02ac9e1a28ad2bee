import {
  FakeVaultKv,
  nothingMounted,
  type FakePolicy,
  type FakeVaultKvOptions,
} from '../../src/adapters/stores/vault-kv2/fake';
import { adapter } from '../../src/adapters/stores/vault-kv2';
import { VaultTokens } from '../../src/adapters/identities/vault-jwt/fake';
import type { Session } from '../../src/domain/contracts/identity';
import type { Store } from '../../src/domain/contracts/store';
import type { FakeWorld } from '../../src/kits/fake/fake';
import { SecretValue } from '../../src/domain/secret';
import type { FaultPlan } from '../../src/sandbox/faults';
import { seededRandom, testPorts, type TestWorld } from './ports';
import { tamperedHttp, type TamperedHttp } from './tamperedHttp';
import { VirtualClock } from './virtualClock';

export const VAULT = 'https://vault.example.com';

/** The policy that the README asks for, for secrets below `prod/`. */
export function leastPolicy(mount = 'secret'): FakePolicy {
  return {
    [`${mount}/data/prod/*`]: ['create', 'read', 'update', 'patch'],
    [`${mount}/metadata/prod/*`]: ['read'],
    [`${mount}/destroy/prod/*`]: ['update'],
    [`${mount}/config`]: ['read'],
  };
}

export interface VaultProcess {
  readonly store: Store;
  readonly http: TamperedHttp;
  readonly world: TestWorld;
}

export interface VaultTestWorld {
  readonly clock: VirtualClock;
  readonly tokens: VaultTokens;
  readonly kv: FakeVaultKv;
  readonly token: string;
  open(settings?: unknown, session?: Partial<Session>, faults?: FaultPlan): VaultProcess;
}

/** A Vault with one KV mount, and processes that have a token for it. */
export function vaultWorld(options: Partial<FakeVaultKvOptions> = {}, vault = adapter): VaultTestWorld {
  const clock = new VirtualClock();
  const { id } = seededRandom(7);
  const world: FakeWorld = { now: clock.now, id };
  const tokens = new VaultTokens(world);
  const kv = new FakeVaultKv(world, tokens, { policies: { rekey: leastPolicy(options.mount) }, ...options });
  const token = tokens.issue(['default', 'rekey']);
  return {
    clock,
    tokens,
    kv,
    token,
    open(settings = {}, session = {}, faults) {
      const test = testPorts({
        clock,
        routes: { [VAULT]: [kv.handler, nothingMounted] },
        ...(faults && { faults }),
        session: {
          origin: VAULT,
          token: SecretValue.of(token, [VAULT]),
          expires: '2026-03-02T03:00:00.000Z',
          attributes: {},
          ...session,
        },
      });
      const http = tamperedHttp(test.ports.http);
      const read = vault.settings.safeParse(settings);
      if (!read.success) throw new Error(read.error.issues.map(({ message }) => message).join());
      return { store: vault.open(read.data, { ...test.ports, http }), http, world: test };
    },
  };
}
