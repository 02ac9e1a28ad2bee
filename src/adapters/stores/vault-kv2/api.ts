import { z } from 'zod';
import { endpoint, type Query } from '../../../domain/endpoint';
import { RekeyError } from '../../../domain/errors';
import type { HttpResponse, SecretJson } from '../../../domain/ports';
import { codeSpan } from '../../../domain/text';
import { instant, millis, type Instant } from '../../../domain/time';
import { Content } from './content';
import { asStoreError, errorTexts, vaultError, type Call } from './errors';
import type { Wire } from './wire';

/** A version as Vault shows it; 0 is a secret that never was. */
export interface KvVersion {
  readonly version: number;
  /** Absent: never written, deleted, destroyed, or pruned. */
  readonly content?: Content;
  readonly created?: Instant;
  readonly destroyed: boolean;
  readonly custom: Readonly<Record<string, string>>;
}

/** 0 versions and no duration mean: the default. Durations as Go writes them, `720h0m0s`. */
export interface Retention {
  readonly max_versions: number;
  readonly delete_version_after: string;
}

type Data = Readonly<Record<string, SecretJson>>;

export interface KvApi {
  readonly origin: string | undefined;
  /** The newest version, or the one that is named. */
  read(path: string, version?: number): Promise<KvVersion>;
  /** Both write with check-and-set and answer the new version, or undefined when `cas` is not the newest any more. */
  replace(path: string, cas: number, data: Data): Promise<number | undefined>;
  /** Fields that are not named stay, whatever they are; `null` removes one. */
  merge(path: string, cas: number, data: Data): Promise<number | undefined>;
  destroy(path: string, versions: readonly number[]): Promise<void>;
  /** Of the key, and of the mount. */
  retention(path: string): Promise<{ readonly key: Retention | undefined; readonly mount: Retention }>;
}

const metadata = z.object({
  version: z.int(),
  created_time: z.string(),
  destroyed: z.boolean(),
  custom_metadata: z.record(z.string(), z.string()).nullish(),
});
const readAnswer = z.object({
  data: z.object({ data: z.record(z.string(), z.unknown()).nullable(), metadata }),
});
const written = z.object({ data: z.object({ version: z.int().positive() }) });
const retention = z.object({ data: z.object({ max_versions: z.int(), delete_version_after: z.string() }) });

const CAS_MISMATCH = /check-and-set parameter did not match the current version/;

/** The KV version 2 calls that a rotation needs. https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2 */
export function kvApi(wire: Wire, mount: string): KvApi {
  const at = (part: string, path = '', query: Query = {}): { call: string; named: string } => {
    const template = path === '' ? `/{+mount}/${part}` : `/{+mount}/${part}/{+path}`;
    const whole = endpoint('https://vault.invalid', template, { mount, path }, query);
    // node-vault puts origin and `/v1/` in front, and encodes nothing.
    return {
      call: whole.slice('https://vault.invalid/'.length),
      named: [mount, part, path].filter(Boolean).join('/'),
    };
  };

  async function get(target: { call: string; named: string }): Promise<[HttpResponse, Call]> {
    const call = { capabilities: ['read'], path: target.named, write: false };
    return [await sent(call, () => wire.send('GET', target.call)), call];
  }

  async function write(
    method: 'POST' | 'PATCH',
    capabilities: readonly string[],
    [path, cas, data]: [string, number, Data],
  ): Promise<number | undefined> {
    const target = at('data', path);
    const call = { capabilities, path: target.named, write: true };
    const answer = await sent(call, () => wire.send(method, target.call, { data, options: { cas } }));
    if (answer.status === 200) return parsed(written, answer, call).data.version;
    // A merge finds no secret to merge into when somebody deleted it since it was read: 404, often without a body.
    if (method === 'PATCH' && answer.status === 404 && errorTexts(answer).length === 0) return undefined;
    if (answer.status === 400 && casMismatch(answer)) return undefined;
    throw vaultError(answer, call);
  }

  return {
    get origin() {
      return wire.origin;
    },
    /** https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-version */
    async read(path, version) {
      // Vault takes version 0 for the newest.
      if (version === 0) return NEVER;
      const [answer, call] = await get(at('data', path, { version }));
      if (answer.status === 404 && !hasData(answer)) {
        if (isKvNotFound(answer)) return { ...NEVER, version: version ?? 0 };
        throw vaultError(answer, call);
      }
      if (answer.status !== 200 && answer.status !== 404) throw vaultError(answer, call);
      const { data, metadata: about } = parsed(readAnswer, answer, call).data;
      return {
        version: about.version,
        created: instant(millis(about.created_time)),
        destroyed: about.destroyed,
        custom: about.custom_metadata ?? {},
        ...(data === null ? {} : { content: new Content(data, call.path, wire.origin ?? '') }),
      };
    },
    /** https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#create-update-secret */
    replace: (...how) => write('POST', ['create', 'update'], how),
    /** https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#patch-secret */
    merge: (...how) => write('PATCH', ['patch'], how),
    /** https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#destroy-secret-versions */
    async destroy(path, versions) {
      const target = at('destroy', path);
      const call = { capabilities: ['update'], path: target.named, write: true };
      const answer = await sent(call, () => wire.send('POST', target.call, { versions }));
      if (answer.status !== 204 && answer.status !== 200) throw vaultError(answer, call);
    },
    /**
     * https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-metadata
     * https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-kv-engine-configuration
     */
    async retention(path) {
      const [key, keyCall] = await get(at('metadata', path));
      const [config, configCall] = await get(at('config'));
      if (config.status !== 200) throw vaultError(config, configCall);
      const mountRetention = parsed(retention, config, configCall).data;
      if (key.status === 404 && isKvNotFound(key)) return { key: undefined, mount: mountRetention };
      if (key.status !== 200) throw vaultError(key, keyCall);
      return { key: parsed(retention, key, keyCall).data, mount: mountRetention };
    },
  };
}

const NEVER: KvVersion = { version: 0, destroyed: false, custom: {} };

async function sent(call: Call, send: () => Promise<HttpResponse>): Promise<HttpResponse> {
  try {
    return await send();
  } catch (thrown) {
    throw asStoreError(thrown, call);
  }
}

function parsed<T>(schema: z.ZodType<T>, answer: HttpResponse, call: Call): T {
  const body = schema.safeParse(jsonOf(answer));
  if (body.success) return body.data;
  const message = `Vault, ${codeSpan(call.path)}: status ${String(answer.status)} with an answer that is not of KV version 2.`;
  throw new RekeyError('RK4006', message);
}

function jsonOf(answer: HttpResponse): unknown {
  try {
    return answer.json();
  } catch {
    return undefined;
  }
}

const casMismatch = (answer: HttpResponse): boolean =>
  errorTexts(answer).some((text) => CAS_MISMATCH.test(text));

/** A deleted or destroyed version: 404, with the metadata of the version as the body. */
const hasData = (answer: HttpResponse): boolean => readAnswer.safeParse(jsonOf(answer)).success;

/** Vault's own "nothing there": no proxy's page, and no "no handler for route", which names a wrong mount. */
const isKvNotFound = (answer: HttpResponse): boolean =>
  z.object({ errors: z.array(z.unknown()).length(0) }).safeParse(jsonOf(answer)).success;
