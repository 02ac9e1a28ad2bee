import { Webhook } from 'standardwebhooks';
import { fakeJson, type FakeHandler, type FakeRequest, type FakeWorld } from '../../../kits/fake/fake';
import { MINUTE, SECOND } from '../../../domain/tools/time';

export interface FakeRollout {
  readonly marker: string;
  readonly workload: string;
  readonly credential: string;
  readonly ordered: number;
  state: 'queued' | 'rolling' | 'done' | 'failed';
}

/** A deploy system of one's own: checks signature and age, knows each marker once, and rolls when it is told to. */
export class FakeDeploySystem {
  readonly rollouts = new Map<string, FakeRollout>();
  /** Called once for each new rollout; a world sets `state` when its rollout is over. */
  onOrder: (rollout: FakeRollout) => void = () => {};
  /** Our signing secret is known no more. */
  isSecretGone = false;
  /** There is nothing at the address any more. */
  isRemoved = false;
  readonly #world: FakeWorld;
  readonly #webhook: Webhook;
  readonly #path: string;

  /** @param path orders are taken at `path`, and asked for below it */
  constructor(world: FakeWorld, secret: string, path = '/rollouts') {
    this.#world = world;
    this.#webhook = secret.startsWith('whsec_')
      ? new Webhook(secret)
      : new Webhook(secret, { format: 'raw' });
    this.#path = path;
  }

  readonly handle: FakeHandler = (request) => {
    if (request.path !== this.#path && !request.path.startsWith(`${this.#path}/`)) return undefined;
    if (this.isRemoved) return fakeJson(404, { error: 'no such page' });
    if (this.isSecretGone || !this.#isSigned(request)) return fakeJson(401, { error: 'signature refused' });
    if (request.method === 'POST' && request.path === this.#path) return this.#order(request.body);
    const marker = decodeURIComponent(request.path.slice(this.#path.length + 1));
    const rollout = this.rollouts.get(marker);
    return rollout ? fakeJson(200, { state: rollout.state }) : fakeJson(404, { error: 'unknown rollout' });
  };

  #order(body: string): ReturnType<FakeHandler> {
    const order = JSON.parse(body) as Pick<FakeRollout, 'marker' | 'workload' | 'credential'>;
    const { marker, workload, credential } = order;
    if (!this.rollouts.has(marker)) {
      const rollout: FakeRollout = {
        marker,
        workload,
        credential,
        ordered: this.#world.now(),
        state: 'queued',
      };
      this.rollouts.set(marker, rollout);
      this.onOrder(rollout);
    }
    return fakeJson(202, { marker });
  }

  /** As receivers should: the signature over id, time and body, and no message older or newer than five minutes. */
  #isSigned({ headers, body }: FakeRequest): boolean {
    const { 'webhook-id': id = '', 'webhook-timestamp': time = '', 'webhook-signature': signature } = headers;
    const at = Number(time) * SECOND;
    if (id === '' || !(Math.abs(this.#world.now() - at) <= 5 * MINUTE)) return false;
    return this.#webhook.sign(id, new Date(at), body) === signature;
  }
}
