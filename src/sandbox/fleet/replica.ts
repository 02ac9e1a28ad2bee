import { get } from './call';

/** What an application knows of its key: where it stands in the store, and what it is used for. */
export interface KeyUse {
  readonly name: string;
  /** Address of the secret in the store, and the application's own token for it. */
  readonly secret: string;
  readonly token: string;
  readonly field: string;
  /** Address at the vendor that the application works with, and the header for the key. */
  readonly service: string;
  readonly header: string;
}

export interface Tally {
  served: number;
  failed: number;
  /** The last reasons, for people. */
  readonly reasons: string[];
}

interface Held {
  readonly value: string;
  readonly id: string | undefined;
  readonly readAt: number;
}

/** One instance of an application. It holds its keys in memory, as applications do. */
export class Replica {
  readonly #uses: readonly KeyUse[];
  readonly #cache: number;
  readonly #tally: Tally;
  readonly #held = new Map<string, Held>();
  #running = true;
  #turn = 0;

  /** @param cache how long it keeps a key before it reads the store again (ms); Infinity: until it is replaced */
  constructor(uses: readonly KeyUse[], cache: number, tally: Tally) {
    this.#uses = uses;
    this.#cache = cache;
    this.#tally = tally;
  }

  /** Ready once it has read its keys, and keeps trying until it has. */
  async start(pause: () => Promise<void>): Promise<void> {
    for (const use of this.#uses) while (!(await this.#read(use))) await pause();
  }

  /** One piece of work, with the next key in turn. A call that fails is a failed request of some customer. */
  async work(now: number): Promise<void> {
    this.#turn += 1;
    const use = this.#uses[this.#turn % this.#uses.length];
    const held = use && this.#held.get(use.name);
    if (!held || !this.#running) return;
    if (now - held.readAt > this.#cache) await this.#read(use);
    const { value, id } = this.#held.get(use.name) ?? held;
    const { status } = await get(use.service, { [use.header]: value });
    if (status === 200) this.#tally.served += 1;
    else this.#fail(`${use.name}: the vendor answered ${status} to ${id ?? 'its key'}`);
  }

  /** The public id of the key it uses, of the first where it uses several. */
  get keyId(): string | undefined {
    return this.#held.get(this.#uses[0]?.name ?? '')?.id;
  }
  get values(): readonly string[] {
    return [...this.#held.values()].map(({ value }) => value);
  }
  stop(): void {
    this.#running = false;
  }

  /** When the store cannot be read, the key in memory stays in use. */
  async #read(use: KeyUse): Promise<boolean> {
    const { status, body } = await get(use.secret, { 'x-vault-token': use.token });
    if (status !== 200) return false;
    const { data } = JSON.parse(body) as { data: { data: Record<string, string> } };
    const value = data.data[use.field];
    if (value === undefined) return false;
    this.#held.set(use.name, { value, id: data.data[`${use.field}_id`], readAt: Date.now() });
    return true;
  }

  #fail(reason: string): void {
    this.#tally.failed += 1;
    this.#tally.reasons.push(reason);
    if (this.#tally.reasons.length > 20) this.#tally.reasons.shift();
  }
}
