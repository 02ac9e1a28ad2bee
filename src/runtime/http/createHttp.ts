import { readHttpDate } from '../../domain/tools/foreignTime';
import { asRekeyError, RekeyError } from '../../domain/errors';
import type { Clock, Http, HttpRequest, HttpResponse, Log, Random } from '../../domain/ports';
import { SecretValue } from '../../domain/secret';
import { parseJson } from './exactJson';
import { codeSpan } from '../../domain/tools/text';
import { SECOND } from '../../domain/tools/time';
import { allowedUrl, type Boundary } from './guard';
import { followRedirects } from './redirects';
import { withRetries } from './retry';
import { openBody, openerFor, openHeaders } from './secrets';
import { signatureHeaders } from './sign';
import {
  isRead,
  TransportFailure,
  type FailureReason,
  type Transport,
  type Unsigned,
  type WireRequest,
  type WireResponse,
} from './wire';

export interface HttpOptions extends Boundary {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly userAgent: string;
  /** Takes known values out of a text. What a server says with a refusal is quoted in errors, and it may repeat what it heard. */
  readonly redact?: (text: string) => string;
  /** Told before each request that goes without TLS. */
  readonly onPlainHttp?: (origin: string) => void;
}

const TIMEOUT = 30 * SECOND;
const MAX_BYTES = 2 * 1024 * 1024;

/** The Http port over a transport. One for each adapter, because each has its own origins. */
export function createHttp(options: HttpOptions): Http {
  return {
    async send(request) {
      const wire = await toWire(request, options);
      const began = options.clock.monotonic();
      const { transport, redact = unchanged } = options;
      if (!wire.safe && request.permit?.() === false)
        throw new RekeyError(
          'RK9014',
          `${wire.method} ${wire.url.origin}: it was too late, so nothing was sent.`,
        );
      const once = (): Promise<WireResponse> => followRedirects(wire, transport, redact);
      const answer = await (wire.safe ? withRetries(once, options) : once()).catch((thrown: unknown) => {
        throw explained(thrown, wire);
      });
      const took = Math.round(options.clock.monotonic() - began);
      options.log.debug(`${named(request, wire)} ${answer.status} in ${took} ms`);
      if (answer.cut === true || Buffer.byteLength(answer.body) > wire.maxBytes) {
        throw new RekeyError(
          'RK9004',
          `${wire.method} ${wire.url.origin}: more than ${wire.maxBytes} bytes.`,
        );
      }
      return toResponse(isRefusal(answer) ? redacted(answer, redact) : answer, wire);
    },
  };
}

const unchanged = (text: string): string => text;

const isRefusal = ({ status }: WireResponse): boolean => status >= 400;

function redacted(answer: WireResponse, redact: (text: string) => string): WireResponse {
  const headers = Object.entries(answer.headers).map(([name, text]) => [name, redact(text)]);
  return {
    ...answer,
    body: redact(answer.body),
    headers: Object.fromEntries(headers) as WireResponse['headers'],
  };
}

async function toWire(request: HttpRequest, options: HttpOptions): Promise<WireRequest> {
  const url = allowedUrl(request.url instanceof SecretValue ? request.url.reveal() : request.url, options);
  if (url.protocol === 'http:') options.onPlainHttp?.(url.origin);
  const open = openerFor(url.origin);
  open.text(request.url);
  const body = openBody(request, open);
  const unsigned: Unsigned = {
    method: request.method,
    url,
    headers: {
      accept: 'application/json',
      'user-agent': options.userAgent,
      ...(body?.type !== undefined && { 'content-type': body.type }),
      ...openHeaders(request, open),
    },
    ...(body !== undefined && { body: body.body }),
  };
  const signature = await signatureHeaders(request.sign, unsigned, open, options.clock.now());
  return {
    ...unsigned,
    headers: { ...unsigned.headers, ...signature },
    safe: request.safe ?? isRead(request.method),
    timeout: request.timeout ?? TIMEOUT,
    maxBytes: request.maxBytes ?? MAX_BYTES,
  };
}

/** Method and address for the log; of an address that is a secret only the origin. */
function named(request: HttpRequest, wire: WireRequest): string {
  const path = request.url instanceof SecretValue ? '/***' : wire.url.pathname;
  return `${wire.method} ${wire.url.origin}${path}`;
}

function explained(thrown: unknown, wire: WireRequest): RekeyError {
  if (!(thrown instanceof TransportFailure)) return asRekeyError(thrown);
  const message = `${wire.method} ${wire.url.origin}: ${saidOf(thrown)}.`;
  if (thrown.reason === 'private address') return new RekeyError('RK9006', message);
  if (thrown.reason === 'certificate') return new RekeyError('RK9013', message);
  const lost = thrown.sent === 'maybe' && !wire.safe;
  if (thrown.reason === 'own fault') return ownFault(message, thrown, lost);
  if (lost) return new RekeyError('RK9002', message);
  const next = thrown.proxy === undefined ? WHERE[thrown.reason] : PROXY;
  return new RekeyError('RK9001', message, next === undefined ? {} : { next });
}

/** What comes before an answer is mostly the address; an outage is over by the next run. */
const WHERE: Readonly<Partial<Record<FailureReason, string>>> = {
  refused:
    'Check the address and its port in the config; where they are right nothing listens there now, and the next run tries again.',
  'unknown host':
    'Check the name of the host in the config, and the DNS of this machine; the next run tries again.',
};

const PROXY =
  'Check that the proxy of HTTPS_PROXY or HTTP_PROXY is up and lets this host through, or name the host in NO_PROXY.';

/** With a proxy it is the proxy that refuses, or that is not there: its name leads to the cause, that of the server does not. */
function saidOf({ reason, detail, proxy }: TransportFailure): string {
  if (proxy === undefined || reason === 'own fault') return reason;
  return reason === 'refused' && detail !== undefined
    ? `the proxy ${codeSpan(proxy)} refused it with ${detail}`
    : `${reason}, through the proxy ${codeSpan(proxy)}`;
}

/** Not the network's: a report helps, another look at the server does not, unless it may have seen the request. */
function ownFault(message: string, { sent, detail = '' }: TransportFailure, lost: boolean): RekeyError {
  const when = sent === 'no' ? 'before anything was sent' : 'while the answer was read';
  const whose = `${message.slice(0, -1)} of Rekey ${when} (${codeSpan(detail)}).`;
  return new RekeyError(lost ? 'RK9002' : 'RK9900', whose);
}

function toResponse(answer: WireResponse, wire: WireRequest): HttpResponse {
  const date = readHttpDate(answer.headers['date']);
  return {
    status: answer.status,
    headers: answer.headers,
    text: answer.body,
    json() {
      try {
        return parseJson(answer.body);
      } catch {
        const status = String(answer.status);
        throw new RekeyError('RK9005', `${wire.method} ${wire.url.origin}: status ${status}, but no JSON.`);
      }
    },
    ...(date !== undefined && { date }),
  };
}
