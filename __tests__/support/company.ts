import { fakeVendor, type FakeVendor } from '../../src/adapters/vendors/http/fake';
import { catalog } from '../../src/catalog.generated';
import { run as runCommand } from './commandRun';
import type { FakeHandler, FakeWorld } from '../../src/domain/fake';
import type { Files } from '../../src/domain/ports';
import type { RunContext } from '../../src/domain/run';
import { SecretValue } from '../../src/domain/secret';
import { HOUR } from '../../src/domain/time';
import { createGitHub } from '../../src/runtime/github/createGitHub';
import { createHost } from '../../src/runtime/host/createHost';
import { createHttp } from '../../src/runtime/http/createHttp';
import type { WireRequest } from '../../src/runtime/http/wire';
import { createOidc } from '../../src/runtime/oidc';
import { SandboxVault } from '../../src/sandbox/cloud/vault';
import type { FaultPlan } from '../../src/sandbox/faults';
import { fakeGitHub, type FakeGitHub } from '../../src/sandbox/github/server';
import { OidcIssuer } from '../../src/sandbox/oidcIssuer';
import { fakeTransport } from '../../src/sandbox/transport';
import type { World } from '../../src/commands/world';
import { companyConfig } from './companyConfig';
import { memoryFiles, recordingLog, seededRandom } from './ports';
import { Service } from './service';
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

interface CompanyOptions {
  readonly config?: (text: string) => string;
  readonly workloads?: readonly string[];
}

interface RunOptions {
  readonly changes?: Partial<RunContext>;
  readonly environment?: string;
  readonly rights?: Readonly<Record<string, 'read' | 'write'>>;
  readonly faults?: FaultPlan;
}

/** Everything one run of the program left. */
export interface Ran {
  readonly code: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly requests: readonly WireRequest[];
}

/**
 * A company that uses Rekey: its GitHub with config, journal, tickets and deploys, its Vault, a vendor, services. `run` is a job
 * of its workflow: the real commands, adapters and ports, down to the transport; time is virtual.
 */
export class Company {
  readonly clock = new VirtualClock();
  readonly vault: SandboxVault;
  readonly vendor: FakeVendor;
  readonly github: FakeGitHub;
  readonly issuer: OidcIssuer;
  readonly services: readonly Service[];
  readonly files: Files = memoryFiles();
  /** Handlers that come first, such as a server of an attacker. */
  readonly extra: Record<string, FakeHandler> = {};
  #runs = 0;

  constructor({
    config = (text) => text,
    workloads = ['payment-service', 'billing-service'],
  }: CompanyOptions = {}) {
    const random = seededRandom(7);
    const world: FakeWorld = { now: this.clock.now, id: (length) => random.id(length) };
    this.vault = new SandboxVault(world);
    this.vendor = fakeVendor(world, {});
    this.issuer = new OidcIssuer({ world });
    this.vault.trust(this.issuer, `repo:${REPOSITORY}:environment:production`, ORIGINS.vault);
    this.services = workloads.map((name) => new Service(name, this));
    const files = { [CONFIG]: config(companyConfig(workloads)) };
    this.github = fakeGitHub({
      world,
      repository: { owner: 'acme', name: 'shop', id: 1001, files },
      tokens: {},
    });
    this.#prepare();
  }

  served(field = 'api_key'): string | undefined {
    const value = this.vault.kv.served('prod/gateway')?.[field];
    return typeof value === 'string' ? value : undefined;
  }

  /** The file on the default branch is another one from now on. */
  push(config: string): void {
    this.github.home.git.store.advance('main', (files) => void files.set(CONFIG, config), 'Change rekey.yml');
  }

  async run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
    this.#runs += 1;
    const requests: WireRequest[] = [];
    const { world, log, outputs, page, end } = this.#world(options, requests);
    const code = await this.clock.run(() => runCommand(argv, catalog, world));
    end();
    return { code, log: log.lines.join('\n'), outputs, summary: page(), requests };
  }

  #prepare(): void {
    this.vault.kv.put('admin/gateway', { token: 'gateway-admin-key' });
    const old = this.vendor.add('made by hand');
    this.vault.kv.put('prod/gateway', { api_key: old.value, api_key_id: old.id, other: 'kept' });
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

  #world(options: RunOptions, requests: WireRequest[]) {
    const { clock } = this;
    const number = String(this.#runs);
    const job = this.#startJob(number, options);
    const routes = {
      [ORIGINS.github]: [this.github.handler],
      [ORIGINS.vault]: [this.vault.handler],
      [ORIGINS.gateway]: [this.vendor.handle],
      [ORIGINS.health]: this.services.map((service) => service.handler),
      [ORIGINS.tokens]: [this.issuer.handler],
      ...Object.fromEntries(Object.entries(this.extra).map(([origin, handler]) => [origin, [handler]])),
    };
    const { transport } = fakeTransport(routes, {
      clock,
      ...(options.faults ? { faults: options.faults } : {}),
    });
    const log = recordingLog();
    const random = seededRandom(100 + this.#runs);
    const http: World['http'] = (boundary) =>
      createHttp({
        ...boundary,
        clock,
        random,
        log,
        allowLoopbackHttp: false,
        userAgent: 'rekey-test',
        transport: (request) => {
          requests.push(request);
          return transport(request);
        },
      });
    const run = this.#context(number, options.changes);
    const open = (origin: string) => http({ origins: [origin], allowPrivateHosts: [] });
    const github = createGitHub({
      http: open(ORIGINS.github),
      clock,
      log,
      api: ORIGINS.github,
      repository: REPOSITORY,
      token: SecretValue.of(job.token, [ORIGINS.github]),
    });
    const request = { url: job.oidc.url, token: SecretValue.of(job.oidc.token, [ORIGINS.tokens]) };
    const outputs: Record<string, string> = {};
    let summary = '';
    const world: World = {
      clock,
      random,
      log,
      github,
      run,
      http,
      files: this.files,
      temp: `/tmp/run-${number}`,
      oidc: (origins) =>
        createOidc({ http: open(ORIGINS.tokens), request, actions: true, event: run.event, origins }),
      host: createHost({ me: run.owner, github, startOf: () => Promise.resolve(undefined) }),
      laptopToken: () => undefined,
      signal: new AbortController().signal,
      deadline: clock.monotonic() + HOUR,
      output: {
        set: (name, value) => void (outputs[name] = value),
        summary: (markdown) => {
          summary += markdown;
          return Promise.resolve();
        },
        error: (title, message) => log.info(`ERROR ${title}: ${message}`),
      },
    };
    return { world, log, outputs, page: () => summary, end: job.end };
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

  #startJob(number: string, { environment = 'production', rights, changes }: RunOptions) {
    const run = this.github.home.actions.start('schedule', {
      id: Number(number),
      times: { running: Infinity },
    });
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
      event: 'schedule',
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
    return { token, oidc, end };
  }
}
