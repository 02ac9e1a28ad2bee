import { adapter as webhook } from '../../src/adapters/deployers/webhook';
import { FakeDeploySystem } from '../../src/adapters/deployers/webhook/fake';
import { adapter as fileJournal } from '../../src/adapters/journals/file';
import { adapter as httpProbe } from '../../src/adapters/probes/http';
import { FakeVaultKv } from '../../src/adapters/stores/vault-kv2/fake';
import { adapter as httpVendor } from '../../src/adapters/vendors/http';
import {
  fakeVendor,
  type FakeKey,
  type FakeVendor,
  type FakeVendorOptions,
} from '../../src/adapters/vendors/http/fake';
import type { KeyConfig } from '../../src/domain/config';
import type { Session } from '../../src/domain/contracts/identity';
import type { StoreCapabilities } from '../../src/domain/contracts/store';
import type { Ticket } from '../../src/domain/contracts/ticket';
import type { AdapterPorts } from '../../src/domain/descriptor';
import type { FakeHandler, FakeWorld } from '../../src/kits/fake/fake';
import type { RotationKind } from '../../src/domain/journal/facts';
import { keyIdentity } from '../../src/domain/key';
import type { Evidence } from '../../src/domain/evidence';
import { newKey, type KeyState } from '../../src/domain/journal/keyState';
import { RekeyError } from '../../src/domain/errors';
import type { RunContext } from '../../src/domain/run';
import { SecretValue } from '../../src/domain/secret';
import { HOUR, instant, MINUTE, SECOND } from '../../src/domain/tools/time';
import type { Stop } from '../../src/lifecycle/stepOutcome';
import { evidence } from '../../src/evidence/build';
import { rotate } from '../../src/lifecycle/rotate';
import type { OpenWorkload, Subject } from '../../src/lifecycle/subject';
import { keyConfig } from './facts';
import type { CallHook } from './faultInjector';
import { JournalDisk } from './journalDisk';
import { lacksOf, lesserVault, promisesOf } from './lesserVault';
import { run as runContext, seededRandom, testPorts, type TestWorld } from './ports';
import { enginePorts, requestOf, type How } from './process';
import { Service, type ServiceOptions } from './service';
import { DEPLOY, GATEWAY, HEALTH, parsed, VAULT, vendorSettings, type Lacking } from './stageSettings';
import { slotPath } from '../../src/kits/store/slotNote';
import { VirtualClock } from './virtualClock';

const PATH = 'prod/gateway';

export interface StageOptions {
  readonly key?: Partial<KeyConfig>;
  readonly vendor?: Partial<FakeVendorOptions>;
  /** Parts of the vendor's description that are left out. */
  readonly without?: readonly Lacking[];
  readonly limits?: Readonly<Record<string, unknown>>;
  /** How the vendor writes times, as the description says. */
  readonly times?: Readonly<Record<string, unknown>>;
  /** Those that are not named are rolled and have two instances. */
  readonly services?: Readonly<Record<string, ServiceOptions>>;
  readonly ticket?: Ticket;
  /** What its store promises less than Vault. */
  readonly store?: Partial<StoreCapabilities>;
  /** What is other than usual about all its runs. */
  readonly run?: Partial<RunContext>;
  readonly seed?: number;
}

/** One process: what it asked, and how it ended; undefined: it was killed. */
export interface Played {
  readonly stop: Stop;
  readonly calls: TestWorld['calls'];
  readonly job: string;
}

/** A world of fakes with one key, its vendor, its store and its workloads; and runs of the real engine and adapters in it. */
export class Stage {
  readonly clock = new VirtualClock();
  readonly vendor: FakeVendor;
  readonly vault: FakeVaultKv;
  readonly deploys: FakeDeploySystem;
  readonly services: Service[];
  readonly disk = new JournalDisk();
  readonly identity: string;
  /** Jobs that the host calls over. */
  readonly over = new Set<string>();
  /** Today's entry: a test may edit it between two runs. */
  key: KeyConfig;
  injector: CallHook | undefined;
  /** Called after each request that reached a fake. */
  watch:
    ((job: string, origin: string, request: Parameters<FakeHandler>[0], status: number) => void) | undefined;
  readonly options: StageOptions;
  hadNeighbour = false;
  /** Requests that changed something. */
  effects = 0;
  readonly #promises: StoreCapabilities;
  #runs = 0;
  #token = 'vault-token';
  #logins = 0;

