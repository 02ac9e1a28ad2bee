import { Webhook } from 'standardwebhooks';
import { fakeJson, type FakeHandler, type FakeRequest, type FakeWorld } from '../../../kits/fake/fake';
import { MINUTE, SECOND } from '../../../domain/tools/time';

export interface Received {
  /** The id of the message, where it is signed. */
  readonly id?: string;
  readonly body: unknown;
}

/** A receiver of notices. With a secret it takes signed messages only, each id once, none older than five minutes. */
export class FakeReceiver {
  readonly received: Received[] = [];
  readonly #world: FakeWorld;
  readonly #path: string;
  readonly #webhook: Webhook | undefined;

  constructor(world: FakeWorld, path: string, secret?: string) {
    this.#world = world;
    this.#path = path;
    if (secret !== undefined)
      this.#webhook = secret.startsWith('whsec_')
        ? new Webhook(secret)
        : new Webhook(secret, { format: 'raw' });
  }

  readonly handle: FakeHandler = (request) => {
    if (request.path !== this.#path) return undefined;
    if (request.method !== 'POST') return fakeJson(405, { error: 'POST only' });
    if (!/^application\/(cloudevents\+)?json/.test(request.headers['content-type'] ?? ''))
      return fakeJson(415, { error: 'JSON only' });
    const id = request.headers['webhook-id'];
    if (this.#webhook && !this.#isSigned(this.#webhook, request))
      return fakeJson(401, { error: 'signature refused' });
    if (id === undefined || this.received.every((one) => one.id !== id))
      this.received.push({ ...(id !== undefined && { id }), body: JSON.parse(request.body) as unknown });
    return { status: 204, body: '' };
  };

  #isSigned(webhook: Webhook, { headers, body }: FakeRequest): boolean {
    const { 'webhook-id': id = '', 'webhook-timestamp': time = '', 'webhook-signature': signature } = headers;
    const at = Number(time) * SECOND;
    if (id === '' || !(Math.abs(this.#world.now() - at) <= 5 * MINUTE)) return false;
    return webhook.sign(id, new Date(at), body) === signature;
  }
}
