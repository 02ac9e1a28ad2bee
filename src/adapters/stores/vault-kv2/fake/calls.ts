import { instant, type Millis } from '../../../../domain/tools/time';
import type { Capability } from './policy';
import { isMap, mergePatch } from './mergePatch';
import { FakeSecret, Refusal, type Data, type Keeping } from './secret';

/** All that a mount holds. */
export interface FakeMount {
  readonly secrets: Map<string, FakeSecret>;
  readonly keeping: Keeping;
}

export interface KvCall {
  readonly method: string;
  /** `data`, `metadata`, `destroy`, `delete`, `undelete`, `config`. */
  readonly part: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: Data;
}

export interface KvAnswer {
  readonly status: number;
  /** Undefined: no body. */
  readonly data?: Data | undefined;
}

/** What the policy must grant for a call; undefined when there is no such operation. */
export function capabilityOf(call: KvCall, mount: FakeMount): Capability | undefined {
  const writes = mount.secrets.has(call.path) || call.part === 'config' ? 'update' : 'create';
  const byPart: Readonly<Record<string, Readonly<Record<string, Capability>>>> = {
    data: { GET: 'read', POST: writes, PUT: writes, PATCH: 'patch', DELETE: 'delete' },
    metadata: { GET: 'read', POST: writes, PUT: writes, DELETE: 'delete', LIST: 'list' },
    destroy: { POST: 'update', PUT: 'update' },
    delete: { POST: 'update', PUT: 'update' },
    undelete: { POST: 'update', PUT: 'update' },
    config: { GET: 'read', POST: writes, PUT: writes },
  };
  return byPart[call.part]?.[call.method];
}

export function answerKv(call: KvCall, mount: FakeMount, now: Millis): KvAnswer {
  const key = `${call.part} ${call.method === 'PUT' ? 'POST' : call.method}`;
  switch (key) {
    case 'data GET':
      return readData(call, mount, now);
    case 'data POST':
      return writeData(call, mount, now);
    case 'data PATCH':
      return patchData(call, mount, now);
    case 'data DELETE':
      return eachVersion(call, mount, (secret) => secret.delete([secret.current], now));
    case 'delete POST':
      return eachVersion(call, mount, (secret) => secret.delete(numbersOf(call.body), now));
    case 'undelete POST':
      return eachVersion(call, mount, (secret) => secret.undelete(numbersOf(call.body)));
    case 'destroy POST':
      return eachVersion(call, mount, (secret) => secret.destroy(numbersOf(call.body)));
    case 'metadata DELETE':
      mount.secrets.delete(call.path);
      return { status: 204 };
    case 'metadata GET':
      return readMetadata(call, mount);
    case 'metadata LIST':
      return list(call, mount);
    case 'metadata POST':
      return writeMetadata(call, mount, now);
    case 'config GET':
      return { status: 200, data: keepingAsWire(mount.keeping) };
    default:
      keep(mount.keeping, call.body);
      return { status: 204 };
  }
}

function readData(call: KvCall, mount: FakeMount, now: Millis): KvAnswer {
  const secret = mount.secrets.get(call.path);
  const asked = Number(call.query.get('version') ?? 0);
  const number = asked > 0 ? asked : (secret?.current ?? 0);
  if (!secret?.versions.has(number)) throw notFound();
  const data = secret.readable(number, now);
  return { status: data ? 200 : 404, data: { data: data ?? null, metadata: secret.describe(number) } };
}

function writeData(call: KvCall, mount: FakeMount, now: Millis): KvAnswer {
  if (!isMap(call.body['data'])) throw new Refusal(400, 'no data provided');
  const secret = mount.secrets.get(call.path) ?? new FakeSecret(now);
  secret.write(call.body['data'], casOf(call.body), mount.keeping, now);
  mount.secrets.set(call.path, secret);
  return { status: 200, data: secret.describe(secret.current) };
}

function patchData(call: KvCall, mount: FakeMount, now: Millis): KvAnswer {
  const type = call.contentType.split(';')[0] ?? '';
  if (type !== 'application/merge-patch+json') {
    throw new Refusal(415, `PATCH requires Content-Type of application/merge-patch+json, provided ${type}`);
  }
  if (!isMap(call.body['data'])) throw new Refusal(400, 'no data provided');
  const secret = mount.secrets.get(call.path);
  if (!secret) return { status: 404 };
  secret.checkCas(casOf(call.body), mount.keeping);
  const before = secret.readable(secret.current, now);
  if (!before) return { status: 404, data: secret.describe(secret.current) };
  secret.write(mergePatch(before, call.body['data']), secret.current, mount.keeping, now);
  return { status: 200, data: secret.describe(secret.current) };
}

