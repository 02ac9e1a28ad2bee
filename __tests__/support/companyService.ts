import type { FakeHandler } from '../../src/kits/fake/fake';

/** What a service knows of its surroundings: the values that the store serves, and the vendor. */
interface Surroundings {
  readonly vendor: { readonly handle: FakeHandler };
  value(field: string): string | undefined;
}

/** A service that reads its key when it starts and holds it until it is rolled. Its health page makes it use the key. */
export class CompanyService {
  readonly name: string;
  /** Rollouts with these marks, oldest first. */
  readonly rolls: string[] = [];
  /** Requests to the vendor that were refused. */
  refused = 0;
  /** Unhealthy while this is true of the id of its key. */
  illWith: (id: string | undefined) => boolean = () => false;
  /** What its health page answers instead, when a test says so. */
  page: ReturnType<FakeHandler>;
  #held: { readonly value: string | undefined; readonly id: string | undefined } | undefined;
  readonly #world: Surroundings;

  constructor(name: string, world: Surroundings) {
    this.name = name;
    this.#world = world;
  }

  restart(): void {
    this.#held = { value: this.#world.value('api_key'), id: this.#world.value('api_key_id') };
  }

  roll(mark: string): void {
    this.rolls.push(mark);
    this.restart();
  }

  readonly handler: FakeHandler = ({ path }) => {
    if (path !== `/${this.name}`) return undefined;
    const { value, id } = this.#held ?? {};
    const answer = value === undefined || this.#charge(value);
    const well = answer && !this.illWith(id);
    if (this.page) return this.page;
    return { status: well ? 200 : 500, headers: id === undefined ? {} : { 'x-key-id': id }, body: '' };
  };

  #charge(value: string): boolean {
    const headers = { 'x-api-key': value };
    const request = { method: 'GET', path: '/v1/charge', query: new URLSearchParams(), headers, body: '' };
    const served = this.#world.vendor.handle(request)?.status === 200;
    if (!served) this.refused += 1;
    return served;
  }
}
