import type { FakeRequest, FakeResponse } from '../../../src/kits/fake/fake';
import type { Fact } from '../../../src/domain/journal/facts';
import { keyIdentity, shortIdentity } from '../../../src/domain/key';
import { SECOND, type Millis } from '../../../src/domain/tools/time';
import { GATEWAY, HEALTH, VAULT } from '../../support/stageSettings';
import type { Call, Place, Strike } from '../runner/call';
import type { Job } from '../runner/job';
import type { Printed } from '../runner/worldOf';
import type { Runner } from '../runner/runner';
import { chanceOf } from '../scheduler/chances';
import { kindOf } from '../faults/kinds';
import { Scheduler } from '../scheduler/scheduler';
import { Assumptions } from './assumptions';
import { Chronicle, type Written } from './chronicle';
import { factsInMutation } from './committed';
import { conditionsOf } from './conditions';
import { configText, GITHUB, HOOKS, NO_EDITS, type Edits } from './configText';
import { Disk, factsIn } from './disk';
import { effectOf, type Effect } from './effect';
import { Fleet, type Served } from './fleet';
import { prepare } from './prepare';
import { Servers } from './servers';
import type { KeySetting, Repository, Setting } from './setting';

export const REPOSITORY: Repository = 'acme/shop';
export const REPOSITORY_IDS: Readonly<Record<Repository, string>> = {
  'acme/shop': '1001',
  'acme/other': '1002',
};
export const START = Date.parse('2026-03-02T02:00:00.000Z');
/** Of each process a folder that dies with its job. */
export const TEMP = '/tmp/';

/** Who looks at the world whenever something has happened in it. */
export interface Watcher {
  effect?(effect: Effect): void;
  written?(written: Written): void;
  /** Something changed that is no effect of ours. */
  changed?(what: string): void;
  sent?(call: Call, request: FakeRequest): void;
  struck?(call: Call, strike: Strike): void;
  began?(runner: Runner): void;
  ended?(runner: Runner, printed: Printed): void;
}

/** What becomes of a call; undefined: nothing goes wrong. */
export type Faults = (call: Call) => Strike | undefined;

const PLACES: Readonly<Record<string, Place>> = {
  [GATEWAY]: 'vendor',
  [VAULT]: 'store',
  [GITHUB]: 'github',
  [HEALTH]: 'health',
  [HOOKS]: 'hooks',
};

/** Vendor, store, GitHub, disk and fleet, the processes that meet them, and the time in which all live. */
export class World {
  readonly setting: Setting;
  readonly scheduler: Scheduler;
  readonly servers: Servers;
  readonly fleet: Fleet;
  readonly disk = new Disk();
  readonly chronicle: Chronicle;
  readonly assumptions = new Assumptions();
  readonly runners: Runner[] = [];
  readonly jobs: Job[] = [];
  readonly watchers: Watcher[] = [];
  /** Id of a credential to the identity of the key that it was made for. */
  readonly belongings = new Map<string, string>();
  /** Credentials that somebody took out of the store by hand: whoever did it must end them. */
  readonly displaced = new Set<string>();
  /** Id of a credential to when somebody last wrote it into a secret by hand. */
  readonly writtenBack = new Map<string, Millis>();
  /** Identity of a key to when somebody last wrote it by hand. */
  readonly handTouched = new Map<string, Millis>();
  /** Ends of the times in which a process or its machine stood still. */
  readonly stoodStillUntil: Millis[] = [];
  /** Secrets whose newest version somebody deleted, with all that others kept there. */
  readonly emptied = new Set<string>();
  /** How late reads of the store were at most, without a word about it. */
  storeLag: Millis = 0;
  /** Of these the vendor has said once that they are revoked, and did nothing. */
  readonly notRevoked = new Set<string>();
  /** Places that are away, until when and how. */
  readonly outages = new Map<Place, { readonly until: Millis; readonly strike: () => Strike }>();
  readonly #present: number;
  #edits: Edits = NO_EDITS;
  /** Where the config has ever looked for keys that are elsewhere. */
  readonly #moved: KeySetting[] = [];
  /** What made it hard, by its kind, and how often. */
  readonly hardships = new Map<string, number>();
  readonly #configs = new Map<Repository, string>();
  readonly #identities = new Map<KeySetting, string>();
  effects = 0;
  faults: Faults = () => undefined;

  constructor(setting: Setting) {
    this.setting = setting;
    const { seed, keys, workloads } = setting;
    this.scheduler = new Scheduler(START, chanceOf(seed, 'lots'));
    this.servers = new Servers(setting, this.scheduler);
    this.chronicle = new Chronicle((written) => this.watchers.forEach((one) => one.written?.(written)));
    this.fleet = new Fleet(workloads, keys, {
      scheduler: this.scheduler,
      vendor: this.servers.vendor,
      chance: chanceOf(seed, 'fleet'),
      served: (key) => this.#heldBy(key, this.servers.kv.servedLate(key.path)),
      vendorTime: () => this.servers.timeAt('vendor'),
      changed: (what) => this.changed(what),
    });
    for (const condition of conditionsOf(setting)) this.count(condition);
    prepare(this);
    const { readLag, serveLag } = setting.store.promises;
    this.storeLag = readLag;
    if (readLag > 0) this.servers.kv.lagSilently({ by: readLag });
    if (serveLag > 0) this.servers.kv.serveLate(serveLag);
    this.#present = this.servers.vendor.keys.all.length;
  }

  /** What the store holds as current; applications may be served what was there before for a while. */
  served(key: KeySetting): Served {
    return this.#heldBy(key, this.servers.kv.served(key.path));
  }

