import { fakeJson, type FakeHandler } from '../../../kits/fake/fake';

/** Sample as its documentation describes it: refuses other tokens, and takes each marker once. A world ends rollouts. */
export class FakeSample {
  /** marker -> state */
  readonly rollouts = new Map<string, 'queued' | 'rolling' | 'done' | 'failed'>();
  mayRoll = true;
  isThere = true;
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  readonly handle: FakeHandler = ({ method, path, headers, body }) => {
    if (!this.isThere) return fakeJson(404, { error: 'no such service' });
    if (headers['authorization'] !== `Bearer ${this.#token}`) return fakeJson(401, { error: 'who are you?' });
    if (method === 'POST' && path === '/rollouts') return this.#order(body);
    const state = this.rollouts.get(decodeURIComponent(path.slice('/rollouts/'.length)));
    return state ? fakeJson(200, { state }) : fakeJson(404, { error: 'no such rollout' });
  };

  #order(body: string): ReturnType<FakeHandler> {
    if (!this.mayRoll) return fakeJson(403, { error: 'may not roll' });
    const { marker } = JSON.parse(body) as { readonly marker: string };
    if (!this.rollouts.has(marker)) this.rollouts.set(marker, 'queued');
    return fakeJson(202, {});
  }
}
