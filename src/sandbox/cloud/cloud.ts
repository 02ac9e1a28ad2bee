import type { FakeRun } from '../../adapters/deployers/github-workflow/fake';
import { fakeVendor, type FakeKey, type FakeVendor } from '../../adapters/vendors/http/fake';
import type { FakeHandler, FakeWorld } from '../../kits/fake/fake';
import type { Clock } from '../../domain/ports';
import { clockAt, type Speed } from '../../runtime/clock';
import type { Chance } from '../chance';
import { Fleet } from '../fleet/fleet';
import type { WorkloadOptions } from '../fleet/workload';
import { fakeGitHub, type FakeGitHub } from '../github/gitHubServer';
import { OidcIssuer } from '../oidcIssuer';
import { serveFakes, type FakeServer } from '../server';
import { Tap, type TappedPlace } from '../tap';
import { configText, mustRoll, type ConfigOptions } from './configText';
import { healthHandler } from './health';
import type { KeyPlan } from './keyPlan';
import { SHORT, type Times } from './times';
import { SandboxVault } from './vault';

export const REPOSITORY = { owner: 'acme', name: 'payments', id: 4711, ownerId: '12' } as const;
export const CONFIG_PATH = '.github/rekey.yml';
const ADMIN_KEY_LENGTH = 40;

export interface CloudOptions extends ConfigOptions {
  readonly keys: readonly KeyPlan[];
  /** Of the time that the cloud and the jobs in it live in. */
  readonly speed?: Speed;
}

/** As the machine's own. */
const REAL: Speed = { factor: 1, since: 0 };

interface Parts {
  readonly github: FakeGitHub;
  readonly issuer: OidcIssuer;
  readonly fleet: Fleet;
}

/** GitHub, Vault, a vendor and a fleet of services on loopback, each behind a port of its own. */
export class Cloud {
  readonly tap = new Tap();
  readonly vault: SandboxVault;
  readonly vendor: FakeVendor;
  readonly keys: readonly KeyPlan[];
  /** The keys that were in use before Rekey came, by the name of their entry. */
  readonly placed = new Map<string, FakeKey>();
  /** Ids of keys of ours that no entry is about. */
  readonly spare = new Set<string>();
  readonly speed: Speed;
  readonly clock: Clock;
  readonly #adminKey: string;
  readonly #options: CloudOptions;
  readonly #chance: Chance;
  readonly #say: (who: 'fleet', what: string) => void;
  readonly #world: FakeWorld;
  readonly #servers: FakeServer[] = [];
  #parts: Parts | undefined;
  #origins: Partial<Record<TappedPlace, string>> = {};

