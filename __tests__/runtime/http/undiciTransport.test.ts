import { execFile } from 'node:child_process';
import { createServer as createTlsServer, type Server } from 'node:https';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FakeHandler } from '../../../src/kits/fake/fake';
import { undiciTransport, type TransportOptions } from '../../../src/runtime/http/undiciTransport';
import { TransportFailure, type WireRequest, type WireResponse } from '../../../src/runtime/http/wire';
import type { FaultPlan } from '../../../src/sandbox/faults';
import { serveFakes, type FakeServer } from '../../../src/sandbox/server';
import { selfSigned } from '../../support/selfSigned';

const LOOPBACK: TransportOptions = { allowPrivateHosts: [], allowLoopback: true };
const open: Pick<FakeServer, 'close'>[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** A server that speaks no HTTP; it answers the first packet of each connection. */
async function listen(answer: (socket: Socket, packet: string) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (data) => answer(socket, data.toString('latin1')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: async () => void server.close() });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function serve(handler: FakeHandler, faults?: FaultPlan): Promise<string> {
  const server = await serveFakes(handler, faults ? { faults } : {});
  open.push(server);
  return server.origin;
}

const send = (url: string, more: Partial<WireRequest> = {}, options = LOOPBACK): Promise<WireResponse> =>
  undiciTransport(options)({
    method: 'GET',
    safe: true,
    url: new URL(url),
    headers: {},
    timeout: 20_000,
    maxBytes: 1000,
    ...more,
  });

async function failure(...call: Parameters<typeof send>): Promise<[string, string]> {
  const thrown: unknown = await send(...call).catch((error: unknown) => error);
  if (thrown instanceof TransportFailure) return [thrown.sent, thrown.reason];
  throw thrown instanceof Error ? thrown : new Error('it did not fail');
}

const echo: FakeHandler = ({ method, path, query, headers, body }) => ({
  status: 201,
  headers: { 'X-Seen': headers['x-key'] ?? '' },
  body: JSON.stringify({ method, path, q: query.get('q'), body }),
});

describe('a request', () => {
  it('arrives whole, and so does its answer', async () => {
    const answer = await send(`${await serve(echo)}/a%2Fb?q=1+2`, {
      method: 'POST',
      headers: { 'x-key': 'k' },
      body: '€',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers['x-seen']).toBe('k');
    expect(JSON.parse(answer.body)).toEqual({ method: 'POST', path: '/a%2Fb', q: '1 2', body: '€' });
    expect(answer.cut).toBeUndefined();
  });

  it('may be a LIST, which Vault knows and Node’s server does not', async () => {
    const answer = await send(`${await serve(echo)}/v1/secret?q=x`, {
      method: 'LIST',
      headers: { 'X-Key': 'k' },
    });
    expect(answer.headers['x-seen']).toBe('k');
    expect(JSON.parse(answer.body)).toMatchObject({ method: 'LIST', path: '/v1/secret', q: 'x' });
  });

  it('does not follow redirects by itself', async () => {
    const origin = await serve(() => ({
      status: 302,
      headers: { location: 'http://127.0.0.1:1/' },
      body: '',
    }));
    expect((await send(origin)).status).toBe(302);
  });

  it('reads no more than it may', async () => {
    const origin = await serve(() => ({ status: 200, body: 'x'.repeat(5_000_000) }));
    expect(await send(origin)).toMatchObject({ body: '', cut: true });
    expect((await send(await serve(() => ({ status: 200, body: 'x'.repeat(1000) })))).body).toHaveLength(
      1000,
    );
  });
});

describe('no answer', () => {
  it('nobody listens: surely not sent', async () => {
    const origin = await serve(echo);
    await open.pop()?.close();
    expect(await failure(origin)).toEqual(['no', 'refused']);
  });

  it('no such host: surely not sent', async () => {
    expect(await failure('https://does-not-exist.invalid/')).toEqual(['no', 'unknown host']);
  });

  it('a connection that breaks may have carried the request', async () => {
    expect(await failure(await serve(echo, () => ({ kind: 'lost' })))).toEqual(['maybe', 'connection lost']);
  });

  it('a server that says nothing may have seen the request', async () => {
    const origin = await serve(echo, () => ({ kind: 'timeout' }));
    expect(await failure(origin, { timeout: 500 })).toEqual(['maybe', 'timeout']);
  });

  it('half an answer is none', async () => {
    const origin = await listen((socket) => {
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"half":');
    });
    expect(await failure(origin)).toEqual(['maybe', 'connection lost']);
  });
});

describe('private addresses', () => {
  const nowhere: TransportOptions = { allowPrivateHosts: [], allowLoopback: false };

  it('are found out when the name is resolved, before anything is sent', async () => {
    let calls = 0;
    const origin = await serve(() => {
      calls += 1;
      return { status: 200, body: '' };
    });
    const byName = origin.replace('127.0.0.1', 'localhost');
    expect(await failure(byName, {}, nowhere)).toEqual(['no', 'private address']);
    expect(calls).toBe(0);
    expect((await send(byName)).status).toBe(200);
    expect((await send(byName, {}, { ...nowhere, allowPrivateHosts: ['localhost'] })).status).toBe(200);
  });
});

describe('TLS', () => {
  it('is verified whatever the environment says', async () => {
    let requests = 0;
    const server: Server = createTlsServer(selfSigned(), (_request, answer) => {
      requests += 1;
      answer.end('fine');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `https://localhost:${(server.address() as AddressInfo).port}/`;
    const program = ['.github/tooling/run.mjs', '__tests__/support/programs/tlsClient.ts', address];
    const env = { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const { stdout } = await promisify(execFile)(process.execPath, program, { env });
    server.close();
    // Node alone obeys the variable, so it is in force; our transport does not.
    expect(JSON.parse(stdout)).toEqual({ plain: '200', ours: 'no, certificate' });
    expect(requests).toBe(1);
  });
});

describe('a proxy', () => {
  it('is asked for https, and hosts in no_proxy are reached directly', async () => {
    const asked: string[] = [];
    const https = await listen((socket, packet) => {
      asked.push(packet.split('\r\n')[0] ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    const options: TransportOptions = { ...LOOPBACK, proxy: { https, none: 'direct.invalid' } };
    const { emitWarning } = process;
    const warnings: unknown[] = [];
    const record = (warning: unknown): void => void warnings.push(warning);
    process.emitWarning = record;
    await failure('https://api.example.com/v1', {}, options);
    // Nothing of its own for users to read, and nothing of others is lost.
    expect([warnings, process.emitWarning]).toEqual([[], record]);
    process.emitWarning = emitWarning;
    expect(asked).toEqual(['CONNECT api.example.com:443 HTTP/1.1']);
    expect(await failure('https://direct.invalid/', {}, options)).toEqual(['no', 'unknown host']);
    expect(asked).toHaveLength(1);
  });

  it('is named with its status when it refuses, and an address without a scheme is http', async () => {
    const https = await listen((socket) => {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    });
    const proxy = { https: https.replace('http://', 'me:secret@') };
    const transport = undiciTransport({ ...LOOPBACK, proxy });
    const url = new URL('https://api.example.com/v1');
    const request = { method: 'GET', safe: true, url, headers: {}, timeout: 5000, maxBytes: 100 } as const;
    const thrown: unknown = await transport(request).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ sent: 'no', reason: 'refused', detail: 'status 407' });
    expect(thrown).toHaveProperty('proxy', https);
  });

  it('never sees what is meant for this machine', async () => {
    const asked: string[] = [];
    const http = await listen((socket, packet) => {
      asked.push(packet);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    const origin = await serve(echo);
    const options: TransportOptions = { ...LOOPBACK, proxy: { http, https: http } };
    expect((await send(`${origin}/v1`, {}, options)).status).toBe(201);
    expect(asked).toEqual([]);
  });
});
