import { isReference } from '../../../domain/tools/address';
import type { Mark } from '../../../domain/contracts/deployer';
import type { AdapterPorts } from '../../../domain/descriptor';
import { CODES, type Code } from '../../../domain/errorCodes';
import type { RekeyError } from '../../../domain/errors';
import { httpError } from '../../../domain/httpError';
import type { HttpRequest, HttpResponse, Permit } from '../../../domain/ports';
import type { SecretValue } from '../../../domain/secret';
import { inOwnWords, isSuccess } from '../../../kits/adapter/answer';
import { originOfHook } from '../../../kits/adapter/hook';
import type { WebhookDeployerSettings } from './settings';

/** The wire: an order that starts a rollout, and a question after one. Both are signed, with the marker as their id. */
export class WebhookApi {
  readonly #settings: WebhookDeployerSettings;
  readonly #ports: AdapterPorts;

  constructor(settings: WebhookDeployerSettings, ports: AdapterPorts) {
    this.#settings = settings;
    this.#ports = ports;
  }

  /** Standard Webhooks: https://www.standardwebhooks.com. The same marker twice is the same rollout. */
  async order(mark: Mark, permit?: Permit): Promise<void> {
    const { url } = this.#settings;
    const what = `order ${mark.marker}`;
    const answer = await this.#send(
      {
        method: 'POST',
        url: isReference(url) ? await this.#hidden(url) : url,
        headers: { 'content-type': 'application/json' },
        text: JSON.stringify(mark),
        permit,
      },
      mark.marker,
      what,
    );
    if (isSuccess(answer)) return;
    throw problem(answer, what, true);
  }

  /** Undefined: the receiver knows no such rollout. */
  async ask(marker: string): Promise<unknown> {
    const what = `status of ${marker}`;
    const url = this.#settings.status.url.replaceAll('{marker}', encodeURIComponent(marker));
    const answer = await this.#send({ method: 'GET', url }, marker, what);
    if (answer.status === 404) return undefined;
    if (isSuccess(answer)) return answer.json();
    throw problem(answer, what, false);
  }

  /** An address that is a secret leads to its own origin only, not to that of the status. */
  async #hidden(reference: string): Promise<SecretValue> {
    const address = await this.#ports.secret(reference);
    return address.boundTo([...address.origins].filter((origin) => origin === originOfHook(this.#settings)));
  }

  async #send(request: HttpRequest, id: string, what: string): Promise<HttpResponse> {
    const secret = await this.#ports.secret(this.#settings.secret);
    try {
      return await this.#ports.http.send({ ...request, sign: { id, secret } });
    } catch (error) {
      throw inOwnWords(error, OF_DEPLOYER, ({ code }) => `${what}: ${CODES[code].title}.`);
    }
  }
}

const OF_DEPLOYER: Readonly<Partial<Record<Code, Code>>> = { RK9001: 'RK6003', RK9002: 'RK6004' };

function problem(answer: HttpResponse, what: string, write: boolean): RekeyError {
  return httpError(answer, {
    what,
    write,
    denied: 'RK6001',
    gone: 'RK6006',
    transient: 'RK6003',
    unknown: 'RK6004',
    broken: 'RK6002',
  });
}
