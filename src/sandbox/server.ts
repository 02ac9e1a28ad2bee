import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeHandler, FakeRequest, FakeResponse } from '../kits/fake/fake';
import type { Millis } from '../domain/tools/time';
import type { FaultPlan } from './faults';
import { answerUnknownMethods } from './listMethod';
import { misbehave } from './misbehave';
import { routed } from './route';

export interface FakeServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Stands before the handler: it may hold a request, let it have its effect by `act`, and hold the answer too. Undefined: the
 * connection is cut instead of an answer.
 */
export type Gate = (request: FakeRequest, act: () => FakeResponse) => Promise<FakeResponse | undefined>;

interface Options {
  /** 0: any free port. */
  readonly port?: number;
  readonly latency?: Millis;
  readonly faults?: FaultPlan;
  /** For calls that meet no fault. */
  readonly gate?: Gate;
}

/** Serves fakes on loopback, for the sandbox and for tests of the real program. */
export async function serveFakes(
  handlers: FakeHandler | readonly FakeHandler[],
  options: Options = {},
): Promise<FakeServer> {
  const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = (request: FakeRequest): FakeResponse =>
    routed({ here: handlers }, 'here', request) ?? { status: 404, body: '' };
  let n = 0;
  const server = createServer((incoming, outgoing) => {
    n += 1;
    const call = n;
    const serve = async (): Promise<void> => {
      const request = await readRequest(incoming).catch(() => undefined);
      // Who hangs up in the middle of a request gets no answer.
      if (!request) return;
      const fault = options.faults?.({
        n: call,
        origin: address(),
        method: request.method,
        path: request.path,
      });
      await pause(options.latency ?? 0);
      const act = (): FakeResponse => answer(request);
      const send = (response: FakeResponse): void => write(outgoing, response);
      if (fault || !options.gate) return misbehave(fault, incoming.socket, act, send);
      const response = await options.gate(request, act);
      if (response) send(response);
      else incoming.socket.destroy();
    };
    void serve();
  });
  answerUnknownMethods(server, answer);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return {
    origin: address(),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

const pause = (duration: Millis): Promise<void> => new Promise((resolve) => setTimeout(resolve, duration));

async function readRequest(incoming: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const headers = Object.entries(incoming.headersDistinct).map(([name, values]) => [
    name,
    values?.join(', ') ?? '',
  ]);
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function write(outgoing: ServerResponse, response: FakeResponse): void {
  outgoing.writeHead(response.status, { ...response.headers });
  outgoing.end(response.body);
}
