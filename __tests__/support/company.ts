import { setMaxListeners } from 'node:events';
import { fakeVendor, type FakeVendor, type FakeVendorOptions } from '../../src/adapters/vendors/http/fake';
import { catalog } from '../../src/catalog.generated';
import type { Catalog } from '../../src/domain/descriptor';
import type { FakeHandler, FakeWorld } from '../../src/kits/fake/fake';
import type { Files } from '../../src/domain/ports';
import { ProcessKilled } from '../../src/domain/processKilled';
import type { RunContext } from '../../src/domain/run';
import type { Millis } from '../../src/domain/tools/time';
import { SandboxVault } from '../../src/sandbox/cloud/vault';
import type { FaultPlan } from '../../src/sandbox/faults';
import type { RepositoryOptions } from '../../src/sandbox/github/repository';
import { fakeGitHub, type FakeGitHub } from '../../src/sandbox/github/gitHubServer';
import { OidcIssuer } from '../../src/sandbox/oidcIssuer';
import { fakeTransport } from './fakeTransport';
import { run as runCommand } from './commandRun';
import { companyConfig, companyKeys, type CompanyKey } from './companyConfig';
import { CompanyService } from './companyService';
import { companyWorld, noTraces, type Exchange, type Traces } from './companyWorld';
import { memoryFiles, seededRandom } from './ports';
import { VirtualClock } from './virtualClock';

export const ORIGINS = {
  github: 'https://api.github.com',
  vault: 'https://vault.example.com',
  gateway: 'https://gateway.example.com',
  health: 'https://health.example.com',
  tokens: 'https://token.actions.githubusercontent.com',
};
const REPOSITORY = 'acme/shop';
const CONFIG = '.github/rekey.yml';

export interface CompanyOptions {
  /** Changes the text of rekey.yml. */
  readonly config?: (text: string) => string;
  /** Default 1: `gateway-prod`, with two services. */
  readonly keys?: number;
  readonly vendor?: Partial<FakeVendorOptions>;
  readonly repository?: Partial<RepositoryOptions>;
  readonly catalog?: Catalog;
  /** From a request to its answer. */
  readonly latency?: Millis;
}

export interface RunOptions {
  readonly changes?: Partial<RunContext>;
  /** The GitHub environment of the job; empty: none. */
  readonly environment?: string;
  readonly rights?: Readonly<Record<string, 'read' | 'write'>>;
  /** What the token of an App may do that is given as journal-token; left out: there is none. */
  readonly journalRights?: Readonly<Record<string, 'read' | 'write'>>;
  /** False: the job has no `id-token: write`. */
  readonly oidc?: boolean;
  readonly faults?: FaultPlan;
  readonly signal?: AbortSignal;
  /** A later step of the job that ran last. */
  readonly sameJob?: true;
}

/** Everything one run of the program left. */
export interface Ran {
  /** 137: the process was killed. */
  readonly code: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly errors: readonly string[];
  readonly exchanges: readonly Exchange[];
  readonly traces: Traces;
}

interface Job {
  readonly number: string;
  readonly token: string;
  readonly journalToken: string | undefined;
  readonly oidc: { readonly url: string; readonly token: string };
  end(): void;
}

/**
 * A company that uses Rekey: its GitHub with config, journal, tickets and deploys, its Vault, a vendor, services. `run` is a job
 * of its workflow: the real commands, adapters and ports, down to the transport; time is virtual.
 */
export class Company {
  readonly clock = new VirtualClock();
  readonly keys: readonly CompanyKey[];
  readonly vault: SandboxVault;
  readonly vendor: FakeVendor;
  readonly github: FakeGitHub;
  readonly issuer: OidcIssuer;
  readonly services: readonly CompanyService[];
  /** Every file that a run wrote. */
  readonly disk = new Map<string, string>();
  readonly files: Files = memoryFiles(this.disk);
  /** Servers that come first, such as one of an attacker, by origin. */
  readonly servers: Record<string, FakeHandler> = {};
  readonly ran: Ran[] = [];
  readonly #options: CompanyOptions;
  #runs = 0;
  #job: Job | undefined;

  constructor(options: CompanyOptions = {}) {
    this.#options = options;
    this.keys = companyKeys(options.keys ?? 1);
    const random = seededRandom(7);
    const world: FakeWorld = { now: this.clock.now, id: (length) => random.id(length) };
    this.vault = new SandboxVault(world);
    this.vendor = fakeVendor(world, options.vendor ?? {});
    this.issuer = new OidcIssuer({ world });
    this.trust(`repo:${REPOSITORY}:environment:production`);
    this.services = this.keys.flatMap(({ path, workloads }) =>
      workloads.map(
        (name) =>
          new CompanyService(name, { vendor: this.vendor, value: (field) => this.served(field, path) }),
      ),
    );
    const text = companyConfig(this.keys);
    const files = { [CONFIG]: options.config?.(text) ?? text };
    const repository = { owner: 'acme', name: 'shop', id: 1001, files, ...options.repository };
    this.github = fakeGitHub({ world, repository, tokens: {} });
    this.#prepare();
  }

  /** What applications read now. */
  served(field = 'api_key', path = this.keys[0]?.path ?? ''): string | undefined {
    const value = this.vault.kv.served(path)?.[field];
    return typeof value === 'string' ? value : undefined;
  }

  /** Jobs with this subject may log in to Vault. */
  trust(subject: string): void {
    this.vault.trust(this.issuer, subject, ORIGINS.vault);
  }

