import { parseReference } from '../config/reference';
import type { AdapterUse, Config, KeyConfig } from '../domain/config';
import type { Identity } from '../domain/contracts/identity';
import type { Journal } from '../domain/contracts/journal';
import type { Notifier, Occasion } from '../domain/contracts/notifier';
import type { Store, StoredVersion } from '../domain/contracts/store';
import type { Ticket } from '../domain/contracts/ticket';
import type { Vendor } from '../domain/contracts/vendor';
import type { AdapterKind, AdapterPorts, Catalog, Contracts } from '../domain/descriptor';
import { asRekeyError, RekeyError } from '../domain/errors';
import type { Values } from '../domain/ports';
import type { SecretValue } from '../domain/secret';
import type { OpenWorkload, Subject } from '../lifecycle/subject';
import { redactedParts } from './redacted';
import { codeSpan } from '../domain/tools/text';
import { mustBeAllowed } from '../domain/travel';
import type { World } from './world';

/**
 * The only place where parts are put together: adapters are opened once, each with a port that speaks to its own origins only,
 * and a secret leaves its store bound to the origins of the adapter that asked for it.
 */
export class Composition {
  readonly #open = new Map<string, Promise<unknown>>();
  readonly #identities: Identity[] = [];
  /** References whose values are known, and so masked. */
  readonly #learned = new Set<string>();
  readonly #config: Config;
  readonly #catalog: Catalog;
  readonly #world: World;

  get values(): Values {
    return this.#world.values;
  }

  constructor(config: Config, catalog: Catalog, world: World) {
    this.#config = config;
    this.#catalog = catalog;
    this.#world = world;
  }

  journal(): Promise<Journal> {
    return this.#opened('journals', this.#config.journal);
  }

  store(name: string): Promise<Store> {
    return this.#opened('stores', named(this.#config.stores, name, 'store'));
  }

  vendor(name: string): Promise<Vendor> {
    return this.#opened('vendors', named(this.#config.vendors, name, 'vendor'));
  }

  identity(name: string): Promise<Identity> {
    return this.#opened('identities', named(this.#config.identities, name, 'identity'));
  }

