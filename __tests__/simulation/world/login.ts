import type { VaultTokens } from '../../../src/adapters/identities/vault-jwt/fake';
import { FakeVaultJwt } from '../../../src/adapters/identities/vault-jwt/fake';
import { fakeJson, type FakeHandler, type FakeWorld } from '../../../src/kits/fake/fake';
import { SECOND, type Millis } from '../../../src/domain/tools/time';
import { PLANTED } from './vendors';

/** A token table with a login that asks no signature: what RSA costs would be most of a run. All else is the fake's own. */
export function cheapLogin(
  world: FakeWorld,
  tokens: VaultTokens,
  life: Millis,
): { readonly handler: FakeHandler; revokeAll(): void } {
  const rest = new FakeVaultJwt(world, tokens);
  const given = new Set<string>();
  const handler: FakeHandler = (request) => {
    if (request.path !== '/v1/auth/jwt/login') return rest.handler(request);
    const token = tokens.issue(['root'], life, 'jwt-rekey');
    given.add(token);
    const auth = { client_token: token, lease_duration: life / SECOND, token_type: 'service', num_uses: 0 };
    return fakeJson(200, { auth });
  };
  return { handler, revokeAll: () => given.forEach((token) => tokens.revoke(token)) };
}

/** Tokens of this Vault hold the mark that no text may show. */
export const markedIds = (id: (length: number) => string): ((length: number) => string) => {
  return (length) => (length === 28 ? `${PLANTED}${id(12)}` : id(length));
};