  constructor(options: StageOptions = {}) {
    this.options = options;
    this.#promises = promisesOf(options.store ?? {});
    this.key = keyConfig({ grace: 10 * MINUTE, drainLimit: HOUR, watch: MINUTE, ...options.key });
    this.identity = keyIdentity(options.run?.repositoryId ?? runContext.repositoryId, this.key);
    const random = seededRandom(options.seed ?? 1);
    const world: FakeWorld = { now: this.clock.now, id: random.id };
    this.vendor = fakeVendor(world, { labels: !options.without?.includes('labels'), ...options.vendor });
    this.vault = new FakeVaultKv(
      world,
      {
        policiesOf: (token) => (token === this.#token ? ['root'] : undefined),
      },
      { lacks: lacksOf(this.#promises) },
    );
    this.deploys = new FakeDeploySystem(world, 'deploy-signing-secret');
    this.services = this.key.usedBy.map((name) => new Service(name, this, options.services?.[name]));
    this.deploys.onOrder = (rollout) => {
      rollout.state = 'rolling';
      void this.clock.sleep(SECOND).then(() => {
        this.service(rollout.workload).roll();
        rollout.state = 'done';
      });
    };
  }

  /** The store serves a key that the vendor knows, and every service uses it. */
  async begin({ idBeside = true, first = false } = {}): Promise<this> {
    this.vault.put('admin/gateway', { token: 'gateway-admin-key' });
    this.vendor.add('payroll', 'foreign');
    if (!first) {
      const old = this.vendor.add('made by hand');
      this.hadNeighbour = true;
      this.edit({
        api_key: old.value,
        other: 'kept',
        ...(idBeside && { api_key_id: old.id }),
      });
    }
    for (const service of this.services) service.start();
    this.clock.beat(SECOND, () => {
      for (const service of this.services) service.tick();
    });
    await fileJournal.open({ path: 'journal' }, this.#ports('setup', { calm: true }).ports).init();
    return this;
  }

  /** A workload that uses the key, whether or not the config lists it. */
  employ(name: string, options: ServiceOptions = {}): void {
    const service = new Service(name, this, options);
    service.start();
    this.services.push(service);
  }

  /** It is no longer in the config. */
  dismiss(name: string): void {
    this.services.splice(
      this.services.findIndex((service) => service.name === name),
      1,
    );
  }

  /** Of the rotation that was written last. */
  evidence(): Evidence {
    const rotation = this.disk.facts.at(-1)?.rotation;
    return evidence(this.disk.facts.filter((fact) => fact.rotation === rotation));
  }

  service(name: string): Service {
    const found = this.services.find((service) => service.name === name);
    if (!found) throw new Error(`the stage has no ${name}`);
    return found;
  }

  served(field = 'api_key'): string | undefined {
    const value = this.vault.served(PATH)?.[this.#nameOf(field)];
    return typeof value === 'string' ? value : undefined;
  }

  /** Keys of ours that are alive, oldest first. */
  get live(): readonly FakeKey[] {
    return this.vendor.keys.live.filter(({ owner }) => owner === 'ours');
  }

  get slotIsHeld(): boolean {
    const slot = this.vault.mount.secrets.get(slotPath(this.key.secret));
    const note = slot?.readable(slot.current, this.clock.now())?.['rekey'];
    return typeof note === 'string' && !note.includes('"freed":true');
  }

  get refusals(): readonly string[] {
    return this.services.flatMap(({ refusals }) => refusals);
  }

  /** In a store whose secrets are one text the value has no name. */
  #nameOf(field: string): string {
    return this.#promises.whole && field === 'api_key' ? '' : field;
  }

  /** A person writes into the secret. */
  edit(change: Record<string, unknown>): void {
    const named = Object.entries(change).map(([field, value]) => [this.#nameOf(field), value]);
    this.vault.put(PATH, { ...this.vault.served(PATH), ...Object.fromEntries(named) });
  }

  /** The token of all sessions is revoked; jobs that may log in get another one. */
  endSessions({ mayLogIn }: { readonly mayLogIn: boolean }): void {
    this.#logins = mayLogIn ? this.#logins + 1 : 0;
    this.#token = `vault-token-${this.effects}`;
  }

  #session(): Session {
    return {
      origin: VAULT,
      token: SecretValue.of(this.#token, [VAULT]),
      expires: instant(this.clock.now() + HOUR),
      attributes: {},
    };
  }

  /** The job of the next process. */
  get nextJob(): string {
    return `job-${this.#runs + 1}`;
  }

  async keyState(): Promise<KeyState> {
    const journal = fileJournal.open({ path: 'journal' }, this.#ports('reader', { calm: true }).ports);
    return (await journal.load()).keys.get(this.identity) ?? newKey(this.identity, this.key.name);
  }

  /** A new process works on the key until it stops. Inside `clock.run` only. */
  async process(kind: RotationKind = 'rotate', how: How = {}): Promise<Played> {
    const job = how.job ?? this.nextJob;
    this.#runs += 1;
    const opened = this.#ports(job, how);
    const journal = fileJournal.open({ path: 'journal' }, opened.ports);
    const key = (await journal.load()).keys.get(this.identity) ?? newKey(this.identity, this.key.name);
    if (how.ifDue === true && key.last && !key.open)
      return { stop: { status: 'done', key }, calls: opened.calls, job };
    const ports = enginePorts(opened.ports, journal, this.clock, this.over, how);
    const subject = this.#subject(this.key, opened.ports);
    const stop = await rotate(key, requestOf(key, kind, this.key, how), subject, ports);
    return { stop, calls: opened.calls, job };
  }

  /** A new process works on the key until it stops. Time passes by itself. */
  async play(kind: RotationKind = 'rotate', how: How = {}): Promise<Played> {
    return this.clock.run(() => this.process(kind, how));
  }

  /** Plays until the rotation is closed or needs somebody; between two runs time goes to when the first said it waits for. */
  async playOut(kind: RotationKind = 'rotate', how: How = {}): Promise<Played> {
    return this.clock.run(() => this.processes(kind, how));
  }

  /** As `playOut`, inside `clock.run`. */
  async processes(kind: RotationKind = 'rotate', how: How = {}, most = 30): Promise<Played> {
    for (let runs = 1; ; runs += 1) {
      const played = await this.process(kind, how);
      if (!['waiting', 'paused'].includes(played.stop.status) || runs >= most) return played;
      const at = played.stop.key.open?.resumeAt;
      await this.clock.sleep(Math.max(SECOND, at === undefined ? 0 : Date.parse(at) - this.clock.now()));
    }
  }

  #subject(entry: KeyConfig, ports: AdapterPorts): Subject {
    const { ticket } = this.options;
    const vaultKv = lesserVault(this.#promises);
    return {
      entry,
      identity: this.identity,
      workloads: new Map(this.services.map((service) => [service.name, this.#workload(service, ports)])),
      currentElsewhere: new Set(),
      learnSecrets: () => Promise.resolve(),
      heldElsewhere: () => Promise.resolve([]),
      vendor: httpVendor.open(
        parsed(httpVendor.settings, vendorSettings({ ...this.options, paged: true })),
        ports,
      ),
      store: vaultKv.open(parsed(vaultKv.settings, {}), ports),
      ...(ticket && { ticket }),
    };
  }

  #workload({ name, options }: Service, ports: AdapterPorts): OpenWorkload {
    const check = { url: `${HEALTH}/${name}`, interval: '5s', passes: 2, key_id: { header: 'x-key-id' } };
    const status = { url: `${DEPLOY}/rollouts/{marker}`, complete: 'done', failed: 'failed' };
    const roll = { url: `${DEPLOY}/rollouts`, secret: 'vault:ops/deploy#secret', status };
    return {
      name,
      holdsKeyFor: options.cache ?? options.batch ?? 0,
      probes: [httpProbe.open(parsed(httpProbe.settings, check), ports)],
      ...(options.cache === undefined && { deployer: webhook.open(parsed(webhook.settings, roll), ports) }),
    };
  }

  #ports(job: string, how: How = {}): TestWorld {
    const life = { job, isOver: false };
    const injector = how.calm === true ? undefined : this.injector;
    const seen = (origin: string, handlers: readonly FakeHandler[]): FakeHandler[] =>
      handlers.map((handler) => (request) => {
        const answer = handler(request);
        if (answer && answer.status < 400 && request.method !== 'GET') this.effects += 1;
        if (answer) this.watch?.(job, origin, request, answer.status);
        return answer && (injector?.answer(life, request, answer) ?? answer);
      });
    const files = injector?.files(this.disk, life) ?? this.disk;
    const faults = how.faults ?? injector?.plan(life);
    const opened = testPorts({
      clock: this.clock,
      files,
      routes: {
        [VAULT]: seen(VAULT, [this.vault.handler]),
        [GATEWAY]: seen(GATEWAY, [this.vendor.handle]),
        [HEALTH]: seen(
          HEALTH,
          this.services.map((service) => service.handler),
        ),
        [DEPLOY]: seen(DEPLOY, [this.deploys.handle]),
      },
      session: this.#session(),
      renew: (over) => {
        if (this.#logins > 0) return Promise.resolve(this.#session());
        if (over.token.isText(this.#token)) return Promise.resolve(over);
        throw new RekeyError('RK3002', 'Vault does not accept VAULT_TOKEN: status 403.', {
          next: 'Log in again with "vault login", then set VAULT_TOKEN.',
        });
      },
      secrets: {
        'vault:admin/gateway#token': 'gateway-admin-key',
        'vault:ops/deploy#secret': 'deploy-signing-secret',
      },
      run: {
        owner: { kind: 'actions', repository: 'acme/shop', run: '4711', attempt: 1, job },
        ...this.options.run,
      },
      ...(faults && { faults }),
    });
    const random = seededRandom((this.options.seed ?? 1) * 1000 + this.#runs);
    return { ...opened, ports: { ...opened.ports, random } };
  }
}
