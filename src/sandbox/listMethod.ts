import { STATUS_CODES, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FakeRequest, FakeResponse } from '../kits/fake/fake';

interface ParseError extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
}

/**
 * Node's server refuses methods it does not know, such as Vault's LIST, but hands over the bytes it could not read. Such a
 * request has no body, so those bytes are all of it. https://nodejs.org/api/http.html#event-clienterror
 */
export function answerUnknownMethods(server: Server, answer: (request: FakeRequest) => FakeResponse): void {
  server.on('clientError', (error: ParseError, socket) => {
    const request =
      error.code === 'HPE_INVALID_METHOD' ? parse(error.rawPacket?.toString('latin1') ?? '') : undefined;
    if (request) reply(socket as Socket, answer(request));
    else socket.destroy();
  });
}

function parse(packet: string): FakeRequest | undefined {
  const [first = '', ...lines] = packet.split('\r\n');
  const [method = '', target = ''] = first.split(' ');
  if (method !== 'LIST' || !target.startsWith('/')) return undefined;
  const url = new URL(target, 'http://127.0.0.1');
  const headers = lines
    .map((line) => /^([^:]+):\s*(.*)$/.exec(line))
    .flatMap((match) => (match ? [[(match[1] ?? '').toLowerCase(), match[2] ?? '']] : []));
  return {
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: '',
  };
}

function reply(socket: Socket, { status, headers = {}, body }: FakeResponse): void {
  const all = { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
}
