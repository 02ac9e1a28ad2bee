import { VaultTokens } from '../../../src/adapters/identities/vault-jwt/fake';
import { FakeVaultKv, nothingMounted } from '../../../src/adapters/stores/vault-kv2/fake';
import { fakeVendor, type FakeVendor } from '../../../src/adapters/vendors/http/fake';
import type { FakeRequest, FakeResponse, FakeWorld } from '../../../src/kits/fake/fake';
import type { Millis } from '../../../src/domain/tools/time';
import { fakeGitHub, type FakeGitHub } from '../../../src/sandbox/github/gitHubServer';
import type { Place, Strike } from '../runner/call';
import { chanceOf } from '../scheduler/chances';
import type { Scheduler } from '../scheduler/scheduler';
import type { Fleet } from './fleet';
import { lacksOf } from '../../support/lesserVault';
import { cheapLogin, markedIds } from './login';
import type { Setting } from './setting';
import { fakeOptionsOf } from './vendors';
import { firstPage, keysIn, zoned } from './wording';

export type Server = Exclude<Place, 'disk'>;

const NOTHING: FakeResponse = {
  status: 404,
  headers: { 'content-type': 'text/plain' },
  body: 'no such path',
};

/** Keys of other teams in the same account. */
export const FOREIGN = ['payroll'];

/** All that listens: the fakes, each with a clock of its own, and views that are late as far as they may be. */
export class Servers {
  readonly vendor: FakeVendor;
  readonly kv: FakeVaultKv;
  readonly login: ReturnType<typeof cheapLogin>;
  readonly github: FakeGitHub;
  /** Bodies of the notices that were received. */
  readonly notices: string[] = [];
  /** What is answered in place of the server, which then does nothing. */
  readonly instead: ((place: Server, request: FakeRequest) => FakeResponse | undefined)[] = [];
  /** How what it has done is told. */
  readonly reworded: ((place: Server, request: FakeRequest, answer: FakeResponse) => FakeResponse)[] = [];
  /** It tells of no job any more. */
  hostIsSilent = false;
  readonly #setting: Setting;
  readonly #scheduler: Scheduler;
  readonly #lags;

  constructor(setting: Setting, scheduler: Scheduler) {
    const { vendor, keys, tokenLife } = setting;
    this.#setting = setting;
    this.#scheduler = scheduler;
    this.#lags = chanceOf(setting.seed, 'lags');
    const present = keys.filter(({ first }) => !first).length + FOREIGN.length;
    this.vendor = fakeVendor(this.#worldOf('vendor'), fakeOptionsOf(vendor, present));
    const store = this.#worldOf('store');
    const vault = { ...store, id: markedIds(store.id) };
    const tokens = new VaultTokens(vault);
    this.kv = new FakeVaultKv(vault, tokens, { lacks: lacksOf(setting.store.promises) });
    this.login = cheapLogin(vault, tokens, tokenLife);
    const { wording } = setting;
    if (wording.zone !== 'Z' || wording.shows !== undefined)
      this.reworded.push((place, request, answer) =>
        place === 'vendor' ? zoned(firstPage(request, answer, wording), wording.zone) : answer,
      );
    this.github = fakeGitHub({
      world: this.#worldOf('github'),
      repository: { owner: 'acme', name: 'shop', id: 1001 },
      tokens: {},
    });
  }

  /** By the clock of the server there. */
  timeAt(place: Place): Millis {
    const { clocks } = this.#setting;
    const off = place === 'vendor' || place === 'store' || place === 'github' ? clocks[place] : 0;
    return this.#scheduler.now + off;
  }

  answer(place: Server, request: FakeRequest, strike: Strike | undefined, fleet: Fleet): FakeResponse {
    const asked = strike?.kind === 'stale' ? this.#past(request, strike.lag) : request;
    const answer = this.#instead(place, asked) ?? this.#at(place, asked, fleet) ?? NOTHING;
    return strike?.kind === 'cut' ? cutList(answer) : answer;
  }

  /** The same answer as its client hears it. */
  worded(place: Server, request: FakeRequest, answer: FakeResponse): FakeResponse {
    return this.reworded.reduce((told, reword) => reword(place, request, told), answer);
  }

  #instead(place: Server, request: FakeRequest): FakeResponse | undefined {
    for (const instead of this.instead) {
      const answer = instead(place, request);
      if (answer) return answer;
    }
    return undefined;
  }

  #at(place: Server, request: FakeRequest, fleet: Fleet): FakeResponse | undefined {
    switch (place) {
      case 'vendor':
        return this.#atVendor(request, fleet);
      case 'store':
        return this.login.handler(request) ?? this.kv.handler(request) ?? nothingMounted(request);
      case 'github':
        return this.hostIsSilent && request.path.includes('/actions/jobs/')
          ? undefined
          : this.github.handler(request);
      case 'health':
        return fleet.handler(request);
      case 'hooks':
        this.notices.push(request.body);
        return { status: 204, body: '' };
    }
  }

  /** Views of the vendor are late, each time by another time, but never by more than it says. */
  #atVendor(request: FakeRequest, fleet: Fleet): FakeResponse | undefined {
    const { lags } = this.#setting.vendor;
    const late = (lag: Millis): Millis => Math.round(lag * this.#lags.fraction());
    const list = late(lags.list);
    Object.assign(this.vendor.keys.lags, { ...lags, list, lastUsed: late(lags.lastUsed) });
    const lists = request.path === '/admin/keys' && request.method === 'GET';
    if (lists) fleet.use();
    const answer = this.vendor.handle(request);
    return answer && lists && this.#setting.blind ? withoutUses(answer) : answer;
  }

  /** A read of the store as it was: that version is asked for which was current then. */
  #past(request: FakeRequest, lag: Millis): FakeRequest {
    const path = request.path.replace('/v1/secret/data/', '');
    const secret = this.kv.mount.secrets.get(decodeURIComponent(path));
    if (!secret || request.query.has('version')) return request;
    // Nothing fences a write there, so what it says of its reads must hold.
    const { fenced, readLag } = this.#setting.store.promises;
    const then = this.timeAt('store') - (fenced ? lag : Math.min(lag, readLag));
    const current = [...secret.versions].filter(([, { created }]) => created <= then).at(-1);
    const query = new URLSearchParams({ version: String(current?.[0] ?? secret.current) });
    return { ...request, query };
  }

  #worldOf(place: 'vendor' | 'store' | 'github'): FakeWorld {
    const chance = chanceOf(this.#setting.seed, place);
    return { now: () => this.timeAt(place), id: (length) => chance.id(length) };
  }
}

/** Half of a page, and a next page that is the same again. */
function cutList(answer: FakeResponse): FakeResponse {
  if (!answer.body.startsWith('{"keys"')) return answer;
  const keys = keysIn(answer.body);
  if (!keys) return answer;
  const half = keys.slice(0, Math.ceil(keys.length / 2));
  return { ...answer, body: JSON.stringify({ keys: half, next: 'again' }) };
}

/** The same list, from a vendor that never fills in when a key was last used. */
function withoutUses(answer: FakeResponse): FakeResponse {
  return { ...answer, body: answer.body.replace(/"last_used_at":"[^"]*"/g, '"last_used_at":null') };
}
