import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { parseJson } from '../../../src/runtime/http/exactJson';
import { undiciTransport } from '../../../src/runtime/http/undiciTransport';
import type { WireResponse } from '../../../src/runtime/http/wire';

async function read(body: Buffer, encoding: string, maxBytes = 10_000): Promise<WireResponse> {
  const server = createServer((_request, answer) => {
    answer.writeHead(200, { 'content-encoding': encoding });
    answer.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const transport = undiciTransport({ allowPrivateHosts: [], allowLoopback: true });
  try {
    return await transport({ method: 'GET', safe: true, url, headers: {}, timeout: 20_000, maxBytes });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const text = JSON.stringify({ keys: ['€'.repeat(100)] });

describe('a body that nobody asked to be compressed', () => {
  it.each([
    ['gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
    ['gzip, BR', brotliCompressSync(gzipSync(text))],
    ['identity', Buffer.from(text)],
  ])('is read: %s', async (encoding, body) => {
    expect((await read(body, encoding)).body).toBe(text);
  });

  it('is cut when too much comes out of little', async () => {
    expect(await read(gzipSync(Buffer.alloc(50_000_000)), 'gzip', 100_000)).toMatchObject({
      body: '',
      cut: true,
    });
  });

  it('is no answer when it is not what the header says', async () => {
    await expect(read(Buffer.from('plain'), 'gzip')).rejects.toMatchObject({ sent: 'maybe' });
  });
});

describe('JSON', () => {
  it('may begin with a byte order mark', () => {
    expect(parseJson('\uFEFF{"keys":[]}')).toEqual({ keys: [] });
  });

  it('keeps whole numbers that a number of JavaScript would round, and texts as they are', () => {
    const body =
      '{"id":781250306873012208,"n":-9007199254740993,"t":"a 781250306873012208 \\" 1234567890123456789","e":1234567890123456789.5}';
    expect(parseJson(body)).toEqual({
      id: '781250306873012208',
      n: '-9007199254740993',
      t: 'a 781250306873012208 " 1234567890123456789',
      e: 1234567890123456789.5,
    });
    expect(parseJson('[9007199254740991, 1e300]')).toEqual([9007199254740991, 1e300]);
  });

  it('is refused as before when it is none', () => {
    expect(() => parseJson('{"id": 1234567890123456789')).toThrow(SyntaxError);
  });
});
