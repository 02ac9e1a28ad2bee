import {
  fakeJson,
  type FakeHandler,
  type FakeRequest,
  type FakeResponse,
  type FakeWorld,
} from '../../../../kits/fake/fake';
import { DAY, type Millis } from '../../../../domain/tools/time';
import { FakeKeys, type FakeKey, type Lags } from './keys';
import { matchRoute } from './route';
import { gateway, isMap, type FakeCall, type VendorWire } from './wire';

export interface FakeVendorOptions {
  readonly wire: VendorWire;
  readonly adminKeys: readonly string[];
  readonly lags: Partial<Lags>;
  /** How many keys may live at once, and the status that says so. */
  readonly maxLive: number;
  readonly fullStatus: number;
  /** Without labels the name of a key is forgotten. */
  readonly labels: boolean;
  readonly pageSize: number;
  /** A key dies by itself after this time. */
  readonly lifetime: Millis;
  /** What a value gets that is unknown, dead or not yet known. */
  readonly refusedStatus: number;
  /** What a change or a revoke of a key gets that is gone: 410 or 500 at some. */
  readonly goneStatus: number;
  /** A vendor with a fault: a create for a name that exists answers with the key that exists. */
  readonly sameForSameName: boolean;
  /** A vendor with a fault: the list has no end. */
  readonly endlessList: boolean;
  /** Ids that the list leaves out although it says that it is whole, as a filter or a page that nobody describes does. */
  readonly hidden: readonly string[];
  /** Times are in UTC and do not say so: `2026-11-30 21:57:28`. */
  readonly zoneless: boolean;
  /** An empty list is `null`. */
  readonly nullForEmpty: boolean;
}

const EVERYTHING_WELL: FakeVendorOptions = {
  wire: gateway,
  adminKeys: ['gateway-admin-key'],
  lags: {},
  maxLive: Infinity,
  fullStatus: 403,
  labels: true,
  pageSize: Infinity,
  lifetime: Infinity,
  refusedStatus: 401,
  goneStatus: 404,
  sameForSameName: false,
  endlessList: false,
  hidden: [],
  zoneless: false,
  nullForEmpty: false,
};

type Spoil = (answer: FakeResponse) => FakeResponse;

/** A vendor that behaves as its options say. What it knows can be inspected, and people may change it by hand. */
export class FakeVendor {
  readonly keys: FakeKeys;
  /** May be changed while the world runs. */
  options: FakeVendorOptions;
  /** Requests of applications with a value that was never ours. */
  unknownUses = 0;
  readonly #world: FakeWorld;
  readonly #spoils = new Map<FakeCall, Spoil>();

  constructor(world: FakeWorld, options: Partial<FakeVendorOptions> = {}) {
    this.#world = world;
    this.options = { ...EVERYTHING_WELL, ...options };
    const none = { propagation: 0, revocation: 0, list: 0, lastUsed: 0 };
    this.keys = new FakeKeys(world, { ...none, ...this.options.lags });
  }

  /** Made by hand, by us or by another team, long enough ago to be known everywhere. */
  add(label: string, owner: FakeKey['owner'] = 'ours', scopes: readonly string[] = []): FakeKey {
    return this.#add({ label, owner, scopes, created: this.#world.now() - 30 * DAY });
  }

