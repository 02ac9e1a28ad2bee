import { adapter as fileJournal } from '../../src/adapters/journals/file';
import { adapter as httpProbe } from '../../src/adapters/probes/http';
import { adapter as vaultKv } from '../../src/adapters/stores/vault-kv2';
import { FakeVaultKv } from '../../src/adapters/stores/vault-kv2/fake';
import { adapter as httpVendor } from '../../src/adapters/vendors/http';
import { fakeVendor, type FakeVendor, type FakeVendorOptions } from '../../src/adapters/vendors/http/fake';
import type { KeyConfig } from '../../src/domain/config';
import type { Deployer } from '../../src/domain/contracts/deployer';
import type { Host } from '../../src/domain/contracts/host';
import type { AdapterPorts } from '../../src/domain/descriptor';
import type { FakeWorld } from '../../src/domain/fake';
import type { RotationKind } from '../../src/domain/facts';
import { keyIdentity } from '../../src/domain/key';
import { newKey, type KeyState } from '../../src/domain/keyState';
import type { Files } from '../../src/domain/ports';
import { SecretValue } from '../../src/domain/secret';
import { HOUR, instant, MINUTE } from '../../src/domain/time';
import type { ClaimRequest } from '../../src/lifecycle/claim';
import type { Stop } from '../../src/lifecycle/outcome';
import { rotate } from '../../src/lifecycle/rotate';
import type { EnginePorts, OpenWorkload, Subject } from '../../src/lifecycle/subject';
import type { FaultPlan } from '../../src/sandbox/faults';
import type { RecordedCall } from '../../src/sandbox/transport';
import { keyConfig } from './facts';
import { memoryFiles, run as runContext, seededRandom, testPorts } from './ports';
import { Service } from './service';
import { VirtualClock } from './virtualClock';

const VAULT = 'https://vault.example.com';
const GATEWAY = 'https://gateway.example.com';
const HEALTH = 'https://health.example.com';
const PATH = 'prod/gateway';

interface StageOptions {
  readonly key?: Partial<KeyConfig>;
  readonly vendor?: Partial<FakeVendorOptions>;
  /** Parts of the vendor's description that are left out: `whoami`, `disable` and `enable`. */
  readonly without?: readonly ('whoami' | 'disable' | 'labels')[];
  readonly seed?: number;
}

/** One process: what it did, and how it ended. */
interface Played {
  readonly stop: Stop;
  readonly calls: readonly RecordedCall[];
}

/** A world of fakes with one key, its vendor, its store, two workloads; and runs of the real engine and adapters in it. */
export class Stage {
  readonly clock = new VirtualClock();
  readonly vendor: FakeVendor;
  readonly vault: FakeVaultKv;
  readonly services: readonly Service[];
  readonly files: Files = memoryFiles();
  readonly key: KeyConfig;
  readonly identity: string;
  readonly over = new Set<string>();
  readonly #without: readonly string[];
  readonly #seed: number;
  #runs = 0;

  constructor({ key = {}, vendor = {}, without = [], seed = 1 }: StageOptions = {}) {
    this.key = keyConfig({ grace: 10 * MINUTE, drainLimit: HOUR, watch: MINUTE, ...key });
    this.identity = keyIdentity(runContext.repositoryId, this.key);
    const random = seededRandom(seed);
    const world: FakeWorld = { now: this.clock.now, id: random.id };
    this.vendor = fakeVendor(world, { labels: !without.includes('labels'), ...vendor });
    this.vault = new FakeVaultKv(world, {
      policiesOf: (token) => (token === 'vault-token' ? ['root'] : undefined),
    });
    this.services = this.key.usedBy.map((name) => new Service(name, this));
    this.#without = without;
    this.#seed = seed;
  }

