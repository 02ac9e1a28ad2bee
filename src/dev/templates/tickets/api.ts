import { z } from 'zod';
import type { AdapterPorts } from '../../../domain/descriptor';
import { endpoint, type Query } from '../../../domain/tools/endpoint';
import { RekeyError } from '../../../domain/errors';
import { httpError } from '../../../domain/httpError';
import type { HttpRequest, Permit } from '../../../domain/ports';
import { SecretText } from '../../../domain/secret';
import { answerOf, isSuccess, jsonOf } from '../../../kits/adapter/answer';
import type { SampleTicketSettings } from './settings';

const comment = z.object({ id: z.int(), author: z.string(), body: z.string() });
const ticket = z.object({
  number: z.int().positive(),
  url: z.string(),
  author: z.string(),
  body: z.string(),
  open: z.boolean(),
  comments: z.array(comment),
});
export type SampleTicket = z.output<typeof ticket>;

/** What may be written of a ticket. */
export interface Change {
  readonly title?: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly open?: boolean;
}

/** The calls, one request each. Replace this by links to the pages that document them. */
export class SampleApi {
  readonly #settings: SampleTicketSettings;
  readonly #ports: AdapterPorts;
  #me: Promise<string> | undefined;

  constructor(settings: SampleTicketSettings, ports: AdapterPorts) {
    this.#settings = settings;
    this.#ports = ports;
  }

  /** The name under which the token writes. */
  async me(): Promise<string> {
    const form = z.object({ name: z.string() });
    this.#me ??= this.#send('GET', '/me', {}, form).then(({ name }) => name);
    return this.#me;
  }

  /** Undefined: there is none of this number. */
  async ticket(number: string): Promise<SampleTicket | undefined> {
    return this.#send('GET', '/tickets/{number}', { ids: { number } }, ticket).catch((thrown: unknown) => {
      if (thrown instanceof RekeyError && thrown.kind === 'gone') return undefined;
      throw thrown;
    });
  }

  /** Oldest first. A search may know of a new one late; this is a list. */
  async since(since: string): Promise<readonly SampleTicket[]> {
    return this.#send('GET', '/tickets', { query: { since } }, z.array(ticket));
  }

  async open(json: Change, permit?: Permit): Promise<SampleTicket> {
    return this.#send('POST', '/tickets', { json, permit }, ticket);
  }

  async change(number: string, json: Change, permit?: Permit): Promise<void> {
    await this.#send('PATCH', '/tickets/{number}', { ids: { number }, json, permit }, z.unknown());
  }

  async say(number: string, body: string, permit?: Permit): Promise<void> {
    const path = '/tickets/{number}/comments';
    await this.#send('POST', path, { ids: { number }, json: { body }, permit }, z.unknown());
  }

  async sayInstead(number: string, id: number, body: string, permit?: Permit): Promise<void> {
    const ids = { number, id: String(id) };
    const path = '/tickets/{number}/comments/{id}';
    await this.#send('PATCH', path, { ids, json: { body }, permit }, z.unknown());
  }

  async #send<T>(
    method: HttpRequest['method'],
    path: string,
    {
      ids,
      query,
      ...rest
    }: Omit<HttpRequest, 'method' | 'url' | 'json'> & {
      readonly ids?: Readonly<Record<string, string>>;
      readonly query?: Query;
      readonly json?: Change | { readonly body: string };
    },
    form: z.ZodType<T>,
  ): Promise<T> {
    const { origin, token } = this.#settings;
    const answer = await this.#ports.http.send({
      method,
      url: endpoint(origin, path, ids, query),
      headers: { authorization: new SecretText(['Bearer ', await this.#ports.secret(token)]) },
      permit: rest.permit,
      ...(rest.json !== undefined && { json: { ...rest.json } }),
    });
    const what = `Sample, ${method} ${path}`;
    if (!isSuccess(answer)) throw httpError(answer, { what, write: method !== 'GET' });
    return answerOf(form, jsonOf(answer), () => new RekeyError('RK9011', `${what}: not understood.`));
  }
}