  /** The text of rekey.yml on the default branch is another one from now on. */
  push(change: (text: string) => string): void {
    this.github.home.git.store.advance(
      'main',
      (files) => void files.set(CONFIG, change(files.get(CONFIG) ?? '')),
      'Change rekey.yml',
    );
  }

  async run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
    return this.clock.run(() => this.start(argv, options));
  }

  /** A job begins; for several at once, inside `clock.run`. */
  async start(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
    const job = options.sameJob && this.#job ? this.#job : this.#newJob(options);
    this.#job = job;
    const traces = noTraces();
    const { world, end } = companyWorld({ ...job, ...this.#process(job, options) }, traces);
    const code = await runCommand(argv, this.#options.catalog ?? catalog, world).catch(codeOfTheDead);
    end();
    job.end();
    const { outputs, summary, errors, exchanges } = traces;
    const ran = { code, log: traces.lines.join('\n'), outputs, summary, errors, exchanges, traces };
    this.ran.push(ran);
    return ran;
  }

  #process(job: Job, options: RunOptions) {
    const { clock, files } = this;
    const { transport } = fakeTransport(this.#routes(), {
      clock,
      ...(this.#options.latency !== undefined && { latency: this.#options.latency }),
      ...(options.faults && { faults: options.faults }),
    });
    return {
      clock,
      files,
      transport,
      run: this.#context(job.number, options.changes),
      oidc: options.oidc === false ? undefined : job.oidc,
      signal: options.signal ?? anySignal(),
      api: ORIGINS.github,
    };
  }

  #routes(): Record<string, readonly FakeHandler[]> {
    const mine = {
      [ORIGINS.github]: [this.github.handler],
      [ORIGINS.vault]: [this.vault.handler],
      [ORIGINS.gateway]: [this.vendor.handle],
      [ORIGINS.health]: this.services.map((service) => service.handler),
      [ORIGINS.tokens]: [this.issuer.handler],
    };
    const others = Object.entries(this.servers).map(([origin, handler]): [string, readonly FakeHandler[]] => [
      origin,
      [handler, ...(mine[origin] ?? [])],
    ]);
    return { ...mine, ...Object.fromEntries(others) };
  }

  #prepare(): void {
    this.vault.kv.put('admin/gateway', { token: this.vendor.options.adminKeys[0] ?? '' });
    for (const { path } of this.keys) {
      const old = this.vendor.add('made by hand');
      this.vault.kv.put(path, { api_key: old.value, api_key_id: old.id, other: 'kept' });
    }
    for (const service of this.services) service.restart();
    const { actions, git } = this.github.home;
    git.rules.set('rekey-journal', ['deletion', 'non_fast_forward']);
    actions.workflows.set('deploy.yml', {
      name: 'Deploy',
      runName: 'Deploy ${{ inputs.marker }}',
      inputs: ['workload', 'marker'],
    });
    actions.onDispatch = (run) => {
      this.services.find(({ name }) => name === run.inputs['workload'])?.roll(run.title);
      run.finish('success');
    };
  }

  #context(number: string, changes: Partial<RunContext> = {}): RunContext {
    return {
      owner: { kind: 'actions', repository: REPOSITORY, run: number, attempt: 1, job: `9${number}` },
      repository: REPOSITORY,
      repositoryId: '1001',
      defaultBranch: 'main',
      event: 'schedule',
      actor: 'schedule',
      ref: 'refs/heads/main',
      url: `https://github.com/${REPOSITORY}/actions/runs/${number}`,
      version: '0.1.0',
      sandbox: false,
      ...changes,
    };
  }

  #appToken(number: string, permissions: RunOptions['journalRights']): string | undefined {
    if (!permissions) return undefined;
    const token = `ghs_app_${number}_${'a'.repeat(30)}`;
    this.github.tokens.set(token, { login: 'rekey-journal[bot]', repositories: [REPOSITORY], permissions });
    return token;
  }

  #newJob({ environment = 'production', rights, journalRights, changes }: RunOptions): Job {
    this.#runs += 1;
    const number = String(this.#runs);
    const run = this.github.home.actions.start('schedule', { id: this.#runs, times: { running: Infinity } });
    const job = run.addJob({ id: Number(`9${number}`) });
    const token = `ghs_${number}_${'t'.repeat(30)}`;
    this.github.tokens.set(token, {
      login: 'github-actions[bot]',
      repositories: [REPOSITORY],
      permissions: rights ?? { actions: 'write', contents: 'write', issues: 'write' },
    });
    const ref = changes?.ref ?? 'refs/heads/main';
    const oidc = this.issuer.start({
      repository: REPOSITORY,
      repositoryId: '1001',
      ownerId: '12',
      ref,
      event: changes?.event ?? 'schedule',
      runId: number,
      runAttempt: 1,
      actor: 'octocat',
      workflowRef: `${REPOSITORY}/.github/workflows/rekey.yml@${ref}`,
      ...(environment === '' ? {} : { environment }),
    });
    const end = (): void => {
      Object.assign(job, { status: 'completed', conclusion: 'success' });
      run.finish('success');
    };
    return { number, token, journalToken: this.#appToken(number, journalRights), oidc, end };
  }
}

/** Many keys wait on it at once. */
function anySignal(): AbortSignal {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  return signal;
}

function codeOfTheDead(thrown: unknown): number {
  if (thrown instanceof ProcessKilled) return 137;
  throw thrown;
}
