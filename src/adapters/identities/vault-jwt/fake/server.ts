import {
  fakeJson,
  type FakeHandler,
  type FakeRequest,
  type FakeResponse,
  type FakeWorld,
} from '../../../../kits/fake/fake';
import { SECOND } from '../../../../domain/tools/time';
import { verifiedClaims, type Keys } from './jwt';
import { misfit, type FakeRole } from './roleCheck';
import type { VaultTokens } from './tokens';

export interface FakeVaultJwtOptions {
  readonly mount: string;
  readonly namespace: string;
  readonly issuer: string;
  /** The issuer's keys as they are now. Undefined: nobody configured the auth method. */
  readonly keys: (() => Keys) | undefined;
  /** Names in lower case, as Vault keeps them. */
  readonly roles: Readonly<Record<string, FakeRole>>;
  readonly sealed: boolean;
}

const EVERYTHING_WELL: FakeVaultJwtOptions = {
  mount: 'jwt',
  namespace: '',
  issuer: 'https://token.actions.githubusercontent.com',
  keys: undefined,
  roles: {},
  sealed: false,
};

/** The JWT auth method and the token calls of a Vault. It verifies signature, issuer, audience, times and bound claims. */
export class FakeVaultJwt {
  /** May be changed while the world runs. */
  options: FakeVaultJwtOptions;
  /** Each login that succeeded: the id of the OIDC token that was used. */
  readonly logins: string[] = [];
  readonly #world: FakeWorld;
  readonly #tokens: VaultTokens;

  constructor(world: FakeWorld, tokens: VaultTokens, options: Partial<FakeVaultJwtOptions> = {}) {
    this.#world = world;
    this.#tokens = tokens;
    this.options = { ...EVERYTHING_WELL, ...options };
  }

  readonly handler: FakeHandler = (request) => {
    if (!request.path.startsWith('/v1/auth/')) return undefined;
    if (this.options.sealed) return refusal(503, 'Vault is sealed');
    const namespace = (request.headers['x-vault-namespace'] ?? '').replace(/^\/|\/$/g, '');
    const here = namespace === this.options.namespace;
    switch (`${request.method} ${decodeURIComponent(request.path).slice('/v1/auth/'.length)}`) {
      case `POST ${this.options.mount}/login`:
        return here ? this.#login(request) : refusal(403, 'permission denied');
      case 'GET token/lookup-self':
        return this.#lookUp(request);
      case 'POST token/revoke-self':
        return this.#revoke(request);
      default:
        return refusal(403, 'permission denied');
    }
  };

  #login(request: FakeRequest): FakeResponse {
    const { keys, issuer, roles } = this.options;
    if (!keys) return refusal(400, 'could not load configuration');
    const { role: name, jwt } = bodyOf(request);
    if (!name) return refusal(400, 'missing role');
    const role = roles[name.toLowerCase()];
    if (!role) return refusal(400, `role "${name.toLowerCase()}" could not be found`);
    if (role.roleType === 'oidc') return refusal(400, 'role with oidc role_type is not allowed');
    if (!jwt) return refusal(400, 'missing token');
    const claims = verifiedClaims(jwt, keys(), issuer, this.#world.now());
    if (typeof claims === 'string') return refusal(400, `error validating token: ${claims}`);
    const sentence = misfit(role, claims);
    if (sentence !== undefined) return refusal(400, sentence);
    this.logins.push(String(claims['jti']));
    return this.#granted(name.toLowerCase(), role);
  }

  #granted(name: string, role: FakeRole): FakeResponse {
    const type = role.tokenType ?? 'service';
    const token = this.#tokens.issue(
      ['default', ...role.policies],
      role.life,
      `${this.options.mount}-${name}`,
      type,
    );
    return fakeJson(200, {
      auth: {
        client_token: token,
        accessor: this.#world.id(24),
        policies: ['default', ...role.policies],
        metadata: { role: name },
        lease_duration: role.life / SECOND,
        renewable: type === 'service',
        token_type: type,
        num_uses: role.uses ?? 0,
      },
    });
  }

  #lookUp(request: FakeRequest): FakeResponse {
    const found = this.#tokens.find(request.headers['x-vault-token'] ?? '');
    if (!found) return noToken(request);
    const ttl = found.end === Infinity ? 0 : Math.floor((found.end - this.#world.now()) / SECOND);
    return fakeJson(200, {
      data: { ttl, display_name: found.name, policies: found.policies, type: found.type },
    });
  }

  #revoke(request: FakeRequest): FakeResponse {
    const found = this.#tokens.find(request.headers['x-vault-token'] ?? '');
    if (!found) return noToken(request);
    if (found.type === 'batch') return refusal(400, 'batch tokens cannot be revoked');
    this.#tokens.revoke(found.token);
    return { status: 204, body: '' };
  }
}

function bodyOf(request: FakeRequest): { readonly role: string; readonly jwt: string } {
  const body: unknown = JSON.parse(request.body === '' ? '{}' : request.body);
  const text = (name: string): string => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return { role: text('role'), jwt: text('jwt') };
}

const refusal = (status: number, text: string): FakeResponse => fakeJson(status, { errors: [text] });

/** An unknown token has sentences of its own since Vault 1.15. */
function noToken(request: FakeRequest): FakeResponse {
  const none = (request.headers['x-vault-token'] ?? '') === '';
  return refusal(
    403,
    none ? 'permission denied' : '2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n',
  );
}
