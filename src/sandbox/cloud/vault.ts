import { FakeVaultJwt, VaultTokens } from '../../adapters/identities/vault-jwt/fake';
import { FakeVaultKv, nothingMounted, type FakePolicy } from '../../adapters/stores/vault-kv2/fake';
import type { FakeHandler, FakeWorld } from '../../kits/fake/fake';
import { MINUTE } from '../../domain/tools/time';
import type { OidcIssuer } from '../oidcIssuer';

/** As the README of the store asks for it: the keys under prod/, their staging slots, and one admin key to read. */
const REKEY: FakePolicy = {
  'secret/data/prod/*': ['create', 'read', 'update', 'patch'],
  'secret/destroy/prod/*': ['update'],
  'secret/metadata/prod/*': ['read'],
  'secret/data/admin/gateway': ['read'],
  'secret/metadata/admin/gateway': ['read'],
  'secret/config': ['read'],
};
const APPLICATION = 'application';
const READER: FakePolicy = { 'secret/data/prod/*': ['read'] };

/** A Vault with one mount for keys and a login for workflows of one repository. */
export class SandboxVault {
  readonly kv: FakeVaultKv;
  readonly jwt: FakeVaultJwt;
  readonly tokens: VaultTokens;

  constructor(world: FakeWorld) {
    this.tokens = new VaultTokens(world);
    this.kv = new FakeVaultKv(world, this.tokens, { policies: { rekey: REKEY, reader: READER } });
    this.jwt = new FakeVaultJwt(world, this.tokens);
  }

  readonly handler: FakeHandler = (request) =>
    this.jwt.handler(request) ?? this.kv.handler(request) ?? nothingMounted(request);

  /** The token of an application, which may read what it serves and nothing else. */
  reader(): string {
    return this.tokens.issue(['reader'], Infinity, APPLICATION);
  }

  /** Names of the logins that were not ended. */
  get sessions(): readonly string[] {
    return this.tokens.live.map(({ name }) => name).filter((name) => name !== APPLICATION);
  }

  /** The role `rekey`: workflows with exactly this subject, tokens for this audience. */
  trust(issuer: OidcIssuer, subject: string, audience: string): void {
    this.jwt.options = {
      ...this.jwt.options,
      issuer: issuer.issuer,
      keys: () => issuer.jwks(),
      roles: {
        rekey: {
          policies: ['rekey'],
          life: 15 * MINUTE,
          roleType: 'jwt',
          boundAudiences: [audience],
          boundSubject: subject,
        },
      },
    };
  }
}
