import type { Parts } from '../../../domain/credential';
import { RekeyError } from '../../../domain/errors';
import type { Query } from '../../../domain/tools/endpoint';
import type { AdapterPorts } from '../../../domain/descriptor';
import type { HttpResponse, Permit } from '../../../domain/ports';
import { AdminKey } from './adminKey';
import { TokenLogin } from './tokenLogin';
import type { Call } from './calls';
import type { Fill } from './fill';
import { fillHeaders } from './header';
import type { HttpVendorSettings } from './description';
import { build, query, send, type Wire } from './api';

/** Calls with the admin key. A read that is refused is sent once more when somebody rotated the admin key meanwhile. */
export class Admin {
  readonly key: AdminKey;
  readonly #login: TokenLogin | undefined;
  readonly #settings: HttpVendorSettings;
  readonly #ports: AdapterPorts;

  constructor(settings: HttpVendorSettings, ports: AdapterPorts) {
    this.key = new AdminKey(settings, ports);
    this.#login = settings.login && new TokenLogin(settings.login, settings, ports, () => this.key.parts());
    this.#settings = settings;
    this.#ports = ports;
  }

  /** @param next added to the request, or the whole address of a next page */
  async read(call: Call, what: string, next: Query | URL = {}): Promise<HttpResponse> {
    const answer = await this.#ask(call, what, next);
    if (answer.status !== 401 || !(await this.#renewed())) return answer;
    return this.#ask(call, what, next);
  }

  /** Sent once. A refusal makes the next call read the admin key again. */
  async write(call: Call, fill: Fill, what: string, permit?: Permit): Promise<HttpResponse> {
    const request = { ...build(await this.#wire(), call, fill), permit };
    const answer = await send(this.#ports.http, request, what);
    if (answer.status === 401) await this.#renewed();
    return answer;
  }

  async #ask(call: Call, what: string, next: Query | URL): Promise<HttpResponse> {
    const wire = await this.#wire();
    const request =
      next instanceof URL ? { ...build(wire, call, {}), url: next.href } : build(wire, call, {}, next);
    return send(this.#ports.http, query(request), what);
  }

  /** After a refusal. @returns whether another try makes sense */
  async #renewed(): Promise<boolean> {
    this.#login?.forget();
    return (await this.key.changed()) || this.#login !== undefined;
  }

  async #wire(): Promise<Wire> {
    const { origin, headers, admin_header: header, admin_sign: sign } = this.#settings;
    if (sign) return { origin, headers: headers ?? {}, sign: signedBy(await this.key.parts(), sign.aws) };
    return {
      origin,
      headers: { ...headers, ...fillHeaders(header, await (this.#login ?? this.key).parts()) },
    };
  }
}

/** The port signs; the secret key leaves this process in no request. */
function signedBy(parts: Parts, place: { readonly service: string; readonly region: string }): Wire['sign'] {
  const { access_key_id: accessKeyId, secret_access_key: secretAccessKey } = parts;
  if (!accessKeyId || !secretAccessKey)
    throw new RekeyError('RK4008', 'The admin key lacks access_key_id or secret_access_key.');
  return { aws: { ...place, accessKeyId, secretAccessKey } };
}
