import {
  fakeJson,
  type FakeHandler,
  type FakeRequest,
  type FakeResponse,
  type FakeWorld,
} from '../../../../kits/fake/fake';
import type { Millis } from '../../../../domain/tools/time';
import { answerKv, capabilityOf, type FakeMount, type KvAnswer, type KvCall } from './calls';
import { copyOf, LateView, type Lag } from './lateView';
import { isMap } from './mergePatch';
import { grants, type Capability, type FakePolicy } from './policy';
import { FakeSecret, Refusal, type Data } from './secret';

/** Who holds a token may do what. Undefined: no such token, or it is over. The token table of the login has this form. */
export interface TokenTable {
  policiesOf(token: string): readonly string[] | undefined;
}

export interface FakeVaultKvOptions {
  readonly mount: string;
  /** The namespace of the mount; requests for another one find neither token nor mount. */
  readonly namespace: string;
  readonly policies: Readonly<Record<string, FakePolicy>>;
  /** sealed: 503. standby: 307 to the active node, as with forwarding switched off. upgrading: a mount that was just made. */
  readonly node: 'active' | 'sealed' | 'standby' | 'upgrading';
  /** What this server, other than Vault, cannot do. */
  readonly lacks: readonly ('compare-and-set' | 'old versions' | 'destroy')[];
}

const EVERYTHING_WELL: FakeVaultKvOptions = {
  mount: 'secret',
  namespace: '',
  policies: {},
  node: 'active',
  lacks: [],
};

const ALL: readonly Capability[] = ['create', 'read', 'update', 'patch', 'delete', 'list'];

/** Since Vault 1.15; before, it was no more than `permission denied`. */
const INVALID_TOKEN = '2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n';

/** https://github.com/hashicorp/vault-plugin-secrets-kv, upgrade.go */
const UPGRADING =
  'Upgrading from non-versioned to versioned data. This backend will be unavailable for a brief period and will resume service shortly.';

/** A mount of KV version 2. People may change it by hand, and its node may be sealed, stand by, or read late. */
export class FakeVaultKv {
  /** May be changed while the world runs. */
  options: FakeVaultKvOptions;
  readonly mount: FakeMount = {
    secrets: new Map(),
    keeping: { maxVersions: 0, casRequired: false, deleteVersionAfter: 0 },
  };
  readonly #world: FakeWorld;
  readonly #tokens: TokenTable;
  #writes = 0;
  /** What a standby shows that has not caught up. */
  #late: { readonly secrets: Map<string, FakeSecret>; readonly writes: number } | undefined;

  #silent: LateView | undefined;
  #serving: LateView | undefined;

  constructor(world: FakeWorld, tokens: TokenTable, options: Partial<FakeVaultKvOptions> = {}) {
    this.#world = world;
    this.#tokens = tokens;
    this.options = { ...EVERYTHING_WELL, ...options };
    const { lacks } = this.options;
    if (lacks.includes('old versions')) this.mount.keeping.maxVersions = 1;
    if (lacks.includes('compare-and-set')) this.mount.keeping.casIgnored = true;
  }

  /** From now on reads show the present state, whatever is written. */
  readLate(): void {
    const secrets = [...this.mount.secrets].map(([path, secret]): [string, FakeSecret] => [
      path,
      copyOf(secret),
    ]);
    this.#late = { secrets: new Map(secrets), writes: this.#writes };
  }

  catchUp(): void {
    this.#late = undefined;
    this.#silent = undefined;
  }

  /** From now on reads are behind writes, and no answer says so. */
  lagSilently(lag: Lag): void {
    this.#silent = new LateView(lag, this.mount.secrets);
  }

