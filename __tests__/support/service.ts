import type { Rollout } from '../../src/domain/contracts/deployer';
import type { FakeHandler } from '../../src/domain/fake';

interface Surroundings {
  readonly vendor: { readonly handle: FakeHandler };
  served(field?: string): string | undefined;
}

/** A workload that loads the key when it starts, holds it until it is rolled, and calls the vendor when it is asked how it is. */
export class Service {
  readonly name: string;
  readonly rollouts = new Map<string, Rollout>();
  /** Unwell whatever the key. */
  sick = false;
  /** Requests to the vendor that were refused. */
  refused = 0;
  value: string | undefined;
  #keyId: string | undefined;
  readonly #world: Surroundings;

  constructor(name: string, world: Surroundings) {
    this.name = name;
    this.#world = world;
  }

  restart(): void {
    this.value = this.#world.served();
    this.#keyId = this.#world.served('api_key_id');
  }

  roll(marker: string): Rollout {
    this.restart();
    const rollout = { id: String(this.rollouts.size + 1) };
    this.rollouts.set(marker, rollout);
    return rollout;
  }

  /** One request of a customer. */
  serve(): boolean {
    const request = {
      method: 'GET',
      path: '/v1/charge',
      query: new URLSearchParams(),
      headers: { 'x-api-key': this.value ?? '' },
      body: '',
    };
    const served = this.#world.vendor.handle(request)?.status === 200;
    if (!served) this.refused += 1;
    return served;
  }

  readonly handler: FakeHandler = ({ path }) => {
    if (path !== `/${this.name}`) return undefined;
    const well = this.serve() && !this.sick;
    return {
      status: well ? 200 : 500,
      headers: this.#keyId === undefined ? {} : { 'x-key-id': this.#keyId },
      body: '',
    };
  };
}
