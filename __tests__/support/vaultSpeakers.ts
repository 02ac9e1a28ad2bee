import { FakeVaultJwt, VaultTokens, type FakeRole } from '../../src/adapters/identities/vault-jwt/fake';
import { FakeVaultKv, nothingMounted } from '../../src/adapters/stores/vault-kv2/fake';
import type { FakeHandler } from '../../src/kits/fake/fake';
import { MINUTE } from '../../src/domain/tools/time';
import { OidcIssuer, type Claims } from '../../src/sandbox/oidcIssuer';
import { job } from './oidcJob';
import { realWorld, type RealVault } from './realVault';
import type { Line, Reply } from './vaultDialogue';

export const AUDIENCE = 'https://vault.example.com';

const base: FakeRole = { policies: [], life: 20 * MINUTE, roleType: 'jwt', boundAudiences: [AUDIENCE] };
const bound = { environment: 'production' };

/** The roles of the dialogue; the real server gets the same. */
export const roles: Readonly<Record<string, FakeRole>> = {
  'by-subject': { ...base, boundSubject: 'repo:acme/shop:environment:production' },
  'by-oidc': { ...base, roleType: 'oidc', boundClaims: bound },
  'by-environment': { ...base, boundClaims: bound },
  'by-glob': { ...base, boundClaims: { environment: 'prod*' }, boundClaimsType: 'glob' },
  'by-user': { ...base, boundClaims: bound, userClaim: 'nobody' },
};

export function tokensOf(issuer: OidcIssuer): Readonly<Record<string, string>> {
  const now = Math.floor(Date.now() / 1000);
  const mint = (changes: Claims): string => issuer.mint(job, AUDIENCE, changes);
  const { environment: _environment, ...bare } = job;
  const other = new OidcIssuer({ world: realWorld });
  other.changeKeys();
  return {
    good: mint({}),
    audience: issuer.mint(job, 'https://github.com/acme'),
    subject: mint({ sub: 'repo:acme/shop:ref:refs/heads/main' }),
    issuer: mint({ iss: 'https://other.example.com' }),
    expired: mint({ nbf: now - 900, iat: now - 600, exp: now - 120 }),
    early: mint({ nbf: now + 600, iat: now, exp: now + 900 }),
    future: mint({ nbf: now, iat: now + 600, exp: now + 900 }),
    forged: other.mint(job, AUDIENCE),
    bare: issuer.mint(bare, AUDIENCE),
    staging: mint({ environment: 'staging' }),
  };
}

/** The fakes, spoken to as the wire would. */
export function fakeSpeaker(
  issuer: OidcIssuer,
  mount: string,
  login: string,
): (line: Line) => Promise<Reply> {
  const tokens = new VaultTokens(realWorld);
  const kv = new FakeVaultKv(realWorld, tokens, { mount });
  const jwt = new FakeVaultJwt(realWorld, tokens, { mount: login, keys: () => issuer.jwks(), roles });
  const held = {
    root: tokens.issue(['root']),
    weak: tokens.issue(['default']),
    unknown: 'hvs.unknown',
    none: '',
  };
  const handlers: readonly FakeHandler[] = [jwt.handler, kv.handler, nothingMounted];
  return async (line) => {
    const url = new URL(`https://x.invalid/v1/${addressed(line, mount, login)}`);
    const token = held[line.token ?? 'root'];
    const request = {
      method: line.method,
      path: url.pathname,
      query: url.searchParams,
      headers: {
        'content-type': line.type ?? 'application/json',
        ...(token === '' ? {} : { 'x-vault-token': token }),
      },
      body: line.body === undefined ? '' : JSON.stringify(line.body),
    };
    for (const handler of handlers) {
      const answer = handler(request);
      if (answer) return { status: answer.status, text: answer.body };
    }
    throw new Error(`no fake answers ${line.path}`);
  };
}

/** @param weak a token without a policy */
export function realSpeaker(
  vault: RealVault,
  weak: string,
  mount: string,
  login: string,
): (line: Line) => Promise<Reply> {
  const held = { root: vault.token, weak, unknown: 'hvs.unknown', none: '' };
  return async (line) => {
    const token = held[line.token ?? 'root'];
    const reply = await fetch(`${vault.address}/v1/${addressed(line, mount, login)}`, {
      method: line.method,
      headers: {
        'content-type': line.type ?? 'application/json',
        ...(token === '' ? {} : { 'x-vault-token': token }),
      },
      ...(line.body !== undefined && { body: JSON.stringify(line.body) }),
    });
    return { status: reply.status, text: (await reply.text()).trim() };
  };
}

const addressed = ({ path }: Line, mount: string, login: string): string =>
  path.replace(/^kv:/, encodeURIComponent(mount)).replace(/^jwt:/, `auth/${login}`);

/** As the real server is told of a role. */
export function roleAsWire(role: FakeRole): Readonly<Record<string, unknown>> {
  return {
    role_type: role.roleType,
    bound_audiences: role.boundAudiences,
    bound_claims: role.boundClaims,
    bound_claims_type: role.boundClaimsType ?? 'string',
    ...(role.boundSubject !== undefined && { bound_subject: role.boundSubject }),
    user_claim: role.userClaim ?? 'sub',
    token_ttl: role.life / 1000,
    ...(role.roleType === 'oidc' && { allowed_redirect_uris: ['https://x.invalid/'] }),
  };
}
