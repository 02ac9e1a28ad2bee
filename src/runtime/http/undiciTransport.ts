import type { Dispatcher } from 'undici';
import { isLoopback } from '../../domain/tools/address';
import { SECOND, type Millis } from '../../domain/tools/time';
import { decoded } from './decoded';
import { failureAfter, failureOf } from './failures';
import { guardedLookup, type AddressRules } from './guardedLookup';
import { proxies, proxyFor, type ProxySettings } from './proxy';
import type { Transport, TransportFailure, WireRequest, WireResponse } from './wire';

export interface TransportOptions extends AddressRules {
  readonly proxy?: ProxySettings;
}

const CONNECT_TIMEOUT = 10 * SECOND;
/** Node's default of 250 ms gives up on servers of another continent. */
const TRY_ADDRESS_FOR = SECOND;

/** The real transport. https://undici.nodejs.org */
export function undiciTransport(options: TransportOptions): Transport {
  const { proxy, ...direct } = options;
  const dispatchers = new Map<boolean, Promise<Choose>>();
  return async (request) => {
    // What is meant for this machine never goes through a proxy: there it would be another machine, and in clear.
    const here = options.allowLoopback && isLoopback(request.url.hostname);
    const dispatcher =
      dispatchers.get(here) ?? makeDispatcher(here || !proxy ? direct : { ...direct, proxy });
    dispatchers.set(here, dispatcher);
    const through = here || !proxy ? undefined : proxyFor(request.url, proxy);
    const answer = await begin(request, dispatcher).catch(asFailure((thrown) => failureOf(thrown, through)));
    return read(answer, request.maxBytes).catch(asFailure(failureAfter));
  };
}

const asFailure =
  (failure: (thrown: unknown) => TransportFailure) =>
  (thrown: unknown): never => {
    throw failure(thrown);
  };

type Choose = (url: URL) => Dispatcher;

async function makeDispatcher({ proxy, ...options }: TransportOptions): Promise<Choose> {
  const { Agent, ProxyAgent } = await import('undici');
  // Said aloud, so that NODE_TLS_REJECT_UNAUTHORIZED in the environment changes nothing.
  const tls = { rejectUnauthorized: true };
  const agent = {
    connect: { ...tls, lookup: guardedLookup(options), timeout: CONNECT_TIMEOUT },
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: TRY_ADDRESS_FOR,
  };
  const direct = new Agent(agent);
  if (!proxy) return () => direct;
  return proxies(proxy, direct, (uri) => new ProxyAgent({ ...agent, uri, requestTls: tls, proxyTls: tls }));
}

/** A timer takes whole milliseconds, and no more than these. */
const LONGEST: Millis = 2 ** 31 - 1;
const whole = (timeout: Millis): Millis => Math.min(LONGEST, Math.max(1, Math.ceil(timeout)));

async function begin(request: WireRequest, opening: Promise<Choose>): Promise<Dispatcher.ResponseData> {
  const undici = await import('undici');
  const dispatcher = (await opening)(request.url);
  const timeout = whole(request.timeout);
  return undici.request(request.url, {
    dispatcher,
    // undici's type knows only common methods; it sends any token, such as LIST.
    method: request.method as Dispatcher.HttpMethod,
    headers: { ...request.headers },
    body: request.body ?? null,
    signal: AbortSignal.timeout(timeout),
    headersTimeout: timeout,
    bodyTimeout: timeout,
  });
}

async function read(answer: Dispatcher.ResponseData, maxBytes: number): Promise<WireResponse> {
  const headers = flat(answer.headers);
  const whole = await readUpTo(answer.body, maxBytes);
  const body = whole && (await decoded(whole, headers['content-encoding'], maxBytes));
  const status = answer.statusCode;
  return body ? { status, headers, body: body.toString('utf8') } : { status, headers, body: '', cut: true };
}

async function readUpTo(body: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
