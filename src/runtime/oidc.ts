import { RekeyError, retold } from '../domain/errors';
import { httpError } from '../domain/httpError';
import { lazily } from '../domain/tools/lazily';
import type { Http, HttpResponse, Oidc } from '../domain/ports';
import { SecretText, SecretValue } from '../domain/secret';

/** Where the runner hands out tokens: ACTIONS_ID_TOKEN_REQUEST_URL and _TOKEN. */
export interface OidcRequest {
  readonly url: string;
  /** May travel to the origin of `url`. */
  readonly token: SecretValue;
}

export interface OidcOptions {
  /** May speak to the origin of `request.url`. */
  readonly http: Http;
  /** Absent on a laptop, and in a job without `id-token: write`. */
  readonly request: OidcRequest | undefined;
  readonly actions: boolean;
  readonly event: string;
  /** Where the tokens may travel: the identity's own origins. */
  readonly origins: readonly string[];
}

/**
 * A fresh token for each call, because it lives five minutes only. The toolkit's own `getIDToken` gives up at the first lost
 * connection; here the Http port repeats the read.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
export function createOidc(options: OidcOptions): Oidc {
  let last: Readonly<Record<string, string>> = {};
  return {
    async token(audience) {
      if (options.request === undefined) throw noToken(options);
      const token = valueOf(await ask(options.http, options.request, audience), options.origins);
      last = await claimsOf(token);
      return token;
    },
    claims: () => last,
  };
}

async function ask(http: Http, request: OidcRequest, audience: string): Promise<HttpResponse> {
  const url = new URL(request.url);
  url.searchParams.set('audience', audience);
  const headers = { authorization: new SecretText(['Bearer ', request.token]) };
  const answer = await http.send({ method: 'GET', url: url.href, headers }).catch((thrown: unknown) => {
    if (thrown instanceof RekeyError && thrown.kind === 'transient') {
      throw retold(thrown, 'RK3005', `GitHub gave no OIDC token: ${thrown.message}`);
    }
    throw thrown;
  });
  if (answer.status === 200) return answer;
  throw httpError(answer, {
    what: 'GitHub, ask for an OIDC token',
    write: false,
    denied: 'RK3001',
    broken: 'RK3001',
    transient: 'RK3005',
  });
}

function valueOf(answer: HttpResponse, origins: readonly string[]): SecretValue {
  const data = answer.json();
  if (typeof data === 'object' && data !== null && 'value' in data && typeof data.value === 'string') {
    return SecretValue.of(data.value, origins);
  }
  throw new RekeyError('RK3001', 'GitHub answered without an OIDC token.');
}

const decoder = lazily(() => import('jose/jwt/decode'));

/** What the token says of us, for messages; whoever is given the token checks its signature. */
async function claimsOf(token: SecretValue): Promise<Readonly<Record<string, string>>> {
  const { decodeJwt } = await decoder();
  try {
    const claims = Object.entries(decodeJwt(token.reveal()));
    return Object.fromEntries(
      claims.filter(([, value]) => typeof value !== 'object').map(([name, value]) => [name, String(value)]),
    );
  } catch {
    throw new RekeyError('RK3001', 'GitHub answered with an OIDC token that cannot be read.');
  }
}

function noToken({ actions, event }: OidcOptions): RekeyError {
  if (!actions) {
    return new RekeyError('RK3001', 'On this machine there is no OIDC token.', {
      next: 'Run it in Actions, or set the token that the README of the identity names, such as VAULT_TOKEN.',
    });
  }
  if (event.startsWith('pull_request')) {
    return new RekeyError('RK3001', `On ${event} GitHub gives no OIDC token to forks.`, {
      next: 'Run it on the default branch, by schedule or workflow_dispatch.',
    });
  }
  return new RekeyError('RK3001', 'GitHub offers this job no OIDC token.', {
    next: 'Add "id-token: write" to the permissions of the job, and of the job that calls it if this is a reusable workflow.',
  });
}