  /** The store serves a key that the vendor knows, and every service uses it. */
  async begin({ idBeside = true, first = false } = {}): Promise<this> {
    this.vault.put('admin/gateway', { token: 'gateway-admin-key' });
    if (!first) {
      const old = this.vendor.add('made by hand');
      this.vault.put(PATH, {
        api_key: old.value,
        other: 'kept',
        ...(idBeside ? { api_key_id: old.id } : {}),
      });
    }
    for (const service of this.services) service.restart();
    await fileJournal.open({ path: 'journal' }, this.#ports(undefined).ports).init();
    return this;
  }

  served(field = 'api_key'): string | undefined {
    const value = this.vault.served(PATH)?.[field];
    return typeof value === 'string' ? value : undefined;
  }

  edit(change: Record<string, unknown>): void {
    this.vault.put(PATH, { ...this.vault.served(PATH), ...change });
  }

  async keyState(): Promise<KeyState> {
    const journal = fileJournal.open({ path: 'journal' }, this.#ports(undefined).ports);
    return (await journal.load()).keys.get(this.identity) ?? newKey(this.identity, this.key.name);
  }

  /** A new process works on the key until it stops. Time passes by itself. */
  async play(
    kind: RotationKind = 'rotate',
    how: {
      faults?: FaultPlan;
      entry?: KeyConfig;
      request?: Partial<ClaimRequest>;
      patience?: number;
      signal?: AbortSignal;
    } = {},
  ): Promise<Played> {
    const opened = this.#ports(how.faults);
    const job = opened.ports.run.owner;
    const stop = await this.clock.run(async () => {
      const journal = fileJournal.open({ path: 'journal' }, opened.ports);
      const key = (await journal.load()).keys.get(this.identity) ?? newKey(this.identity, this.key.name);
      const entry = how.entry ?? this.key;
      const request: ClaimRequest = {
        kind: key.open?.kind ?? kind,
        rank: 'scheduled',
        entry,
        deadline: HOUR,
        config: { digest: 'c0ffee' },
        order: { command: 'rotate', actor: 'schedule', event: 'schedule' },
        ...how.request,
      };
      const host: Host = {
        me: job,
        over: (owner) =>
          Promise.resolve(owner.kind === 'actions' && this.over.has(owner.job) ? 'over' : 'running'),
        approvals: () => Promise.resolve([]),
      };
      const ports: EnginePorts = {
        journal,
        host,
        clock: this.clock,
        random: opened.ports.random,
        log: opened.ports.log,
        run: opened.ports.run,
        deadline: this.clock.monotonic() + HOUR,
        patience: how.patience ?? 5 * MINUTE,
        signal: how.signal ?? new AbortController().signal,
        told: () => undefined,
        pages: { ticket: () => ({ title: '', body: '', labels: [] }), evidence: () => [] },
      };
      return rotate(key, request, this.#subject(entry, opened.ports), ports);
    });
    return { stop, calls: opened.calls };
  }

  /** Plays until the rotation is closed or needs somebody; between two runs time goes to when the first said it waits for. */
  async playOut(kind: RotationKind = 'rotate', most = 20): Promise<Played> {
    for (let runs = 1; ; runs += 1) {
      const played = await this.play(kind);
      const at = played.stop.key.open?.resumeAt;
      if (!['waiting', 'paused'].includes(played.stop.status) || runs >= most) return played;
      await this.clock.advance(Math.max(MINUTE, at === undefined ? 0 : Date.parse(at) - this.clock.now()));
    }
  }

  #subject(entry: KeyConfig, ports: AdapterPorts): Subject {
    const workloads = this.services.map((service): [string, OpenWorkload] => [
      service.name,
      {
        name: service.name,
        holdsKeyFor: 0,
        deployer: this.#deployer(service),
        probes: [this.#probe(service, ports)],
      },
    ]);
    return {
      entry,
      identity: this.identity,
      workloads: new Map(workloads),
      currentElsewhere: new Set(),
      vendor: httpVendor.open(parsed(httpVendor.settings, this.#description()), ports),
      store: vaultKv.open(parsed(vaultKv.settings, {}), ports),
    };
  }

  #description(): Record<string, unknown> {
    const full: Record<string, unknown> = {
      origin: GATEWAY,
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
        created: '/created_at',
        last_used: '/last_used_at',
        ...(this.#without.includes('labels') ? {} : { label: '/name' }),
      },
      whoami: { request: 'GET /v1/me', id: '/key_id' },
      verify: { request: 'GET /v1/ping', accepted: 200, refused: 401 },
      disable: { request: 'PATCH /admin/keys/{id}', body: { active: false } },
      enable: { request: 'PATCH /admin/keys/{id}', body: { active: true } },
      revoke: { request: 'DELETE /admin/keys/{id}', gone: 404 },
      limits: { propagation: '10s', list_lag: '0s', revocation_lag: '6s', last_used_lag: '1m' },
    };
    const gone = this.#without.flatMap((name) => (name === 'disable' ? ['disable', 'enable'] : [name]));
    return Object.fromEntries(Object.entries(full).filter(([name]) => !gone.includes(name)));
  }

  #probe(service: Service, ports: AdapterPorts): OpenWorkload['probes'][number] {
    const url = `${HEALTH}/${service.name}`;
    return httpProbe.open(
      parsed(httpProbe.settings, { url, interval: '5s', passes: 2, key_id: { header: 'x-key-id' } }),
      ports,
    );
  }

  /** Rolls at once; a rollout is found again by its mark. */
  #deployer(service: Service): Deployer {
    return {
      roll: ({ marker }) => Promise.resolve(service.roll(marker)),
      find: ({ marker }) => Promise.resolve(service.rollouts.get(marker)),
      status: () => Promise.resolve({ state: 'complete', sentence: 'rolled' }),
    };
  }

  #ports(faults: FaultPlan | undefined): ReturnType<typeof testPorts> {
    this.#runs += 1;
    const opened = testPorts({
      clock: this.clock,
      files: this.files,
      routes: {
        [VAULT]: [this.vault.handler],
        [GATEWAY]: [this.vendor.handle],
        [HEALTH]: this.services.map((service) => service.handler),
      },
      session: {
        origin: VAULT,
        token: SecretValue.of('vault-token', [VAULT]),
        expires: instant(this.clock.now() + HOUR),
        attributes: {},
      },
      secrets: { 'vault:admin/gateway#token': 'gateway-admin-key' },
      run: {
        owner: {
          kind: 'actions',
          repository: 'acme/shop',
          run: '4711',
          attempt: 1,
          job: `job-${String(this.#runs)}`,
        },
      },
      ...(faults ? { faults } : {}),
    });
    return { ...opened, ports: { ...opened.ports, random: seededRandom(this.#seed * 1000 + this.#runs) } };
  }
}

type Parses<T> = {
  safeParse(input: unknown): { success: true; data: T } | { success: false; error: unknown };
};

function parsed<T>(schema: Parses<T>, settings: unknown): T {
  const read = schema.safeParse(settings);
  if (!read.success) throw new Error(`the settings of the stage are wrong: ${JSON.stringify(read.error)}`);
  return read.data;
}
