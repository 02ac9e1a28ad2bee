import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type JsonWebKey } from 'node:crypto';
import {
  fakeJson,
  type FakeHandler,
  type FakeRequest,
  type FakeResponse,
  type FakeWorld,
} from '../kits/fake/fake';
import { MINUTE, SECOND } from '../domain/tools/time';

/** The job that asks for tokens, as far as its claims say. */
export interface OidcJob {
  /** `owner/name`, with the ids that survive a rename. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly ref: string;
  readonly event: string;
  readonly runId: string;
  readonly runAttempt: number;
  readonly actor: string;
  /** `owner/name/.github/workflows/rotate.yml@ref`. */
  readonly workflowRef: string;
  /** The reusable workflow, where the job is one of its. */
  readonly jobWorkflowRef?: string;
  readonly environment?: string;
}

export interface OidcIssuerOptions {
  readonly world: FakeWorld;
  /** Default: GitHub's. The handler answers below its path. */
  readonly issuer?: string;
  /**
   * names: `repo:acme/billing:…`. ids: `repo:acme@12/billing@34:…`, which repositories made since July 2026 have.
   * https://docs.github.com/en/actions/concepts/security/openid-connect
   */
  readonly subject?: 'names' | 'ids';
}

export type Claims = Readonly<Record<string, unknown>>;

const GITHUB = 'https://token.actions.githubusercontent.com';
const LIFE = 5 * MINUTE;

/** GitHub as an OIDC issuer: keys at its well-known address, and for each job an address that hands out tokens. */
export class OidcIssuer {
  readonly issuer: string;
  readonly #world: FakeWorld;
  readonly #subject: 'names' | 'ids';
  readonly #jobs = new Map<string, OidcJob>();
  #key = keyCalled('rekey-1');
  #keys = 1;

  constructor({ world, issuer = GITHUB, subject = 'names' }: OidcIssuerOptions) {
    this.#world = world;
    this.issuer = issuer;
    this.#subject = subject;
  }

  /** https://datatracker.ietf.org/doc/html/rfc7517#section-5 */
  jwks(): { readonly keys: readonly JsonWebKey[] } {
    return { keys: [this.#key.publicKey] };
  }

  /** The public key in PEM, for servers that are given keys instead of an address. */
  publicKeyPem(): string {
    return createPublicKey({ key: this.#key.publicKey, format: 'jwk' })
      .export({ type: 'spki', format: 'pem' })
      .toString();
  }

  /** The keys change; tokens of before are refused from now on. */
  changeKeys(): void {
    this.#keys += 1;
    this.#key = keyCalled(`rekey-${this.#keys}`);
  }

  /** What the runner puts into the job's environment as ACTIONS_ID_TOKEN_REQUEST_URL and _TOKEN. */
  start(job: OidcJob): { readonly url: string; readonly token: string } {
    const token = this.#world.id(32);
    this.#jobs.set(token, job);
    return { url: `${this.issuer}/idtoken/${job.runId}?api-version=2.0`, token };
  }

  /** A token of this job, as GitHub signs it; `changes` forge claims. */
  mint(job: OidcJob, audience: string, changes: Claims = {}): string {
    return signed({ ...this.#claims(job, audience), ...changes }, this.#key);
  }

  readonly handler: FakeHandler = (request) => {
    const base = new URL(this.issuer).pathname.replace(/\/$/, '');
    switch (request.path.startsWith(base) ? request.path.slice(base.length) : '') {
      case '/.well-known/openid-configuration':
        return fakeJson(200, { issuer: this.issuer, jwks_uri: `${this.issuer}/.well-known/jwks` });
      case '/.well-known/jwks':
        return fakeJson(200, this.jwks());
      default:
        return request.path.startsWith(`${base}/idtoken/`) ? this.#hand(request) : undefined;
    }
  };

  #hand(request: FakeRequest): FakeResponse {
    const bearer = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1] ?? '';
    const job = this.#jobs.get(bearer);
    if (!job || !request.path.endsWith(`/${job.runId}`)) return fakeJson(401, { message: 'Unauthorized' });
    const [owner = ''] = job.repository.split('/');
    const audience = request.query.get('audience') ?? `https://github.com/${owner}`;
    const value = this.mint(job, audience);
    return fakeJson(200, { count: value.length, value });
  }

  /** https://docs.github.com/en/actions/reference/security/oidc#oidc-token-claims */
  #claims(job: OidcJob, audience: string): Claims {
    const now = Math.floor(this.#world.now() / SECOND);
    const [owner = ''] = job.repository.split('/');
    return {
      jti: this.#world.id(24),
      sub: this.#subjectOf(job),
      aud: audience,
      ref: job.ref,
      repository: job.repository,
      repository_id: job.repositoryId,
      repository_owner: owner,
      repository_owner_id: job.ownerId,
      run_id: job.runId,
      run_attempt: String(job.runAttempt),
      actor: job.actor,
      event_name: job.event,
      workflow_ref: job.workflowRef,
      job_workflow_ref: job.jobWorkflowRef ?? job.workflowRef,
      runner_environment: 'github-hosted',
      ...(job.environment !== undefined && { environment: job.environment }),
      iss: this.issuer,
      nbf: now - (10 * MINUTE) / SECOND,
      iat: now,
      exp: now + LIFE / SECOND,
    };
  }

  #subjectOf(job: OidcJob): string {
    const [owner = '', name = ''] = job.repository.split('/');
    const names = `repo:${owner}/${name}`;
    const ids = `repo:${owner}@${job.ownerId}/${name}@${job.repositoryId}`;
    const where = job.environment === undefined ? contextOf(job) : `environment:${job.environment}`;
    return `${this.#subject === 'ids' ? ids : names}:${where}`;
  }
}

const contextOf = (job: OidcJob): string =>
  job.event === 'pull_request' ? 'pull_request' : `ref:${job.ref}`;

interface Key {
  readonly publicKey: JsonWebKey;
  readonly privateKey: JsonWebKey;
}

/** A key takes long to make, so a process makes each one once; who knows a fake's key knows nothing. */
const made = new Map<string, Key>();

function keyCalled(kid: string): Key {
  const key = made.get(kid) ?? newKey(kid);
  made.set(kid, key);
  return key;
}

function newKey(kid: string): Key {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    publicKey: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
    privateKey: privateKey.export({ format: 'jwk' }),
  };
}

function signed(claims: Claims, key: Key): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ typ: 'JWT', alg: 'RS256', kid: key.publicKey['kid'] })}.${part(claims)}`;
  const privateKey = createPrivateKey({ key: key.privateKey, format: 'jwk' });
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
}
