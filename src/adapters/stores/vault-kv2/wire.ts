import type NodeVault from 'node-vault';
import type { Session } from '../../../domain/contracts/identity';
import type { AdapterPorts } from '../../../domain/descriptor';
import { asRekeyError, RekeyError } from '../../../domain/errors';
import { lazily } from '../../../domain/lazily';
import type { HttpRequest, HttpResponse, Permit, SecretJson } from '../../../domain/ports';
import type { VaultKv2Settings } from './settings';

/** What node-vault hands to its transport. */
interface VaultRequest {
  readonly method: HttpRequest['method'];
  readonly uri: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: SecretJson;
  readonly permit?: Permit;
}

export interface Wire {
  /** The server's origin, once a session was had or when the settings say it. */
  readonly origin: string | undefined;
  /** The answer whatever its status. @param path below `/v1/`, encoded by the caller */
  send(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    json?: SecretJson,
    permit?: Permit,
  ): Promise<HttpResponse>;
}

/**
 * node-vault over the Http port. The token never enters node-vault: this transport adds it. Every answer is handed to
 * node-vault as a success and comes back whole, for of an error it would keep one sentence and no header.
 */
export function openWire(settings: VaultKv2Settings, ports: AdapterPorts): Wire {
  const state: { origin: string | undefined; index?: string } = { origin: settings.address };
  let opened: Promise<NodeVault.client> | undefined;

  const transport = async (request: VaultRequest): Promise<{ statusCode: 200; body: HttpResponse }> => {
    const session = await ports.session();
    const send = (as: Session): Promise<HttpResponse> =>
      ports.http.send({
        method: request.method,
        url: request.uri,
        headers: { ...request.headers, ...headersOf(as, settings, state.index) },
        ...(request.json === undefined ? {} : { json: request.json }),
        permit: request.permit,
      });
    let answer = await send(session);
    // Nothing was done, so with another session it may be sent again.
    if (answer.status === 403) {
      const other = await ports.session(session).catch((thrown: unknown) => noOther(thrown));
      if (other !== session) answer = await send(other);
    }
    const index = answer.headers['x-vault-index'];
    if (index !== undefined) state.index = index;
    return { statusCode: 200, body: answer };
  };

  const open = async (): Promise<NodeVault.client> => {
    const { origin } = await ports.session();
    if (settings.address !== undefined && settings.address !== origin) {
      const message = `The store is at ${settings.address}, but its identity logs in to ${origin}.`;
      throw new RekeyError('RK2005', message, {
        next: 'Give both the same address, or leave it out of the store.',
      });
    }
    state.origin = origin;
    return load(origin, transport);
  };

  return {
    get origin() {
      return state.origin;
    },
    async send(method, path, json, permit) {
      opened ??= open();
      const client = await opened.catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
      return answerOf(client, method, path, json, permit && { permit });
    },
  };
}

function noOther(thrown: unknown): never {
  const { message, next } = asRekeyError(thrown);
  throw new RekeyError('RK4005', `Vault ended the session, and a new one was not to be had: ${message}`, {
    next: `${next} The rotation goes on then.`,
  });
}

/** Loaded with the first call only, for it brings axios along. */
const library = lazily(() => import('node-vault'));

/** https://github.com/nodevault/node-vault */
async function load(origin: string, transport: unknown): Promise<NodeVault.client> {
  const { default: nodeVault } = await library();
  const client = nodeVault({
    endpoint: origin,
    // Without one of its own it prints whole bodies when DEBUG=node-vault.
    debug: () => undefined,
    // Its functions for single paths are not made: `read`, `write` and `update` take any.
    commands: {},
    'request-promise': { defaults: () => transport },
  });
  // These were taken from VAULT_TOKEN, VAULT_NAMESPACE and VAULT_PREFIX; nothing may come from there.
  return Object.assign(client, { token: '', namespace: '', pathPrefix: '' });
}

async function answerOf(
  client: NodeVault.client,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  json: SecretJson | undefined,
  /** Handed on to the transport as they are. */
  options: object | undefined,
): Promise<HttpResponse> {
  switch (method) {
    case 'GET':
      return (await client.read(path)) as HttpResponse;
    case 'POST':
      return (await client.write(path, json, options)) as HttpResponse;
    case 'PATCH':
      return (await client.update(path, json, options)) as HttpResponse;
  }
}

/**
 * https://developer.hashicorp.com/vault/api-docs#the-x-vault-request-header
 * The index makes a standby of Vault Enterprise answer 412 as long as it has not seen our last write:
 * https://developer.hashicorp.com/vault/docs/enterprise/consistency
 */
function headersOf(
  session: Session,
  settings: VaultKv2Settings,
  index: string | undefined,
): NonNullable<HttpRequest['headers']> {
  const namespace = settings.namespace ?? session.attributes['namespace'];
  return {
    'x-vault-request': 'true',
    'x-vault-token': session.token,
    ...(namespace === undefined ? {} : { 'x-vault-namespace': namespace }),
    ...(index === undefined ? {} : { 'x-vault-index': index }),
  };
}
