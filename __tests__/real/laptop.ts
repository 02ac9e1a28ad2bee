import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { FakeVendor } from '../../src/adapters/vendors/http/fake';
import type { FakeKey } from '../../src/adapters/vendors/http/fake/keys';
import type { FakeRequest } from '../../src/kits/fake/fake';
import { systemRandom } from '../../src/runtime/random';
import { Chance } from '../../src/sandbox/chance';
import { healthHandler } from '../../src/sandbox/cloud/health';
import { Fleet } from '../../src/sandbox/fleet/fleet';
import { serveFakes, type FakeServer } from '../../src/sandbox/server';
import { FLEET_AGENT } from '../../src/sandbox/tap';
import { realWorld, type RealVault } from '../support/realVault';

export const KEY = 'gateway-prod';
const ADMIN = 'admin-of-the-gateway-0123456789';
const WORKLOADS = ['orders-service', 'billing-service'];
/** ms; how long a service continues with a value that it has read. */
const CACHE = 1000;

/** A process of Rekey on a laptop, until it ended. */
export interface Ran {
  readonly code: number | null;
  readonly signal: string | null;
  readonly output: string;
}

/** A laptop with the bundle, a vendor and two services on loopback, and a real store. */
export class Laptop {
  readonly folder = mkdtempSync(join(tmpdir(), 'laptop-'));
  readonly vendor = new FakeVendor(realWorld, {
    adminKeys: [ADMIN],
    lags: { propagation: 300, revocation: 300 },
  });
  /** Everything that the processes printed. */
  readonly printed: string[] = [];
  /** Called at each request of Rekey to the vendor: before it has its effect, and after. */
  meets: (moment: 'before' | 'after', request: FakeRequest) => Promise<void> = () => Promise.resolve();
  fleet!: Fleet;
  #server!: FakeServer;
  #token = '';
  readonly #vault: RealVault;
  readonly #mount = `ladder-${systemRandom.id(8)}`;

  constructor(vault: RealVault) {
    this.#vault = vault;
  }

