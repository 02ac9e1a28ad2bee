import type { FakeWorld } from '../../../../kits/fake/fake';
import type { Millis } from '../../../../domain/tools/time';

/** How late each view of the truth is. */
export interface Lags {
  /** Until a new key is accepted. */
  readonly propagation: Millis;
  /** Until a key that was revoked or disabled is refused. */
  readonly revocation: Millis;
  readonly list: Millis;
  readonly lastUsed: Millis;
}

/** ours: made with the admin key. foreign: of another team, there before us. */
export interface FakeKey {
  readonly id: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly value: string;
  readonly owner: 'ours' | 'foreign';
  readonly created: Millis;
  readonly expires?: Millis;
  disabled?: Millis;
  revoked?: Millis;
  /** Where this key alone takes longer than the others. */
  slow?: Partial<Pick<Lags, 'propagation' | 'revocation'>>;
  uses: Millis[];
  /** Requests of applications with this key that were answered, and refused. */
  served: number;
  refused: number;
}

/** The vendor's database: the truth, and what each view shows of it. */
export class FakeKeys {
  readonly lags: Lags;
  readonly #world: FakeWorld;
  readonly #all: FakeKey[] = [];

  constructor(world: FakeWorld, lags: Lags) {
    this.#world = world;
    this.lags = lags;
  }

  add(key: Omit<FakeKey, 'uses' | 'served' | 'refused'>): FakeKey {
    const added: FakeKey = { ...key, uses: [], served: 0, refused: 0 };
    this.#all.push(added);
    return added;
  }

  get all(): readonly FakeKey[] {
    return this.#all;
  }

  /** Not revoked and not expired; disabled ones count, as they do at vendors. */
  get live(): readonly FakeKey[] {
    return this.#all.filter((key) => key.revoked === undefined && !this.#expired(key));
  }

  byId(id: string): FakeKey | undefined {
    return this.live.find((key) => key.id === id);
  }

  byValue(value: string): FakeKey | undefined {
    return this.#all.find((key) => key.value === value);
  }

  accepts(key: FakeKey): boolean {
    const now = this.#world.now();
    const { propagation, revocation } = { ...this.lags, ...key.slow };
    const isOver = (ended: Millis | undefined): boolean => ended !== undefined && now >= ended + revocation;
    const arrived = now >= key.created + propagation;
    return arrived && !isOver(key.revoked) && !isOver(key.disabled) && !this.#expired(key);
  }

  /** What the list shows, which may be late. */
  get listed(): readonly FakeKey[] {
    const seen = this.#world.now() - this.lags.list;
    return this.#all.filter(
      (key) =>
        key.created <= seen && !(key.revoked !== undefined && key.revoked <= seen) && !this.#expired(key),
    );
  }

  use(key: FakeKey): void {
    const seen = this.#world.now() - this.lags.lastUsed;
    const older = key.uses.filter((at) => at <= seen).slice(-1);
    key.uses = [...older, ...key.uses.filter((at) => at > seen), this.#world.now()];
  }

  lastUsed(key: FakeKey): Millis | undefined {
    const seen = this.#world.now() - this.lags.lastUsed;
    return key.uses.filter((at) => at <= seen).at(-1);
  }

  #expired(key: FakeKey): boolean {
    return key.expires !== undefined && key.expires <= this.#world.now();
  }
}
