import { adapter } from '../../src/adapters/identities/vault-jwt';
import { FakeVaultJwt, VaultTokens, type FakeRole } from '../../src/adapters/identities/vault-jwt/fake';
import type { Identity } from '../../src/domain/contracts/identity';
import type { FakeWorld } from '../../src/kits/fake/fake';
import { MINUTE } from '../../src/domain/tools/time';
import { OidcIssuer, type Claims, type OidcJob } from '../../src/sandbox/oidcIssuer';
import type { FaultPlan } from '../../src/sandbox/faults';
import { job, jobOidc, type JobOidc } from './oidcJob';
import { seededRandom, testPorts, type TestWorld } from './ports';
import { VirtualClock } from './virtualClock';

export const VAULT = 'https://vault.example.com';

export const role: FakeRole = {
  policies: ['rekey'],
  life: 20 * MINUTE,
  roleType: 'jwt',
  boundAudiences: [VAULT],
  boundSubject: 'repo:acme/shop:environment:production',
};

export interface LoginOptions {
  readonly roles?: Readonly<Record<string, FakeRole>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly job?: Partial<OidcJob>;
  readonly subject?: 'names' | 'ids';
  /** Forged claims. */
  readonly changes?: (clock: VirtualClock) => Claims;
  readonly faults?: FaultPlan;
  readonly laptopToken?: (tokens: VaultTokens) => string;
}

export interface LoginWorld {
  readonly identity: Identity;
  readonly clock: VirtualClock;
  readonly vault: FakeVaultJwt;
  readonly tokens: VaultTokens;
  readonly issuer: OidcIssuer;
  readonly oidc: JobOidc;
  readonly test: TestWorld;
}

/** A Vault with a JWT auth method that trusts an issuer, and one process that logs in. */
export function loginWorld(options: LoginOptions = {}): LoginWorld {
  const clock = new VirtualClock();
  const { id } = seededRandom(11);
  const world: FakeWorld = { now: clock.now, id };
  const tokens = new VaultTokens(world);
  const issuer = new OidcIssuer({ world, subject: options.subject ?? 'names' });
  const roles = options.roles ?? { 'rekey-production': role };
  const vault = new FakeVaultJwt(world, tokens, { keys: () => issuer.jwks(), roles });
  const oidc = jobOidc(issuer, { ...job, ...options.job }, () => options.changes?.(clock) ?? {});
  const laptop = options.laptopToken?.(tokens);
  const test = testPorts({
    clock,
    oidc,
    routes: { [VAULT]: vault.handler },
    ...(options.faults && { faults: options.faults }),
    ...(laptop !== undefined && { laptopTokens: { VAULT_TOKEN: laptop } }),
  });
  const read = adapter.settings.safeParse({ address: VAULT, role: 'rekey-production', ...options.settings });
  if (!read.success) throw new Error(read.error.issues.map(({ message }) => message).join());
  return { identity: adapter.open(read.data, test.ports), clock, vault, tokens, issuer, oidc, test };
}