  #add(key: Pick<FakeKey, 'label' | 'owner' | 'scopes' | 'created'>): FakeKey {
    const { wire, lifetime } = this.options;
    const id = wire.newId((length) => this.#world.id(length));
    const value = wire.newValue(id, (length) => this.#world.id(length));
    const expires = Number.isFinite(lifetime) ? { expires: this.#world.now() + lifetime } : {};
    return this.keys.add({ ...key, id, value, ...expires });
  }

  /** The next answer to this call is changed on its way; what happened has happened. */
  spoilNext(call: FakeCall, spoil: Spoil): void {
    this.#spoils.set(call, spoil);
  }

  readonly handle: FakeHandler = (request) => {
    const found = matchRoute(this.options.wire.routes, request);
    if (!found) return undefined;
    const answer = this.#answer(found.call, found.id, request);
    const spoil = this.#spoils.get(found.call);
    this.#spoils.delete(found.call);
    return spoil ? spoil(answer) : answer;
  };

  #answer(call: FakeCall, id: string, request: FakeRequest): FakeResponse {
    if (call === 'use' || call === 'whoami') return this.#asKey(call, request);
    const { wire, adminKeys } = this.options;
    if (!adminKeys.includes(wire.adminKeyOf(request) ?? '')) return this.#problem(401, 'admin key refused');
    if (call === 'create') return this.#create(request);
    if (call === 'list') return this.#list(request);
    const key = this.keys.byId(id);
    if (!key) return this.#problem(this.options.goneStatus, 'no such key');
    return call === 'revoke' ? this.#revoke(key) : this.#change(key, request);
  }

  #asKey(call: 'use' | 'whoami', request: FakeRequest): FakeResponse {
    const { wire, refusedStatus } = this.options;
    const key = this.keys.byValue(wire.keyOf(request) ?? '');
    if (!key) this.unknownUses += 1;
    if (!key || !this.keys.accepts(key)) {
      if (key && call === 'use') key.refused += 1;
      return this.#problem(refusedStatus, 'this key is not valid');
    }
    this.keys.use(key);
    if (call === 'use') key.served += 1;
    return fakeJson(200, call === 'use' ? wire.used(key) : wire.whoami(key));
  }

  #create(request: FakeRequest): FakeResponse {
    const { wire, maxLive, fullStatus, labels, sameForSameName } = this.options;
    const wanted = wire.wanted(parse(request.body));
    if (!wanted) return this.#problem(400, 'name and scopes are needed');
    const same = this.keys.live.find((key) => key.label === wanted.label);
    if (sameForSameName && same) return fakeJson(200, wire.made(same));
    if (this.keys.live.length >= maxLive)
      return this.#problem(fullStatus, 'maximum number of API keys reached');
    const label = labels ? wanted.label : '';
    const created = this.#world.now();
    return fakeJson(201, wire.made(this.#add({ label, owner: 'ours', scopes: wanted.scopes, created })));
  }

  #list(request: FakeRequest): FakeResponse {
    const { wire, pageSize, endlessList, hidden } = this.options;
    const lastUsed = (key: FakeKey): Millis | undefined => this.keys.lastUsed(key);
    if (endlessList) return fakeJson(200, wire.listed([this.#invented()], this.#world.id(8), lastUsed));
    const all = this.keys.listed.filter(({ id }) => !hidden.includes(id));
    const after = request.query.get('after');
    const start = after === null ? 0 : all.findIndex((key) => key.id === after) + 1;
    const page = all.slice(start, start + pageSize);
    const last = page.at(-1);
    const next = start + page.length < all.length ? last?.id : undefined;
    return this.#written(fakeJson(200, wire.listed(page, next, lastUsed)));
  }

  /** The list as this vendor writes it. */
  #written(answer: FakeResponse): FakeResponse {
    const { zoneless, nullForEmpty } = this.options;
    const dated = zoneless ? answer.body.replace(/(\d)T([\d:]{8})\.\d{3}Z"/g, '$1 $2"') : answer.body;
    return { ...answer, body: nullForEmpty ? dated.replaceAll('[]', 'null') : dated };
  }

  #revoke(key: FakeKey): FakeResponse {
    key.revoked = this.#world.now();
    return { status: 204, body: '' };
  }

  #change(key: FakeKey, request: FakeRequest): FakeResponse {
    const active = this.options.wire.active(parse(request.body));
    if (active === undefined) return this.#problem(400, 'active is needed');
    if (active) delete key.disabled;
    else key.disabled ??= this.#world.now();
    return fakeJson(200, { id: key.id, active });
  }

  #invented(): FakeKey {
    const [id, created] = [`key_${this.#world.id(12)}`, this.#world.now()];
    return {
      id,
      label: '',
      scopes: [],
      value: '',
      owner: 'foreign',
      created,
      uses: [],
      served: 0,
      refused: 0,
    };
  }

  #problem(status: number, text: string): FakeResponse {
    return fakeJson(status, this.options.wire.problem(text));
  }
}

function parse(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    return isMap(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
