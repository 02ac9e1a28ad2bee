import { fakeJson, type FakeHandler, type FakeWorld } from '../../../kits/fake/fake';
import { SECOND, type Millis } from '../../../domain/tools/time';

/**
 * Sample as its documentation describes it: takes each OIDC token once, and knows its own tokens until they end. It believes the claims
 * without their signature, which the real one checks; the sandbox has an issuer that signs.
 */
export class FakeSample {
  /** token -> when it ends */
  readonly live = new Map<string, Millis>();
  /** Ids of the OIDC tokens that were taken. */
  readonly taken: string[] = [];
  readonly #world: FakeWorld;
  readonly #life: Millis;

  constructor(world: FakeWorld, life: Millis) {
    this.#world = world;
    this.#life = life;
  }

  readonly handle: FakeHandler = ({ method, path, headers, body }) => {
    if (path !== '/session') return undefined;
    if (method === 'POST') return this.#logIn(body);
    const token = (headers['authorization'] ?? '').replace(/^Bearer /, '');
    if (!this.isLive(token)) return fakeJson(401, { error: 'who are you?' });
    if (method === 'DELETE') this.live.delete(token);
    return fakeJson(200, {});
  };

  isLive(token: string): boolean {
    return (this.live.get(token) ?? 0) > this.#world.now();
  }

  #logIn(body: string): ReturnType<FakeHandler> {
    const { role, jwt } = JSON.parse(body) as { readonly role: string; readonly jwt: string };
    const { jti } = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as {
      readonly jti: string;
    };
    if (role === '' || this.taken.includes(jti)) return fakeJson(403, { error: 'refused' });
    this.taken.push(jti);
    const token = `smp.${this.#world.id(24)}`;
    this.live.set(token, this.#world.now() + this.#life);
    return fakeJson(200, { token, expires_in: this.#life / SECOND });
  }
}
