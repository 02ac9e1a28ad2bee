import type NodeVault from 'node-vault';
import type { Session } from '../../../domain/contracts/identity';
import type { AdapterPorts } from '../../../domain/descriptor';
import { asRekeyError, RekeyError } from '../../../domain/errors';
import { lazily } from '../../../domain/tools/lazily';
import type { HttpRequest, HttpResponse, Permit } from '../../../domain/ports';
import type { SecretJson } from '../../../domain/secretJson';
import { vaultHeaders } from '../../../kits/vault/wire';
import type { VaultKv2Settings } from './settings';

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

/** The part of a request that node-vault hands to its transport as it was given; it adds the address. */
type Request = Pick<HttpRequest, 'method' | 'headers' | 'json' | 'permit'>;

/** node-vault over the Http port: it makes the address, and never sees a token or an answer. */
export function openWire(settings: VaultKv2Settings, ports: AdapterPorts): Wire {
  let origin = settings.address;
  /**
   * A standby of Vault Enterprise answers 412 as long as it has not seen the write with this index:
   * https://developer.hashicorp.com/vault/docs/enterprise/consistency
   */
  let index: string | undefined;

  async function transport({ uri, ...request }: Request & { readonly uri: string }): Promise<HttpResponse> {
    const { method, json, permit } = request;
    const send = (as: Session): Promise<HttpResponse> => {
      const headers = {
        ...request.headers,
        ...vaultHeaders(settings.namespace ?? as.attributes['namespace']),
        'x-vault-token': as.token,
        ...(index !== undefined && { 'x-vault-index': index }),
      };
      return ports.http.send({ method, url: uri, headers, permit, ...(json !== undefined && { json }) });
    };
    const session = await ports.session();
    let answer = await send(session);
    // Nothing was done, so with another session it may be sent again.
    if (answer.status === 403) {
      const other = await ports.session(session).catch((thrown: unknown) => noOther(thrown));
      if (other !== session) answer = await send(other);
    }
    index = answer.headers['x-vault-index'] ?? index;
    return answer;
  }

  const client = lazily(async () => {
    const session = await ports.session();
    if (settings.address !== undefined && settings.address !== session.origin) {
      const message = `The store is at ${settings.address}, but its identity logs in to ${session.origin}.`;
      throw new RekeyError('RK2005', message, {
        next: 'Give both the same address, or leave it out of the store.',
      });
    }
    origin = session.origin;
    return open(origin, transport);
  });

  return {
    get origin() {
      return origin;
    },
    async send(method, path, json, permit) {
      const headers = method === 'PATCH' ? { 'content-type': 'application/merge-patch+json' } : {};
      const request: Request = { method, headers, permit, ...(json !== undefined && { json }) };
      return (await (await client()).request({ ...request, path: `/${path}`, method })) as HttpResponse;
    },
  };
}

function noOther(thrown: unknown): never {
  const { message, next } = asRekeyError(thrown);
  throw new RekeyError('RK4005', `Vault ended the session, and a new one was not to be had: ${message}`, {
    next: `${next} The rotation continues then.`,
  });
}

/** Loaded with the first call only, because it brings axios along. */
const library = lazily(() => import('node-vault'));

/** https://github.com/nodevault/node-vault */
async function open(endpoint: string, transport: unknown): Promise<NodeVault.client> {
  const { default: nodeVault } = await library();
  const client = nodeVault({
    endpoint,
    // Without one of its own it prints whole bodies when DEBUG=node-vault.
    debug: () => undefined,
    commands: {},
    'request-promise': { defaults: () => transport },
  });
  return Object.assign(client, {
    // These were taken from VAULT_TOKEN, VAULT_NAMESPACE and VAULT_PREFIX; nothing may come from there.
    token: '',
    namespace: '',
    pathPrefix: '',
    // Of an error it would keep one sentence and no header.
    handleVaultResponse: (answer: HttpResponse) => answer,
  });
}