  async start(): Promise<void> {
    const { ask } = this.#vault;
    await ask('POST', `sys/mounts/${this.#mount}`, { type: 'kv', options: { version: '2' } });
    await this.#mounted();
    const old = this.vendor.add('made by hand');
    const secret = { url: 'https://gateway.example.com', note: 'of another team', api_key: old.value };
    await ask('POST', `${this.#mount}/data/admin/gateway`, { data: { token: ADMIN } });
    await ask('POST', `${this.#mount}/data/prod/gateway`, { data: secret });
    this.#token = await this.#tokenWith(REKEY);
    const reader = await this.#tokenWith({ 'data/prod/*': ['read'] });
    this.#server = await serveFakes([this.vendor.handle, healthHandler(() => this.fleet)], {
      gate: async (request, act) => {
        if (request.headers['user-agent'] === FLEET_AGENT) return act();
        await this.meets('before', request);
        const answer = act();
        await this.meets('after', request);
        return answer;
      },
    });
    const use = {
      name: KEY,
      secret: `${this.#vault.address}/v1/${this.#mount}/data/prod/gateway`,
      token: reader,
      field: 'api_key',
      service: `${this.#server.origin}/v1/charge`,
      header: 'x-api-key',
    };
    const services = WORKLOADS.map((name) => ({ name, replicas: 2, uses: [use], cache: CACHE, startup: 50 }));
    this.fleet = new Fleet(services, new Chance(1));
    await this.fleet.start();
    this.configure('2s');
  }

  async stop(): Promise<void> {
    await this.fleet.stop();
    await this.#server.close();
    await this.#vault.ask('DELETE', `sys/mounts/${this.#mount}`);
  }

  /** Writes rekey.yml. @param grace such as `2s` */
  configure(grace: string, more: object = {}): void {
    const file = join(this.folder, '.github/rekey.yml');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, stringify(this.#config(grace, more)));
  }

  /** Starts `rekey WORDS`. */
  begin(...words: string[]): { readonly child: ChildProcess; readonly ended: Promise<Ran> } {
    const child = spawn(process.execPath, [resolve('dist/index.js'), ...words], {
      cwd: this.folder,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: this.folder,
        TMPDIR: this.folder,
        VAULT_TOKEN: this.#token,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const read = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    const ended = new Promise<Ran>((done) => {
      child.once('close', (code, signal) => {
        this.printed.push(output);
        done({ code, signal, output });
      });
    });
    return { child, ended };
  }

  run = (...words: string[]): Promise<Ran> => this.begin(...words).ended;

  /** The same with a token that may do only this, path by path below the mount. */
  async runWith(rules: Readonly<Record<string, readonly string[]>>, ...words: string[]): Promise<Ran> {
    const before = this.#token;
    this.#token = await this.#tokenWith(rules);
    try {
      return await this.run(...words);
    } finally {
      this.#token = before;
    }
  }

  /** The rules that `doctor` printed for the store, as `runWith` takes them. */
  rulesIn(output: string): Readonly<Record<string, readonly string[]>> {
    const lines = [...output.matchAll(/^path "([^"]+)" \{ capabilities = (\[[^\]]*\]) \}$/gm)];
    return Object.fromEntries(
      lines.map(([, path = '', can = '[]']) => [
        path.replace(`${this.#mount}/`, ''),
        JSON.parse(can) as readonly string[],
      ]),
    );
  }

  /** Limits what everybody together may ask of the store. */
  quota(rate: number): Promise<unknown> {
    return this.#vault.ask('POST', `sys/quotas/rate-limit/${this.#mount}`, {
      path: `${this.#mount}/`,
      rate,
      interval: '1s',
    });
  }
  noQuota = (): Promise<unknown> => this.#vault.ask('DELETE', `sys/quotas/rate-limit/${this.#mount}`);

  /** All fields that the store serves. */
  async served(): Promise<Readonly<Record<string, string>>> {
    const answer = await this.#vault.ask('GET', `${this.#mount}/data/prod/gateway`);
    return (answer as { data: { data: Record<string, string> } }).data.data;
  }

  get live(): readonly FakeKey[] {
    return this.vendor.keys.live;
  }

  /** Values that stand in anything the processes printed or left on the disk. */
  leaks(): readonly string[] {
    const texts = [...this.printed, ...filesBelow(this.folder).map((file) => readFileSync(file, 'utf8'))];
    const secrets = [ADMIN, this.#token, ...this.vendor.keys.all.map(({ value }) => value)];
    return secrets.filter((secret) => texts.some((text) => text.includes(secret)));
  }

  async #tokenWith(rules: Readonly<Record<string, readonly string[]>>): Promise<string> {
    const name = `${this.#mount}-${systemRandom.id(4)}`;
    const policy = Object.entries(rules)
      .map(([path, can]) => `path "${this.#mount}/${path}" { capabilities = ${JSON.stringify(can)} }`)
      .join('\n');
    await this.#vault.ask('PUT', `sys/policies/acl/${name}`, { policy });
    const made = await this.#vault.ask('POST', 'auth/token/create', { policies: [name], ttl: '1h' });
    return (made as { auth: { client_token: string } }).auth.client_token;
  }

  /** A new mount is upgraded to version 2 in the background. */
  async #mounted(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#vault.ask('GET', `${this.#mount}/config`);
        return;
      } catch (error) {
        if (tries === 50) throw error;
        await new Promise((done) => setTimeout(done, 100));
      }
    }
  }

  #config(grace: string, more: object): object {
    const origin = this.#server.origin;
    return {
      version: 1,
      identities: { vault: { use: 'vault-jwt', address: this.#vault.address, role: 'unused-on-a-laptop' } },
      stores: { vault: { use: 'vault-kv2', mount: this.#mount } },
      vendors: {
        gateway: {
          use: 'http',
          origin,
          admin_key: 'vault:admin/gateway#token',
          key_header: 'x-api-key',
          create: {
            request: 'POST /admin/keys',
            body: { name: '{label}', scopes: '{scopes}' },
            id: '/id',
            value: '/key',
          },
          list: {
            request: 'GET /admin/keys',
            items: '/keys',
            id: '/id',
            label: '/name',
            created: '/created_at',
            last_used: '/last_used_at',
          },
          whoami: { request: 'GET /v1/me', id: '/key_id' },
          verify: { request: 'GET /v1/ping', accepted: 200, refused: 401 },
          disable: { request: 'PATCH /admin/keys/{id}', body: { active: false } },
          enable: { request: 'PATCH /admin/keys/{id}', body: { active: true } },
          revoke: { request: 'DELETE /admin/keys/{id}', gone: 404 },
          limits: { propagation: '2s', list_lag: '1s', revocation_lag: '2s', last_used_lag: '1s' },
        },
      },
      workloads: Object.fromEntries(
        WORKLOADS.map((name) => [
          name,
          {
            check: {
              use: 'http',
              url: `${origin}/health/${name}`,
              key_id: { pointer: '/key_id' },
              passes: 2,
              interval: '100ms',
            },
            holds_key_for: '2s',
          },
        ]),
      ),
      keys: {
        [KEY]: {
          owner: 'team-payments',
          environment: 'production',
          vendor: 'gateway',
          scopes: ['charge.read'],
          secret: 'vault:prod/gateway#api_key',
          used_by: WORKLOADS,
          rotation_frequency: '30d',
          grace_period: grace,
          watch: '1s',
          ...more,
        },
      },
      journal: { use: 'file' },
    };
  }
}

/** What `doctor` prints for this config. */
const REKEY = {
  'data/prod/*': ['create', 'read', 'update', 'patch'],
  'destroy/prod/*': ['update'],
  'metadata/prod/*': ['read'],
  'data/admin/gateway': ['read'],
  'metadata/admin/gateway': ['read'],
  config: ['read'],
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}
