import { readFileSync } from 'node:fs';
import { fakeJson, type FakeRequest, type FakeResponse } from '../../src/kits/fake/fake';
import { systemRandom } from '../../src/runtime/random';
import { serveFakes, type FakeServer } from '../../src/sandbox/server';

/** The config of README, "On a laptop", as it stands there. */
export function readmeConfig(): string {
  const [, text = ''] =
    /<!-- generated:laptop -->\s+```yaml\n([^]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  return text;
}

const bearerOf = ({ headers }: FakeRequest): string =>
  (headers['authorization'] ?? '').replace(/^Bearer /, '');

/** A service that hands out keys, written for the config of README and for nothing else. */
export class KeyService {
  readonly admin = `admin-${systemRandom.id(24)}`;
  readonly keys = new Map<string, { readonly name: string; readonly value: string }>();
  /** Ids of keys that were deleted. */
  readonly deleted: string[] = [];

  make(name: string): { readonly id: string; readonly value: string } {
    const [id, value] = [`k-${systemRandom.id(10)}`, `key-${systemRandom.id(24)}`];
    this.keys.set(id, { name, value });
    return { id, value };
  }

  idOf = (value: string): string | undefined => [...this.keys].find(([, key]) => key.value === value)?.[0];

  readonly handle = (request: FakeRequest): FakeResponse | undefined => {
    const { method, path } = request;
    if (path === '/me') {
      const id = this.idOf(bearerOf(request));
      return id === undefined ? fakeJson(401, {}) : fakeJson(200, { id });
    }
    if (bearerOf(request) !== this.admin) return fakeJson(403, {});
    if (path === '/keys' && method === 'POST') {
      const { id, value } = this.make(String((JSON.parse(request.body) as { readonly name: unknown }).name));
      return fakeJson(201, { id, key: value });
    }
    if (path === '/keys' && method === 'GET')
      return fakeJson(200, { keys: [...this.keys].map(([id, { name }]) => ({ id, name })) });
    const id = path.replace('/keys/', '');
    if (method !== 'DELETE' || !this.keys.delete(id)) return fakeJson(404, {});
    this.deleted.push(id);
    return { status: 204, body: '' };
  };
}

/** What README takes for given: the key service, and a service that is well while the key in the store works. */
export interface ReadmeLaptop {
  readonly service: KeyService;
  /** For rekey.yml: the addresses of README are those of this test, and the grace period is the shortest that it allows. */
  readonly config: string;
  stop(): Promise<void>;
}

/** @param store origin of the store @param served the value that applications read now */
export async function readmeLaptop(store: string, served: () => Promise<string>): Promise<ReadmeLaptop> {
  const service = new KeyService();
  let isWell = true;
  const look = async (): Promise<void> => {
    isWell = service.idOf(await served()) !== undefined;
  };
  const health: FakeServer = await serveFakes([() => fakeJson(isWell ? 200 : 503, {})], {
    gate: async (_request, act) => {
      await look();
      return act();
    },
  });
  const keys = await serveFakes([service.handle]);
  const config = [
    ['http://127.0.0.1:8200', store],
    ['http://127.0.0.1:8080', keys.origin],
    ['http://127.0.0.1:8081', health.origin],
    ['grace_period: 1m', 'grace_period: 5s'],
  ].reduce((text, [from = '', to = '']) => {
    if (!text.includes(from)) throw new Error(`README has no ${from}`);
    return text.replace(from, to);
  }, readmeConfig());
  return {
    service,
    config,
    stop: async () => {
      await Promise.all([keys.close(), health.close()]);
    },
  };
}