  /** @param say tells what the fleet does */
  constructor(options: CloudOptions, chance: Chance, say: (who: 'fleet', what: string) => void) {
    this.#say = say;
    this.#options = options;
    this.#chance = chance;
    this.keys = options.keys;
    this.speed = options.speed ?? REAL;
    this.clock = clockAt(this.speed);
    this.#world = { now: () => this.clock.now(), id: (length) => chance.id(length) };
    this.vault = new SandboxVault(this.#world);
    this.#adminKey = `admin-${chance.id(ADMIN_KEY_LENGTH)}`;
    this.vendor = fakeVendor(this.#world, {
      adminKeys: [this.#adminKey],
      lags: this.#times.late,
      ...(options.maxLive !== undefined && { maxLive: options.maxLive }),
    });
    this.vault.kv.put('admin/gateway', { token: this.#adminKey });
  }

  get github(): FakeGitHub {
    return this.#running.github;
  }
  get issuer(): OidcIssuer {
    return this.#running.issuer;
  }
  get fleet(): Fleet {
    return this.#running.fleet;
  }
  origin(place: TappedPlace): string {
    return this.#origins[place] ?? '';
  }

  /** A key that a person made long ago and put into the store; applications use it. */
  place(key: KeyPlan): FakeKey {
    const made = this.vendor.add(`made by hand for ${key.name}`, 'ours', ['charge.read', 'charge.write']);
    const before = this.vault.kv.served(key.path) ?? {};
    this.vault.kv.put(key.path, { ...before, [key.field]: made.value });
    this.placed.set(key.name, made);
    return made;
  }

  /** A person deletes a key at the vendor. */
  endByHand(id: string): void {
    const key = this.vendor.keys.byId(id);
    if (key) key.revoked = this.#world.now();
  }

  /** Everything that must never be seen outside vendor, store and the memory of services. */
  get secretValues(): readonly string[] {
    return [this.#adminKey, ...this.vendor.keys.all.map(({ value }) => value)];
  }

  async start(): Promise<void> {
    // The addresses are part of what is served, so the servers come first.
    const github = await this.#serve('github', (request) =>
      request.path.startsWith('/oidc/')
        ? this.#running.issuer.handler(request)
        : this.#running.github.handler(request),
    );
    const vault = await this.#serve('store', this.vault.handler);
    const vendor = await this.#serve('vendor', this.vendor.handle);
    const health = await this.#serve(
      'health',
      healthHandler(() => this.#running.fleet),
    );
    const ids = this.#chance.fraction() < 0.5;
    const issuer = new OidcIssuer({
      world: this.#world,
      issuer: `${github}/oidc`,
      subject: ids ? 'ids' : 'names',
    });
    const { owner, name, id, ownerId } = REPOSITORY;
    const subject = ids ? `repo:${owner}@${ownerId}/${name}@${id}` : `repo:${owner}/${name}`;
    this.vault.trust(issuer, `${subject}:environment:production`, vault);
    const files = { [CONFIG_PATH]: configText(this.keys, { vault, vendor, health }, this.#options) };
    const repository = { owner, name, id, files };
    const fleet = new Fleet(this.#services(vault, vendor), this.#chance);
    this.#parts = { github: fakeGitHub({ world: this.#world, repository, tokens: {} }), issuer, fleet };
    this.#prepareRepository();
    await fleet.start();
  }

  async stop(): Promise<void> {
    await this.#parts?.fleet.stop();
    await Promise.all(this.#servers.map((server) => server.close()));
  }

  get #times(): Times {
    return this.#options.times ?? SHORT;
  }

  get #running(): Parts {
    if (!this.#parts) throw new Error('the cloud is not started');
    return this.#parts;
  }

  async #serve(place: TappedPlace, handler: FakeHandler): Promise<string> {
    const stands = { faults: this.tap.plan(place), gate: this.tap.gate(place) };
    const server = await serveFakes(this.tap.wrap(place, handler), stands);
    this.#servers.push(server);
    this.#origins = { ...this.#origins, [place]: server.origin };
    return server.origin;
  }

  #services(vault: string, vendor: string): readonly WorkloadOptions[] {
    const token = this.vault.reader();
    const { cache, startup } = this.#times;
    const { factor } = this.speed;
    const names = [...new Set(this.keys.flatMap((key) => key.workloads))];
    return names.map((name) => ({
      name,
      replicas: 2,
      cache: mustRoll(name) ? Infinity : cache / factor,
      startup: startup / factor,
      uses: this.keys
        .filter((key) => key.workloads.includes(name))
        .map((key) => ({
          name: key.name,
          secret: `${vault}/v1/secret/data/${key.path}`,
          token,
          field: key.field,
          service: `${vendor}/v1/charge`,
          header: 'x-api-key',
        })),
    }));
  }

  /** Rules that protect the journal, and the team's deploy workflow: it replaces the instances of one service, one by one. */
  #prepareRepository(): void {
    const { actions, git } = this.github.home;
    git.rules.set('rekey-journal', ['deletion', 'non_fast_forward']);
    actions.workflows.set('deploy.yml', {
      name: 'Deploy',
      runName: 'Deploy ${{ inputs.workload }} ${{ inputs.marker }}',
      inputs: ['workload', 'marker'],
      times: { running: Infinity },
    });
    actions.onDispatch = (run: FakeRun) => {
      const workload = this.fleet.workloads.get(run.inputs['workload'] ?? '');
      if (!workload) {
        run.finish('failure');
        return;
      }
      void workload.roll().then(() => {
        this.#say('fleet', `every instance of ${workload.name} was replaced`);
        run.finish('success');
      });
    };
  }
}
