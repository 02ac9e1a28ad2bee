import { fakeJson, type FakeHandler, type FakeRequest, type FakeWorld } from '../../../kits/fake/fake';
import { fakeRoute } from '../../../kits/fake/fakeRoute';

type Fields = Readonly<Record<string, unknown>>;

export interface FakeVersion {
  readonly created: number;
  fields: Fields | null;
  destroyed: boolean;
}

export interface FakeSecret {
  /** The first is version 1. */
  readonly versions: FakeVersion[];
  labels: Readonly<Record<string, string>>;
}

/** Sample as its documentation describes it: refuses other tokens, and a write whose `if-match` is not the newest version. */
export class FakeSample {
  /** path -> secret */
  readonly secrets = new Map<string, FakeSecret>();
  readonly #world: FakeWorld;
  readonly #token: string;

  constructor(world: FakeWorld, token: string) {
    this.#world = world;
    this.#token = token;
  }

  /** What applications read. */
  served(path: string): Fields | undefined {
    return this.secrets.get(path)?.versions.at(-1)?.fields ?? undefined;
  }

  /** @returns the new version */
  put(path: string, fields: Fields): number {
    const secret = this.secrets.get(path) ?? { versions: [], labels: {} };
    this.secrets.set(path, secret);
    return secret.versions.push({ created: this.#world.now(), fields, destroyed: false });
  }

  readonly handle: FakeHandler = (request) => {
    if (request.headers['authorization'] !== `Bearer ${this.#token}`)
      return fakeJson(401, { error: 'who are you?' });
    const destroyed = fakeRoute('POST /projects/shop/destroy/{path*}', request)?.['path'];
    if (destroyed !== undefined) return this.#destroy(destroyed, request);
    const read = fakeRoute('GET /projects/shop/secrets/{path*}', request)?.['path'];
    if (read !== undefined) return this.#read(read, request);
    const replaced = fakeRoute('PUT /projects/shop/secrets/{path*}', request)?.['path'];
    if (replaced !== undefined) return this.#write(replaced, request, {});
    const merged = fakeRoute('PATCH /projects/shop/secrets/{path*}', request)?.['path'];
    return merged === undefined ? undefined : this.#write(merged, request, this.served(merged));
  };

  #read(path: string, { query }: FakeRequest): ReturnType<FakeHandler> {
    const secret = this.secrets.get(path);
    const version = Number(query.get('version') ?? secret?.versions.length);
    const found = secret?.versions[version - 1];
    if (!secret || !found) return fakeJson(404, { error: 'no such version' });
    return fakeJson(200, {
      ...found,
      version,
      created: new Date(found.created).toISOString(),
      labels: secret.labels,
    });
  }

  #write(path: string, { headers, body }: FakeRequest, before: Fields | undefined): ReturnType<FakeHandler> {
    if (!before) return fakeJson(412, { error: 'there is nothing to change' });
    if (headers['if-match'] !== String(this.secrets.get(path)?.versions.length ?? 0))
      return fakeJson(412, { error: 'not the newest version' });
    const { fields } = JSON.parse(body) as { readonly fields: Fields };
    const kept = Object.entries({ ...before, ...fields }).filter(([, value]) => value !== null);
    return fakeJson(200, { version: this.put(path, Object.fromEntries(kept)) });
  }

  #destroy(path: string, { body }: FakeRequest): ReturnType<FakeHandler> {
    const { versions } = JSON.parse(body) as { readonly versions: readonly number[] };
    for (const version of versions) {
      const found = this.secrets.get(path)?.versions[version - 1];
      if (found) Object.assign(found, { fields: null, destroyed: true });
    }
    return fakeJson(200, {});
  }
}
