import { endpoint, type Query } from '../../../domain/tools/endpoint';
import type { RekeyError } from '../../../domain/errors';
import type { Code } from '../../../domain/errorCodes';
import { httpError } from '../../../domain/httpError';
import type { Http, HttpRequest, HttpResponse } from '../../../domain/ports';
import { inOwnWords } from '../../../kits/adapter/answer';
import type { Call } from './calls';
import { fillBody, fillForm, texts, type Fill } from './fill';

type Method = HttpRequest['method'];
type Headers = NonNullable<HttpRequest['headers']>;

/** One described call, on the wire. */
export interface Wire {
  readonly origin: string;
  readonly headers: Headers;
  readonly sign?: HttpRequest['sign'];
}

/** A request that changes nothing, whatever its method: the port may repeat it. */
export const query = (request: HttpRequest): HttpRequest => ({ safe: true, ...request });

export function build(wire: Wire, call: Call, fill: Fill, more: Query = {}): HttpRequest {
  const [method = 'GET', path = '/'] = call.request.split(' ');
  return {
    method: method as Method,
    url: endpoint(wire.origin, path, texts(fill), more),
    headers: { accept: 'application/json', ...wire.headers, ...call.headers },
    ...(wire.sign && { sign: wire.sign }),
    ...(call.body && { json: fillBody(call.body, fill) }),
    ...(call.form && { form: fillForm(call.form, fill) }),
  };
}

/** Sends it; a failure of the network speaks of the vendor from here on. */
export async function send(http: Http, request: HttpRequest, what: string): Promise<HttpResponse> {
  try {
    return await http.send(request);
  } catch (error) {
    throw inOwnWords(error, OF_VENDOR, ({ message }) => `${what}: ${message}`);
  }
}

const OF_VENDOR: Readonly<Partial<Record<Code, Code>>> = {
  RK9001: 'RK5006',
  RK9002: 'RK5007',
  RK9007: 'RK5008',
  RK9010: 'RK5006',
};

/** An answer that is no success. `gone` is what 404 means: no such key, or a description that names the wrong path. */
export function vendorError(
  answer: HttpResponse,
  what: string,
  write: boolean,
  gone: Code = 'RK5005',
): RekeyError {
  return httpError(answer, {
    what,
    write,
    denied: 'RK5001',
    gone,
    throttled: 'RK5008',
    transient: 'RK5006',
    unknown: 'RK5007',
    broken: 'RK5005',
  });
}
