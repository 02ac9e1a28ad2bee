import type { Dispatcher } from 'undici';
import { isLoopback } from '../../domain/address';
import { SECOND } from '../../domain/time';
import { failureOf } from './failures';
import { guardedLookup, type AddressRules } from './guardedLookup';
import type { Transport, WireRequest, WireResponse } from './wire';

/** Proxy settings as the environment has them; a proxy resolves names itself, so addresses behind it are not checked. */
export interface ProxySettings {
  readonly http?: string;
  readonly https?: string;
  /** Hosts that are reached directly. */
  readonly none?: string;
}

export interface TransportOptions extends AddressRules {
  readonly proxy?: ProxySettings;
}

const CONNECT_TIMEOUT = 10 * SECOND;
/** Node's default of 250 ms gives up on servers of another continent. */
const TRY_ADDRESS_FOR = SECOND;

/** The real transport. https://undici.nodejs.org */
export function undiciTransport(options: TransportOptions): Transport {
  const { proxy, ...direct } = options;
  const dispatchers = new Map<boolean, Promise<Dispatcher>>();
  return async (request) => {
    // What is meant for this machine never goes through a proxy: there it would be another machine, and in clear.
    const here = options.allowLoopback && isLoopback(request.url.hostname);
    const dispatcher =
      dispatchers.get(here) ?? makeDispatcher(here || !proxy ? direct : { ...direct, proxy });
    dispatchers.set(here, dispatcher);
    try {
      return await exchange(request, await dispatcher);
    } catch (thrown) {
      throw failureOf(thrown);
    }
  };
}

async function makeDispatcher(options: TransportOptions): Promise<Dispatcher> {
  const { Agent, EnvHttpProxyAgent } = await import('undici');
  // Said aloud, so that NODE_TLS_REJECT_UNAUTHORIZED in the environment changes nothing.
  const tls = { rejectUnauthorized: true };
  const agent = {
    connect: { ...tls, lookup: guardedLookup(options), timeout: CONNECT_TIMEOUT },
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: TRY_ADDRESS_FOR,
  };
  const { http, https, none = '' } = options.proxy ?? {};
  if (http === undefined && https === undefined) return new Agent(agent);
  // It hands the TLS settings on to the proxies it makes.
  const proxied = { ...agent, requestTls: tls, proxyTls: tls };
  const proxy = { httpProxy: http ?? '', httpsProxy: https ?? '', noProxy: none };
  return withoutWarnings(() => new EnvHttpProxyAgent({ ...proxied, ...proxy }));
}

/** undici says of this agent that it may change; its version is pinned, and in the log of a user that would look like a fault. */
function withoutWarnings<T>(make: () => T): T {
  const before: unknown = Reflect.get(process, 'emitWarning');
  process.emitWarning = () => undefined;
  try {
    return make();
  } finally {
    Reflect.set(process, 'emitWarning', before);
  }
}

async function exchange(request: WireRequest, dispatcher: Dispatcher): Promise<WireResponse> {
  const undici = await import('undici');
  const answer = await undici.request(request.url, {
    dispatcher,
    // undici's type knows only common methods; it sends any token, such as LIST.
    method: request.method as Dispatcher.HttpMethod,
    headers: { ...request.headers },
    body: request.body ?? null,
    signal: AbortSignal.timeout(request.timeout),
    headersTimeout: request.timeout,
    bodyTimeout: request.timeout,
  });
  const { text, cut } = await readUpTo(answer.body, request.maxBytes);
  return { status: answer.statusCode, headers: flat(answer.headers), body: text, ...(cut ? { cut } : {}) };
}

async function readUpTo(
  body: AsyncIterable<Uint8Array>,
  most: number,
): Promise<{ readonly text: string; readonly cut: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) return { text: '', cut: true };
    chunks.push(chunk);
  }
  return { text: Buffer.concat(chunks).toString('utf8'), cut: false };
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