  #heldBy({ field }: KeySetting, data: Readonly<Record<string, unknown>> | undefined): Served {
    const text = (name: string): string | undefined => {
      const value = data?.[name];
      return typeof value === 'string' ? value : undefined;
    };
    return { value: text(field), id: text(`${field}_id`) };
  }

  identityOf(key: KeySetting): string {
    const identity = this.#identities.get(key) ?? identityOf(key);
    this.#identities.set(key, identity);
    return identity;
  }

  keyOf(identity: string): KeySetting | undefined {
    return this.entries.find((key) => this.identityOf(key) === identity);
  }

  /** rekey.yml is changed. */
  /** Of all keys, by the config of now. */
  get reviewedGrace(): Millis {
    return this.#edits.grace ?? this.setting.grace;
  }

  edit(edits: Partial<Edits>): void {
    this.#edits = { ...this.#edits, ...edits };
    for (const [name, path] of Object.entries(edits.moved ?? {})) {
      const key = this.setting.keys.find((one) => one.name === name);
      if (key) this.#moved.push({ ...key, path });
    }
    this.#configs.clear();
  }

  /** The text of rekey.yml on the default branch. */
  config(repository: Repository): string {
    const text =
      this.#configs.get(repository) ?? configText(this.setting, repository, this.#present, this.#edits);
    this.#configs.set(repository, text);
    return text;
  }

  /** All entries that the config has, or ever had: one for each place where it looked for a key. */
  get entries(): readonly KeySetting[] {
    return [...this.setting.keys, ...this.#moved];
  }

  get edits(): Edits {
    return this.#edits;
  }

  /** By the clock that all processes go by. */
  get journalTime(): Millis {
    return this.setting.journal === 'file' ? this.scheduler.now : this.servers.timeAt('github');
  }

  /** Somebody has written down that this credential must die. */
  isCondemned(id: string): boolean {
    return this.chronicle.condemned.has(id);
  }

  placeOf(origin: string): Place {
    const place = PLACES[origin];
    if (!place) throw new Error(`nobody listens at ${origin}`);
    return place;
  }

  /** Something that makes it hard was there once more. */
  count(kind: string): void {
    this.hardships.set(kind, (this.hardships.get(kind) ?? 0) + 1);
  }

  /** Something happened that no process of ours did. */
  changed(what: string): void {
    this.watchers.forEach((one) => one.changed?.(what));
  }

  call(runner: Runner, given: Pick<Call, 'place' | 'method' | 'path' | 'writes' | 'body'>): Call {
    runner.calls += 1;
    const id = `${runner.name}.${runner.calls}`;
    const chance = chanceOf(this.setting.seed, runner.number, runner.calls);
    const { place, method, path, writes, body } = given;
    const begun = this.scheduler.now;
    return { id, runner, place, method, path, writes, body, begun, departed: undefined, chance };
  }

  strike(call: Call): Strike | undefined {
    const away = this.outages.get(call.place);
    const strike = away && away.until > this.scheduler.now ? away.strike() : this.faults(call);
    if (!strike) return undefined;
    if (strike.kind === 'stall') this.stoodStillUntil.push(this.scheduler.now + strike.duration);
    this.count(kindOf(strike, call));
    this.watchers.forEach((one) => one.struck?.(call, strike));
    return strike;
  }

  departed(call: Call): void {
    call.departed = this.scheduler.now;
  }

  /** One way. */
  latency({ chance }: Call): Millis {
    const kind = chance.fraction();
    const most = kind < 0.8 ? 0.15 * SECOND : kind < 0.97 ? 1.5 * SECOND : 12 * SECOND;
    return Math.round(chance.between(1, most));
  }

  /** A request is at its server: what happens there happens at once. */
  reach(call: Call, request: FakeRequest, strike: Strike | undefined): FakeResponse {
    if (call.place === 'disk') throw new Error('the disk is no server');
    this.watchers.forEach((one) => one.sent?.(call, request));
    const answer = this.servers.answer(call.place, request, strike, this.fleet);
    this.scheduler.trace.add(answer.status, `${call.method} ${call.path} ${answer.body.length}`);
    const effect = effectOf(call, request, answer, this.scheduler.now);
    if (effect?.kind === 'journal') {
      for (const { short, facts } of factsInMutation(request)) this.#wrote(call, this.#named(short), facts);
    }
    if (effect) this.#done(effect);
    return this.servers.worded(call.place, request, answer);
  }

  /** A process has written to the disk; when that is a commit of the journal, facts are durable now. Its own folder is not outside. */
  stored(call: Call, content: string): void {
    this.scheduler.trace.add(content.length, `${call.method} ${call.path}`);
    if (call.path.startsWith(TEMP)) return;
    for (const { key, facts } of factsIn(call.path, content)) this.#wrote(call, key, facts);
    this.#done({ call, kind: 'journal', about: call.path, at: this.scheduler.now, request: undefined });
  }

  #done(effect: Effect): void {
    this.effects += 1;
    this.watchers.forEach((one) => one.effect?.(effect));
  }

  #named(short: string): string {
    const key = this.entries.find((one) => shortIdentity(this.identityOf(one)) === short);
    return key ? this.identityOf(key) : short;
  }

  #wrote(call: Call, key: string, facts: readonly Fact[]): void {
    const { runner, begun } = call;
    const sentAt = call.departed ?? begun;
    for (const fact of facts) this.chronicle.add({ fact, key, runner, sentAt, at: this.scheduler.now });
  }
}

function identityOf({ path, field, repository }: KeySetting): string {
  const secret = { path, fields: { value: field }, idField: `${field}_id` };
  return keyIdentity(REPOSITORY_IDS[repository], { store: 'vault', secret });
}