  /** Writes by hand, past policies and check-and-set. */
  put(path: string, data: Data): number {
    const secret = this.mount.secrets.get(path) ?? new FakeSecret(this.#world.now());
    this.mount.secrets.set(path, secret);
    secret.write(data, secret.current, this.mount.keeping, this.#world.now());
    this.#written(path);
    return secret.current;
  }

  /** A person deletes the newest version, which can be undone. */
  remove(path: string): void {
    const secret = this.mount.secrets.get(path);
    secret?.delete([secret.current], this.#world.now());
    this.#written(path);
  }

  #written(path: string): void {
    this.#writes += 1;
    this.#silent?.note(this.mount.secrets, path, this.#world.now());
    this.#serving?.note(this.mount.secrets, path, this.#world.now());
  }

  /** What applications read now. */
  served(path: string): Data | undefined {
    const secret = this.mount.secrets.get(path);
    return secret?.readable(secret.current, this.#world.now());
  }

  /** From now on applications are served what was current so long ago. */
  serveLate(by: Millis): void {
    this.#serving = new LateView({ by }, this.mount.secrets);
  }

  /** What applications get, where that is behind. */
  servedLate(path: string): Data | undefined {
    const now = this.#world.now();
    const secrets = this.#serving?.secrets(now) ?? this.mount.secrets;
    const secret = secrets.get(path);
    return secret?.readable(secret.current, now);
  }

  /** Every version of every secret that still holds something. */
  everything(): readonly Data[] {
    return [...this.mount.secrets.values()].flatMap((secret) =>
      [...secret.versions.values()].map(({ data }) => data),
    );
  }

  readonly handler: FakeHandler = (request) => {
    const prefix = `/v1/${this.options.mount}/`;
    const path = decodeURIComponent(request.path);
    if (path === '/v1/sys/capabilities-self') return this.#capabilities(request);
    if (!path.startsWith(prefix)) return undefined;
    const [part = '', ...rest] = path.slice(prefix.length).split('/');
    try {
      return this.#answer(request, part, rest.join('/'));
    } catch (thrown) {
      if (thrown instanceof Refusal) return errorAnswer(thrown.status, thrown.message);
      throw thrown;
    }
  };

  /** https://developer.hashicorp.com/vault/api-docs/system/capabilities-self · granted by the policy `default` that every token has */
  #capabilities(request: FakeRequest): FakeResponse {
    const names = this.#tokens.policiesOf(request.headers['x-vault-token'] ?? '');
    if (!names) return errorAnswer(403, 'permission denied');
    const policies = names.map((name) => this.options.policies[name] ?? {});
    const { paths } = bodyOf(request);
    const asked = Array.isArray(paths) ? paths.map(String) : [];
    const data = asked.map((path) => {
      const granted = ALL.filter((one) => grants(policies, path, one));
      return [path, names.includes('root') ? ['root'] : granted.length > 0 ? granted : ['deny']];
    });
    return wireAnswer({ status: 200, data: Object.fromEntries(data) as Data }, {});
  }

  #answer(request: FakeRequest, part: string, path: string): FakeResponse {
    this.#checkNode(request);
    const call: KvCall = {
      method: request.method,
      part,
      path,
      query: request.query,
      contentType: request.headers['content-type'] ?? '',
      body: bodyOf(request),
    };
    this.#checkAccess(request, call);
    const reads = call.method === 'GET' || call.method === 'LIST';
    const answer = answerKv(call, reads ? this.#visible(request) : this.mount, this.#world.now());
    if (!reads && answer.status < 400) this.#written(call.path);
    const headers = reads || this.#silent ? {} : { 'x-vault-index': String(this.#writes) };
    return wireAnswer(answer, headers);
  }

  #checkNode(request: FakeRequest): void {
    if (this.options.node === 'sealed') throw new Refusal(503, 'Vault is sealed');
    if (this.options.node === 'upgrading') throw new Refusal(400, UPGRADING);
    if (this.options.node === 'standby')
      throw new Refusal(307, `https://active.vault.invalid${request.path}`);
  }

  #checkAccess(request: FakeRequest, call: KvCall): void {
    const token = request.headers['x-vault-token'] ?? '';
    const names = this.#tokens.policiesOf(token);
    const namespace = (request.headers['x-vault-namespace'] ?? '').replace(/^\/|\/$/g, '');
    if (token !== '' && !names) throw new Refusal(403, INVALID_TOKEN);
    if (!names || namespace !== this.options.namespace) throw new Refusal(403, 'permission denied');
    const capability = capabilityOf(call, this.mount);
    const isLacking = call.part === 'destroy' && this.options.lacks.includes('destroy');
    if (!capability || isLacking) throw new Refusal(405, '1 error occurred:\n\t* unsupported operation\n\n');
    const policies = names.map((name) => this.options.policies[name] ?? {});
    const path = [this.options.mount, call.part, call.path].filter((piece) => piece !== '').join('/');
    if (!names.includes('root') && !grants(policies, path, capability)) {
      throw new Refusal(403, '1 error occurred:\n\t* permission denied\n\n');
    }
  }

  /** https://developer.hashicorp.com/vault/docs/enterprise/consistency */
  #visible(request: FakeRequest): FakeMount {
    if (this.#silent) return { ...this.mount, secrets: this.#silent.secrets(this.#world.now()) };
    if (!this.#late) return this.mount;
    const wanted = Number(request.headers['x-vault-index'] ?? 0);
    if (wanted > this.#late.writes) throw new Refusal(412, 'required index state not present');
    return { ...this.mount, secrets: this.#late.secrets };
  }
}

function bodyOf(request: FakeRequest): Data {
  if (request.body === '') return {};
  try {
    const body: unknown = JSON.parse(request.body);
    if (isMap(body)) return body;
  } catch {
    // Falls through to the refusal.
  }
  throw new Refusal(400, 'failed to parse JSON input');
}

const wireAnswer = ({ status, data }: KvAnswer, headers: Readonly<Record<string, string>>): FakeResponse =>
  data === undefined
    ? { status, headers, body: '' }
    : fakeJson(
        status,
        {
          request_id: '',
          lease_id: '',
          renewable: false,
          lease_duration: 0,
          data,
          wrap_info: null,
          warnings: null,
          auth: null,
        },
        headers,
      );

function errorAnswer(status: number, text: string): FakeResponse {
  if (status === 307) return { status, headers: { location: text }, body: '' };
  return fakeJson(status, { errors: text === '' ? [] : [text] });
}