function eachVersion(call: KvCall, mount: FakeMount, act: (secret: FakeSecret) => void): KvAnswer {
  if (call.part !== 'data' && numbersOf(call.body).length === 0)
    throw new Refusal(400, 'no version number provided');
  const secret = mount.secrets.get(call.path);
  if (secret) act(secret);
  return { status: 204 };
}

function readMetadata(call: KvCall, mount: FakeMount): KvAnswer {
  const secret = mount.secrets.get(call.path);
  if (!secret) throw notFound();
  const versions = [...secret.versions.keys()].map((number) => {
    const { created_time, deletion_time, destroyed } = secret.describe(number);
    return [String(number), { created_time, deletion_time, destroyed }];
  });
  return {
    status: 200,
    data: {
      ...keepingAsWire(secret.keeping),
      created_time: instant(secret.created),
      current_version: secret.current,
      custom_metadata: secret.custom,
      oldest_version: secret.oldest,
      updated_time: instant(secret.updated),
      versions: Object.fromEntries(versions) as Data,
    },
  };
}

function list(call: KvCall, mount: FakeMount): KvAnswer {
  const directory = call.path === '' || call.path.endsWith('/') ? call.path : `${call.path}/`;
  const inside = [...mount.secrets.keys()].filter((path) => path.startsWith(directory));
  const names = inside.map((path) => path.slice(directory.length).replace(/\/.*/, '/'));
  if (names.length === 0) throw notFound();
  return { status: 200, data: { keys: [...new Set(names)].sort() } };
}

/** The map of custom metadata is replaced as a whole. */
function writeMetadata(call: KvCall, mount: FakeMount, now: Millis): KvAnswer {
  const secret = mount.secrets.get(call.path) ?? new FakeSecret(now);
  const custom = call.body['custom_metadata'];
  if (isMap(custom)) {
    const texts = Object.entries(custom).map(([name, value]): [string, string] => [name, String(value)]);
    const fault = customFault(texts);
    if (fault !== undefined)
      throw new Refusal(400, `1 error occurred:\n\t* custom_metadata validation failed: ${fault}\n\n`);
    secret.custom = Object.fromEntries(texts);
  }
  keep(secret.keeping, call.body);
  mount.secrets.set(call.path, secret);
  return { status: 204 };
}

/** The first of Vault's sentences. https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#create-update-metadata */
function customFault(texts: readonly (readonly [string, string])[]): string | undefined {
  if (texts.length > 64) return `payload must contain at most 64 keys, provided ${texts.length}`;
  for (const [name, value] of texts) {
    const length = Buffer.byteLength(value);
    if (length === 0 || length > 512) {
      return `length of value for key "${name}" is ${length} but must be 0 < len(value) <= 512`;
    }
    if (/\p{Cc}/u.test(value)) return `value for key "${name}" contains unprintable characters`;
  }
  return undefined;
}

function keep(keeping: Keeping, body: Data): void {
  const { max_versions: max, cas_required: cas, delete_version_after: life } = body;
  Object.assign(keeping, {
    ...(typeof max === 'number' && { maxVersions: max }),
    ...(typeof cas === 'boolean' && { casRequired: cas }),
    ...(typeof life === 'string' && { deleteVersionAfter: Number(life.replace(/s$/, '')) * 1000 }),
  });
}

const keepingAsWire = (keeping: Keeping): Data => ({
  max_versions: keeping.maxVersions,
  cas_required: keeping.casRequired,
  delete_version_after: goDuration(keeping.deleteVersionAfter),
});

/** https://pkg.go.dev/time#Duration.String */
function goDuration(life: Millis): string {
  const seconds = Math.abs(life) / 1000;
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const text = h > 0 ? `${h}h${m}m${s}s` : m > 0 ? `${m}m${s}s` : `${s}s`;
  return life < 0 ? `-${text}` : text;
}

const notFound = (): Refusal => new Refusal(404, '');

function casOf(body: Data): unknown {
  return isMap(body['options']) ? body['options']['cas'] : undefined;
}

function numbersOf(body: Data): readonly number[] {
  const versions = body['versions'];
  return Array.isArray(versions) ? versions.map(Number) : [];
}
