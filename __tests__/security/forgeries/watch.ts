import type { FakeKey } from '../../../src/adapters/vendors/http/fake/keys';
import { MINUTE, type Millis } from '../../../src/domain/tools/time';
import { ORIGINS, type Company } from '../../support/company';
import { OTHER, OURS, type Scene } from './scenes';

/** Of the entries of the company's config. */
const GRACE: Millis = 10 * MINUTE;

interface Service {
  readonly name: string;
  held: string | undefined;
}

/**
 * Looks at the world before each request of any process, so after each effect, and says what was done that nobody may do, whatever the
 * journal says. It knows the store, the vendor and the services, and reads no journal.
 */
export class Watch {
  readonly violations = new Set<string>();
  readonly #company: Company;
  readonly #scene: Scene;
  readonly #begun: Millis;
  readonly #fields: ReadonlyMap<string, string>;
  readonly #served = new Map<string, string | undefined>();
  /** When a value of ours was served last, by the time at which another one was written. */
  readonly #ceased = new Map<string, Millis>();
  readonly #deadBefore: ReadonlySet<string>;
  readonly #offBefore: ReadonlySet<string>;
  readonly #others: ReadonlyMap<string, string>;
  readonly #services: readonly Service[];
  readonly #notOurs: ReadonlySet<string>;

  constructor(company: Company, scene: Scene) {
    this.#company = company;
    this.#scene = scene;
    const { clock, vendor } = company;
    this.#begun = clock.now();
    for (const { path } of [OURS, OTHER]) this.#rememberHistory(path);
    this.#fields = new Map([OURS, OTHER].map(({ path }) => [path, othersIn(company, path)]));
    this.#deadBefore = new Set(vendor.keys.all.filter(isDead).map(({ id }) => id));
    this.#offBefore = new Set(vendor.keys.all.filter(isOff).map(({ id }) => id));
    this.#others = this.#elsewhere();
    this.#services = this.#watchServices();
    const second = company.served('api_key', OTHER.path);
    const hands = ['payroll', 'made by hand for another use'];
    this.#notOurs = new Set(
      vendor.keys.all
        .filter(({ label, value }) => hands.includes(label) || value === second)
        .map(({ id }) => id),
    );
    this.#listen();
  }

  /** The ids of the first entry, and of what was made since. */
  get ours(): ReadonlySet<string> {
    const { all } = this.#company.vendor.keys;
    return new Set(all.map(({ id }) => id).filter((id) => !this.#notOurs.has(id)));
  }

  look(): void {
    const { vendor } = this.#company;
    for (const { path } of [OURS, OTHER]) this.#lookAtPath(path);
    for (const key of vendor.keys.all) this.#lookAtKey(key);
    for (const { name, held } of this.#services) this.#lookAtService(name, held);
    const now = this.#elsewhere();
    for (const path of new Set([...now.keys(), ...this.#others.keys()]))
      if (now.get(path) !== this.#others.get(path)) this.#say(`writes ${path}`);
  }

  #say(what: string): void {
    this.violations.add(what);
  }

  #lookAtPath(path: string): void {
    const { vendor, clock } = this.#company;
    const value = this.#company.served('api_key', path);
    const before = this.#served.get(path);
    if (value !== before) {
      if (before !== undefined) this.#ceased.set(before, clock.now());
      if (value !== undefined) this.#ceased.delete(value);
      this.#served.set(path, value);
      if (value === undefined) this.#say(`${path} serves nothing any more`);
    }
    if (othersIn(this.#company, path) !== this.#fields.get(path))
      this.#say(`a field of others in ${path} was changed`);
    const key = value === undefined ? undefined : vendor.keys.byValue(value);
    if (value !== undefined && !key) this.#say(`${path} serves what is no key`);
    if (key && (isDead(key) || isOff(key)) && !this.#mayEnd(path))
      this.#say(`the key that ${path} serves is dead`);
  }

  /** A removal that a person ordered ends what is served, after the grace period. */
  #mayEnd(path: string): boolean {
    const since = this.#company.clock.now() - this.#begun;
    return path === OURS.path && this.#scene.removes === true && since >= GRACE - MINUTE;
  }

  #lookAtKey(key: FakeKey): void {
    const gone = isDead(key) && !this.#deadBefore.has(key.id);
    const off = isOff(key) && !this.#offBefore.has(key.id);
    if (!gone && !off) return;
    if (this.#notOurs.has(key.id)) this.#say(`a key of somebody else was ${gone ? 'revoked' : 'disabled'}`);
    const ceased = this.#ceased.get(key.value);
    const ended = key.revoked ?? key.disabled ?? 0;
    if (ceased !== undefined && ended - ceased < GRACE)
      this.#say('a key ended before the end of its grace period');
  }

  #lookAtService(name: string, held: string | undefined): void {
    if (name === OURS.service && this.#scene.name.startsWith('unused')) return;
    if (name === OURS.service && this.#scene.removes) return;
    const key = held === undefined ? undefined : this.#company.vendor.keys.byValue(held);
    if (key && (isDead(key) || isOff(key))) this.#say('a key that a service holds was ended');
  }

  /** Everything that the store has besides the first key and its staging slot. */
  #elsewhere(): ReadonlyMap<string, string> {
    const { secrets } = this.#company.vault.kv.mount;
    const mine = [OURS.path, `${OURS.path}.rekey.`];
    const found = [...secrets].filter(([path]) => path !== mine[0] && !path.startsWith(mine[1] ?? ''));
    return new Map(
      found.map(([path, { current, versions }]) => [path, `${current} ${JSON.stringify([...versions])}`]),
    );
  }

  #rememberHistory(path: string): void {
    const secret = this.#company.vault.kv.mount.secrets.get(path);
    let before: string | undefined;
    for (const { data, created } of secret?.versions.values() ?? []) {
      const value = typeof data['api_key'] === 'string' ? data['api_key'] : undefined;
      if (before !== undefined && before !== value) this.#ceased.set(before, created);
      if (value !== undefined) this.#ceased.delete(value);
      before = value;
    }
    this.#served.set(path, this.#company.served('api_key', path));
  }

  #watchServices(): readonly Service[] {
    return this.#company.services.map((service) => {
      const path = service.name === OURS.service ? OURS.path : OTHER.path;
      const id = heldBy(service);
      const key = this.#company.vendor.keys.all.find((one) => one.id === id);
      const watched: Service = { name: service.name, held: key?.value };
      const restart = service.restart.bind(service);
      service.restart = () => {
        restart();
        watched.held = this.#company.served('api_key', path);
      };
      return watched;
    });
  }

  #listen(): void {
    const { servers } = this.#company;
    for (const origin of [...Object.values(ORIGINS), 'https://hooks.example.com']) {
      const first = servers[origin];
      servers[origin] = (request) => {
        this.look();
        return first?.(request);
      };
    }
  }
}

/** As its health page says. The request is a use of its key, as its own work is all the time. */
function heldBy(service: Company['services'][number]): string | undefined {
  const request = {
    method: 'GET',
    path: `/${service.name}`,
    query: new URLSearchParams(),
    headers: {},
    body: '',
  };
  const answer = service.handler(request);
  return answer && 'headers' in answer ? answer.headers?.['x-key-id'] : undefined;
}

/** The fields of a secret that are no part of the key. */
function othersIn({ vault }: Company, path: string): string {
  const { api_key: _value, api_key_id: _id, ...rest } = vault.kv.served(path) ?? {};
  return JSON.stringify(rest);
}

const isDead = ({ revoked }: FakeKey): boolean => revoked !== undefined;
const isOff = ({ disabled }: FakeKey): boolean => disabled !== undefined;