  /** The same identity, asking with an audience that nobody may accept; undefined where there is none to change. For `doctor`. */
  async wrongAudience(name: string): Promise<Identity | undefined> {
    if (this.#world.run.owner.kind === 'local') return undefined;
    const use = named(this.#config.identities, name, 'identity');
    const settings: unknown = { ...Object(use.settings), audience: 'https://rekey.invalid/wrong-audience' };
    const adapter = await this.#catalog.identities[use.use]?.();
    if (!adapter?.settings.safeParse(settings).success) return undefined;
    return this.#opened('identities', { ...use, name: `${name}, wrong audience`, settings });
  }

  ticket(): Promise<Ticket> | undefined {
    const { ticket } = this.#config;
    return ticket && this.#opened('tickets', ticket);
  }

  async notifiers(occasion: Occasion): Promise<readonly Notifier[]> {
    const wanted = this.#config.notify.filter(({ when }) => when.includes(occasion));
    return Promise.all(wanted.map((use) => this.#opened('notifiers', use)));
  }

  async subject(
    entry: KeyConfig,
    identity: string,
    workloads: readonly string[],
    currentElsewhere: ReadonlySet<string>,
  ): Promise<Subject> {
    const [vendor, store, ticket] = await Promise.all([
      this.vendor(entry.vendor),
      this.store(entry.store),
      this.ticket(),
    ]);
    const open = await Promise.all(workloads.map((name) => this.workload(name)));
    return {
      entry,
      identity,
      vendor,
      store,
      currentElsewhere,
      heldElsewhere: () => this.#heldElsewhere(entry),
      learnSecrets: () => this.learnSecrets(entry.vendor),
      workloads: new Map(open.flatMap((workload) => (workload ? [[workload.name, workload]] : []))),
      ...(ticket && { ticket }),
    };
  }

  /** The values that the store has of a key: the one in use, and one that is staged. They may travel nowhere. */
  async valuesOf({ store: name, secret }: KeyConfig): Promise<readonly SecretValue[]> {
    const store = await this.store(name);
    const [current, slot] = await Promise.all([store.current(secret), store.slot(secret)]);
    return [current.parts, slot?.staged?.parts].flatMap((parts) => Object.values(parts ?? {}));
  }

  /** What a vendor's settings point at in a store, such as its admin key. */
  async adminValuesOf(vendor: string): Promise<readonly SecretValue[]> {
    const references = await this.referencesOf(vendor);
    return Promise.all(references.map((reference) => this.#secret(reference, [])));
  }

  /** Makes what a vendor works with known, as far as this process has not read it yet. */
  async learnSecrets(vendor: string): Promise<void> {
    const references = await this.referencesOf(vendor);
    const unknown = references.filter((reference) => !this.#learned.has(reference));
    await Promise.all(unknown.map((reference) => this.#secret(reference, [])));
  }

  /** `store:path#field` of each, for the policy that `doctor` prints. */
  async referencesOf(vendor: string): Promise<readonly string[]> {
    const use = named(this.#config.vendors, vendor, 'vendor');
    const adapter = await this.#catalog.vendors[use.use]?.();
    return adapter?.references?.(use.settings) ?? [];
  }

  /** Revokes every session. Never throws. */
  async end(): Promise<void> {
    await Promise.all(this.#identities.map((identity) => identity.end()));
  }

  /** By keys of the same vendor and environment; a job of one environment reads no secrets of another. */
  async #heldElsewhere(entry: KeyConfig): ReturnType<Subject['heldElsewhere']> {
    const others = Object.values(this.#config.keys).filter(
      ({ name, vendor, environment }) =>
        name !== entry.name && vendor === entry.vendor && environment === entry.environment,
    );
    const { idPart } = (await this.vendor(entry.vendor)).capabilities;
    const found: Pick<StoredVersion, 'id' | 'parts'>[] = [];
    for (const { store: name, secret } of others) {
      const store = await this.store(name);
      const slot = await store.slot(secret);
      for (const held of [await store.current(secret).catch(unlessGone), slot?.staged])
        if (held) found.push(this.#shown(held, idPart));
    }
    return found;
  }

  /** The id that is a part of the credential, and that its entry also keeps as the id, is public: it is masked only because it was read. */
  #shown<Held extends Pick<StoredVersion, 'id' | 'parts'>>(held: Held, idPart: string | undefined): Held {
    const { id, parts = {} } = held;
    const isPart = idPart !== undefined && Object.keys(parts).length > 1;
    if (isPart && id !== undefined && parts[idPart]?.isText(id)) this.values.show(id);
    return held;
  }

  /** Undefined: it is not in the config. */
  async workload(name: string): Promise<OpenWorkload | undefined> {
    const config = this.#config.workloads[name];
    if (!config) return undefined;
    const deployer = config.roll && (await this.#opened('deployers', config.roll));
    const probes = await Promise.all(config.checks.map((check) => this.#opened('probes', check)));
    return { name, probes, holdsKeyFor: config.holdsKeyFor, ...(deployer && { deployer }) };
  }

  #opened<Kind extends AdapterKind>(kind: Kind, use: AdapterUse): Promise<Contracts[Kind]> {
    const id = `${kind}/${use.name}`;
    const known = this.#open.get(id) as Promise<Contracts[Kind]> | undefined;
    if (known) return known;
    const opening = this.#openNow(kind, use);
    this.#open.set(id, opening);
    return opening;
  }

  async #openNow<Kind extends AdapterKind>(kind: Kind, use: AdapterUse): Promise<Contracts[Kind]> {
    const load = this.#catalog[kind][use.use];
    if (!load) throw new RekeyError('RK2009', `${use.name}: there is no adapter ${use.use} of this kind.`);
    const adapter = await load();
    const origins = adapter.origins(use.settings);
    const opened = adapter.open(
      use.settings,
      this.#ports(kind, use, origins, await this.#identityOrigins(use)),
    );
    if (kind === 'identities') this.#identities.push(opened as Identity);
    const guards: Partial<Record<AdapterKind, unknown>> = redactedParts(this.#world.values);
    const guard = guards[kind] as ((part: Contracts[Kind]) => Contracts[Kind]) | undefined;
    return guard ? guard(opened) : opened;
  }

  async #identityOrigins(use: AdapterUse): Promise<readonly string[]> {
    if (use.identity === undefined) return [];
    const identity = named(this.#config.identities, use.identity, 'identity');
    const adapter = await this.#catalog.identities[identity.use]?.();
    return adapter?.origins(identity.settings) ?? [];
  }

  /** Secrets travel to the adapter's own origins; where its identity logs in, only the session does. */
  #ports(
    kind: AdapterKind,
    use: AdapterUse,
    origins: readonly string[],
    identity: readonly string[],
  ): AdapterPorts {
    const { clock, random, log, run, files } = this.#world;
    const github = kind === 'journals' ? this.#world.journalGitHub : this.#world.github;
    return {
      place: `${kind}.${use.name}`,
      clock,
      random,
      log,
      run,
      github,
      oidc: this.#world.oidc(origins),
      files,
      publicJournal: this.#config.publicJournal,
      http: this.#world.http({
        origins: [...origins, ...identity],
        allowPrivateHosts: this.#config.allowPrivateHosts,
      }),
      session: async (over) => {
        if (use.identity === undefined)
          throw new RekeyError('RK2004', `${use.name} needs an identity and the config names none.`);
        return (await this.identity(use.identity)).session(over);
      },
      secret: (reference) => this.#secret(reference, origins),
      laptopToken: (name, origin) => this.#world.laptopToken(name, origin),
    };
  }

  /** `store:path#field`, allowed to travel to these origins, as far as the owner of the secret agrees. */
  async #secret(reference: string, origins: readonly string[]): Promise<SecretValue> {
    const { stores } = this.#config;
    const wholes = Object.keys(stores).filter((name) => stores[name]?.whole === true);
    const parsed = parseReference(reference, Object.keys(stores), wholes);
    if (!parsed)
      throw new RekeyError('RK2004', 'A reference in the config is not of the form store:path#field.');
    const { store, path, field } = parsed;
    const found = (await this.store(store)).value(path, field);
    const { value, allowedOrigins } = await found.catch((thrown: unknown) => {
      throw pointedAt(reference, thrown);
    });
    this.#learned.add(reference);
    mustBeAllowed(path, origins, allowedOrigins);
    return value.boundTo(origins);
  }
}

/** The advice for a secret that is rotated does not fit one that the config only points at. */
function pointedAt(reference: string, thrown: unknown): unknown {
  const { kind, code, message } = asRekeyError(thrown);
  if (kind !== 'gone' && code !== 'RK4008') return thrown;
  return new RekeyError(code, `${codeSpan(reference)}, as the config says: ${message}`, {
    next: 'Put the value there, or correct the reference in the config.',
  });
}

function unlessGone(thrown: unknown): undefined {
  if (thrown instanceof RekeyError && thrown.kind === 'gone') return undefined;
  throw thrown;
}

function named(uses: Readonly<Record<string, AdapterUse>>, name: string, what: string): AdapterUse {
  const use = uses[name];
  if (!use) throw new RekeyError('RK2004', `The ${what} ${name} is not in the config.`);
  return use;
}
