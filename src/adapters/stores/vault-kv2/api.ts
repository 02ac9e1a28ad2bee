import { endpoint, type Query } from '../../../domain/tools/endpoint';
import type { HttpResponse, Permit } from '../../../domain/ports';
import type { SecretJson } from '../../../domain/secretJson';
import { readInstant } from '../../../domain/tools/foreignTime';
import { instant } from '../../../domain/tools/time';
import { Content } from '../../../kits/store/content';
import { NEVER, remembering } from '../../../kits/store/remembering';
import type { Version, Versions, Write } from '../../../kits/store/versions';
import {
  capabilitiesAnswer,
  hasMoved,
  isGoneVersion,
  isNotFound,
  parsed,
  readAnswer,
  retentionAnswer,
  writeAnswer,
} from './answers';
import { asStoreError, vaultError, type Call } from './errors';
import type { Wire } from './wire';

/** 0 versions and no duration mean: the default. Durations as Go writes them, `720h0m0s`. */
export interface Retention {
  readonly max_versions: number;
  readonly delete_version_after: string;
}

export interface KvApi extends Versions {
  readonly mount: string;
  /** What this token may do at each path, such as `secret/data/prod/gateway`; undefined where it may not ask. */
  capabilities(paths: readonly string[]): Promise<Readonly<Record<string, readonly string[]>> | undefined>;
  /** Of the key, and of the mount. */
  retention(path: string): Promise<{ readonly key: Retention | undefined; readonly mount: Retention }>;
}

/** The KV version 2 calls that a rotation needs. https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2 */
export function kvApi(wire: Wire, mount: string): KvApi {
  const send = sender(wire, mount);

  async function write(
    method: 'POST' | 'PATCH',
    [path, cas, data, permit]: Write,
  ): Promise<number | undefined> {
    const capabilities = method === 'PATCH' ? ['patch'] : ['create', 'update'];
    const [answer, call] = await send({
      method,
      capabilities,
      part: 'data',
      path,
      json: { data, options: { cas } },
      permit,
    });
    if (answer.status === 200) return parsed(writeAnswer, answer, call).data.version;
    if (hasMoved(answer, method === 'PATCH')) return undefined;
    throw vaultError(answer, call);
  }

  const secrets = remembering({
    get origin() {
      return wire.origin;
    },
    read: (path, version) => ask(send, wire, path, version),
    /** https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#create-update-secret */
    replace: (...how) => write('POST', how),
    /** https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#patch-secret */
    merge: (...how) => write('PATCH', how),
    /** https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#destroy-secret-versions */
    async destroy(path, versions) {
      const json = { versions };
      const [answer, call] = await send({
        method: 'POST',
        capabilities: ['update'],
        part: 'destroy',
        path,
        json,
      });
      // Vault says 204; a page of a proxy says 200.
      if (answer.status !== 204) throw vaultError(answer, call);
    },
  });

  return Object.assign(secrets, {
    mount,
    capabilities: (paths: readonly string[]) => capabilitiesOf(wire, paths),
    /**
     * https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-metadata
     * https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-kv-engine-configuration
     */
    async retention(path: string) {
      const [key, keyCall] = await send({ method: 'GET', capabilities: ['read'], part: 'metadata', path });
      if (key.status !== 200 && !isNotFound(key)) throw vaultError(key, keyCall);
      const [config, call] = await send({ method: 'GET', capabilities: ['read'], part: 'config', path: '' });
      if (config.status !== 200) throw vaultError(config, call);
      return {
        key: key.status === 200 ? parsed(retentionAnswer, key, keyCall).data : undefined,
        mount: parsed(retentionAnswer, config, call).data,
      };
    },
  });
}

/** https://developer.hashicorp.com/vault/api-docs/system/capabilities-self · the default policy grants it, and it changes nothing */
async function capabilitiesOf(
  wire: Wire,
  paths: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>> | undefined> {
  const call = { capabilities: ['update'], path: 'sys/capabilities-self', write: false };
  const answer = await wire.send('POST', call.path, { paths }).catch((thrown: unknown) => {
    throw asStoreError(thrown, call);
  });
  if (answer.status === 403) return undefined;
  if (answer.status !== 200) throw vaultError(answer, call);
  return parsed(capabilitiesAnswer, answer, call).data;
}

/** https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-version */
async function ask(send: Send, wire: Wire, path: string, version?: number): Promise<Version> {
  const query = { version };
  const [answer, call] = await send({ method: 'GET', capabilities: ['read'], part: 'data', path, query });
  if (isNotFound(answer)) return { ...NEVER, version: version ?? 0 };
  if (answer.status !== 200 && !isGoneVersion(answer)) throw vaultError(answer, call);
  const { data, metadata } = parsed(readAnswer, answer, call).data;
  return {
    version: metadata.version,
    created: instant(readInstant(metadata.created_time) ?? 0),
    destroyed: metadata.destroyed,
    custom: metadata.custom_metadata ?? {},
    ...(data === null ? {} : { content: new Content(data, call.path, wire.origin ?? '') }),
  };
}

type Send = (request: Request) => Promise<[HttpResponse, Call]>;

interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly capabilities: readonly string[];
  /** `data`, `metadata`, `destroy` or `config`. */
  readonly part: string;
  readonly path: string;
  readonly query?: Query;
  readonly json?: SecretJson;
  readonly permit?: Permit | undefined;
}

const BASE = 'https://vault.invalid/';

function sender(wire: Wire, mount: string): Send {
  return async ({ method, capabilities, part, path, query = {}, json, permit }) => {
    const template = path === '' ? `/{+mount}/${part}` : `/{+mount}/${part}/{+path}`;
    // node-vault puts origin and `/v1/` in front, and encodes nothing.
    const target = endpoint(BASE, template, { mount, path }, query).slice(BASE.length);
    const named = [mount, part, path].filter((piece) => piece !== '').join('/');
    const call = { capabilities, path: named, write: method !== 'GET' };
    try {
      return [await wire.send(method, target, json, permit), call];
    } catch (thrown) {
      throw asStoreError(thrown, call);
    }
  };
}
