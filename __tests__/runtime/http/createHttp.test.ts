import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { FakeHandler, FakeRequest } from '../../../src/kits/fake/fake';
import type { Http, HttpRequest } from '../../../src/domain/ports';
import { RekeyError } from '../../../src/domain/errors';
import { SecretText, SecretValue } from '../../../src/domain/secret';
import { SecretJsonText } from '../../../src/domain/secretJson';
import { MINUTE, SECOND } from '../../../src/domain/tools/time';
import { createHttp, type HttpOptions } from '../../../src/runtime/http/createHttp';
import { TransportFailure } from '../../../src/runtime/http/wire';
import type { FaultPlan } from '../../../src/sandbox/faults';
import { fakeTransport, type RecordedCall } from '../../support/fakeTransport';
import { recordingLog, seededRandom, type RecordingLog } from '../../support/ports';
import { VirtualClock } from '../../support/virtualClock';

const API = 'https://api.example.com';
const OTHER = 'https://other.example.com';

interface World {
  readonly http: Http;
  readonly clock: VirtualClock;
  readonly calls: readonly RecordedCall[];
  readonly log: RecordingLog;
  readonly seen: FakeRequest[];
  send(request: Partial<HttpRequest>): ReturnType<Http['send']>;
  failure(request: Partial<HttpRequest>): Promise<RekeyError>;
}

function world(handler: FakeHandler, options: Partial<HttpOptions> & { faults?: FaultPlan } = {}): World {
  const clock = new VirtualClock();
  const log = recordingLog();
  const seen: FakeRequest[] = [];
  const spy: FakeHandler = (request) => {
    seen.push(request);
    return handler(request);
  };
  const { transport, calls } = fakeTransport(
    { [API]: spy, [OTHER]: spy },
    { clock, ...(options.faults && { faults: options.faults }) },
  );
  const http = createHttp({
    transport,
    clock,
    random: seededRandom(),
    log,
    origins: [API],
    allowPrivateHosts: [],
    allowLoopbackHttp: false,
    userAgent: 'rekey-test',
    ...options,
  });
  const send: World['send'] = (request) =>
    clock.run(() => http.send({ method: 'GET', url: `${API}/v1`, ...request }));
  const failure: World['failure'] = async (request) => {
    try {
      await send(request);
    } catch (error) {
      if (error instanceof RekeyError) return error;
      throw error;
    }
    throw new Error('it did not fail');
  };
  return { http, clock, calls, log, seen, send, failure };
}

const ok: FakeHandler = () => ({ status: 200, body: '{"fine":true}' });
const answers =
  (...statuses: (number | [number, Record<string, string>])[]): FakeHandler =>
  () => {
    const next = statuses.length > 1 ? statuses.shift() : statuses[0];
    const [status, headers] = typeof next === 'object' ? next : [next ?? 200, {}];
    return { status, headers, body: '{}' };
  };

describe('secrets in a request', () => {
  const token = SecretValue.of('sk_live_12345', [API]);

  it('are opened in headers, JSON and forms for their own origin', async () => {
    const { send, seen } = world(ok);
    await send({
      method: 'POST',
      headers: { Authorization: new SecretText(['Bearer ', token]) },
      json: { deep: [{ token }] },
    });
    await send({ method: 'POST', form: { token, grant_type: 'a b' } });
    expect(seen[0]?.headers['authorization']).toBe('Bearer sk_live_12345');
    expect(seen[0]?.headers['content-type']).toBe('application/json');
    expect(seen[0]?.body).toBe('{"deep":[{"token":"sk_live_12345"}]}');
    expect(seen[1]?.body).toBe('token=sk_live_12345&grant_type=a+b');
  });

  it('are encoded as a whole for Basic, and that encoding is masked as well', async () => {
    const { send, seen } = world(ok);
    const masked: SecretValue[] = [];
    const stop = SecretValue.onCreate((value) => masked.push(value));
    await send({
      headers: { authorization: new SecretText(['Basic ', new SecretText(['me:', token], 'base64')]) },
    });
    stop();
    const encoded = Buffer.from('me:sk_live_12345').toString('base64');
    expect(seen[0]?.headers['authorization']).toBe(`Basic ${encoded}`);
    expect(masked.some((value) => value.equals(SecretValue.of(encoded, [])))).toBe(true);
  });

  it.each<[string, (foreign: SecretValue) => Partial<HttpRequest>]>([
    ['a header', (foreign) => ({ headers: { 'x-key': foreign } })],
    ['a joined header', (foreign) => ({ headers: { 'x-key': new SecretText(['Bearer ', foreign]) } })],
    ['JSON', (foreign) => ({ method: 'POST', json: { deep: { list: [foreign] } } })],
    ['a form', (foreign) => ({ method: 'POST', form: { foreign } })],
    ['the address', () => ({ url: SecretValue.of(`${API}/hook/T0/abc`, [OTHER]) })],
    ['JSON inside JSON', (foreign) => ({ method: 'POST', json: { text: new SecretJsonText({ foreign }) } })],
    [
      'an AWS signature',
      (foreign) => ({
        sign: { aws: { region: 'us-east-1', service: 'iam', accessKeyId: 'AKID', secretAccessKey: foreign } },
      }),
    ],
    ['a signature', (foreign) => ({ method: 'POST', text: '{}', sign: { id: 'm1', secret: foreign } })],
  ])('of another origin are refused in %s, and nothing is sent', async (_where, request) => {
    const { failure, calls } = world(ok);
    const error = await failure(request(SecretValue.of('sk_live_67890', [OTHER])));
    expect([error.code, error.kind]).toEqual(['RK4007', 'denied']);
    expect(error.line).not.toContain('67890');
    expect(calls).toHaveLength(0);
  });

  it('stand in JSON inside JSON, and the inner text is masked as a whole', async () => {
    const masked: string[] = [];
    const stop = SecretValue.onCreate((value) => masked.push(value.reveal()));
    const { send, seen } = world(ok);
    const key = SecretValue.of('say "hi"\nand\\more', [API]);
    const inner = new SecretJsonText({ key, left: ['alone', null] });
    await send({ method: 'POST', json: { SecretString: inner } }).finally(stop);
    await send({ method: 'POST', form: { document: inner } });
    const sent = JSON.parse(seen[0]?.body ?? '') as { SecretString: string };
    expect(JSON.parse(sent.SecretString)).toEqual({ key: 'say "hi"\nand\\more', left: ['alone', null] });
    expect(new URLSearchParams(seen[1]?.body).get('document')).toBe(sent.SecretString);
    expect(masked).toContain(sent.SecretString);
    expect([String(inner), JSON.stringify(inner), inspect(inner)].join()).not.toContain('hi');
  });

  it('that hold a line break never become a header', async () => {
    const { failure, calls } = world(ok);
    const error = await failure({ headers: { 'x-key': SecretValue.of('abc\r\nx-admin: 1', [API]) } });
    expect(error.code).toBe('RK4008');
    expect(error.message).not.toContain('abc');
    expect(calls).toHaveLength(0);
  });

  it('in an address never reach the log', async () => {
    const { send, log, seen } = world(ok);
    await send({ url: SecretValue.of(`${API}/hook/T0/abcdef`, [API]) });
    expect(seen[0]?.path).toBe('/hook/T0/abcdef');
    expect(log.lines.join('\n')).not.toContain('abcdef');
  });

  it('sign a message as Standard Webhooks says', async () => {
    const { send, seen, clock } = world(ok);
    const secret = `whsec_${Buffer.from('a secret of some length').toString('base64')}`;
    await send({
      method: 'POST',
      text: '{"a":1}',
      sign: { id: 'm1', secret: SecretValue.of(secret, [API]) },
    });
    const { Webhook } = await import('standardwebhooks');
    const headers = seen[0]?.headers ?? {};
    expect(headers['webhook-timestamp']).toBe(String(clock.now() / 1000));
    expect(headers['webhook-signature']).toBe(
      new Webhook(secret).sign('m1', new Date(clock.now()), '{"a":1}'),
    );
  });
});

describe('addresses', () => {
  it.each([
    ['plain http', 'http://api.example.com/v1'],
    ['a user in the address', 'https://me:secret-word@api.example.com/v1'],
    ['a bare IP address', 'https://93.184.216.34/v1'],
    ['an IPv6 address', 'https://[2606:2800:220:1::1]/v1'],
    ['a number that is an IP address', 'https://2130706433/v1'],
    ['metadata', 'http://169.254.169.254/latest'],
    ['an origin that is not ours', `${OTHER}/v1`],
    ['another port', 'https://api.example.com:8443/v1'],
    ['another scheme', 'file:///etc/passwd'],
    ['no address at all', 'secret-word'],
  ])('%s is refused, and nothing is sent', async (_name, url) => {
    const { failure, calls } = world(ok);
    const error = await failure({ url });
    expect(error.code).toBe('RK9006');
    expect(error.line).not.toContain('secret-word');
    expect(calls).toHaveLength(0);
  });

  it('any public one is allowed to probes, but no bare or private one', async () => {
    const { send, failure } = world(ok, { origins: 'any-public' });
    expect((await send({ url: `${OTHER}/health` })).status).toBe(200);
    expect((await failure({ url: 'https://127.0.0.1/health' })).code).toBe('RK9006');
    expect((await failure({ url: 'http://other.example.com/health' })).code).toBe('RK9006');
  });

  const plain = (host: string): string => `http://${host}/v1`;

  it.each(['127.0.0.1:8200', '127.8.8.8', 'localhost:8200', 'bao.localhost', '[::1]:8200'])(
    'on loopback (%s) need no TLS and no list outside of Actions',
    async (host) => {
      const here = { origins: [`http://${host}`], allowLoopbackHttp: true };
      // Allowed, and then nobody listens there.
      expect((await world(ok, here).failure({ url: plain(host) })).code).toBe('RK9001');
      const tls = { ...here, origins: [`https://${host}`] };
      expect((await world(ok, tls).failure({ url: `https://${host}/v1` })).code).toBe('RK9001');
    },
  );

  it('without TLS are refused in Actions, and elsewhere where they are not loopback: the error says which', async () => {
    const inActions = { origins: ['http://localhost:8200'], allowPrivateHosts: ['localhost'] };
    const there = await world(ok, inActions).failure({ url: plain('localhost:8200') });
    expect(there.line).toMatch(
      /RK9006 .*plain http to loopback works on a laptop, not in Actions.*Next: Use https here/,
    );
    const laptop = {
      origins: ['http://vault.internal'],
      allowPrivateHosts: ['vault.internal'],
      allowLoopbackHttp: true,
    };
    const elsewhere = await world(ok, laptop).failure({ url: plain('vault.internal') });
    expect(elsewhere.line).toMatch(
      /RK9006 .*it is plain http, and this host is not loopback.*listing the host is not enough/,
    );
  });

  it('without TLS are told of before each request, and others are not', async () => {
    const told: string[] = [];
    const options = {
      origins: 'any-public',
      allowLoopbackHttp: true,
      onPlainHttp: (o: string) => told.push(o),
    } as const;
    await world(ok, options).send({});
    expect(told).toEqual([]);
    await world(ok, options).failure({ url: plain('localhost:8200') });
    expect(told).toEqual(['http://localhost:8200']);
  });

  it('that are private must be listed, and link-local ones are never allowed', async () => {
    const at = (host: string): Partial<HttpOptions> => ({
      origins: [`https://${host}`],
      allowPrivateHosts: [host],
    });
    expect((await world(ok, at('10.0.0.5')).failure({ url: 'https://10.0.0.5/' })).code).toBe('RK9001');
    expect((await world(ok, at('169.254.169.254')).failure({ url: 'https://169.254.169.254/' })).code).toBe(
      'RK9006',
    );
  });
});

describe('redirects', () => {
  const to =
    (location: string, status = 302): FakeHandler =>
    ({ path }) =>
      path === '/v1' ? { status, headers: { Location: location }, body: '' } : { status: 200, body: '{}' };

  it('of reads are followed on the same origin', async () => {
    const { send, seen } = world(to('/v2'));
    await send({ headers: { 'x-key': SecretValue.of('sk_live_12345', [API]) } });
    expect(seen.map(({ path }) => path)).toEqual(['/v1', '/v2']);
    expect(seen[1]?.headers['x-key']).toBe('sk_live_12345');
  });

  it.each([
    `${OTHER}/v1`,
    'http://api.example.com/v2',
    '//other.example.com/v2',
    'https://api.example.com:444/',
  ])('to %s are refused, so no token travels there', async (location) => {
    const { failure, seen } = world(to(location), { origins: [API, OTHER] });
    const error = await failure({ headers: { 'x-key': SecretValue.of('sk_live_12345', [API, OTHER]) } });
    expect(error.code).toBe('RK9003');
    expect(seen).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])('of writes (%i) are refused and never sent twice', async (status) => {
    const { failure, calls } = world(to('/v2', status));
    expect((await failure({ method: 'POST', json: {} })).code).toBe('RK9003');
    expect(calls).toHaveLength(1);
  });

  it('in a circle end', async () => {
    const { failure, calls } = world(() => ({ status: 302, headers: { location: '/v1' }, body: '' }));
    expect((await failure({})).code).toBe('RK9003');
    expect(calls).toHaveLength(4);
  });
});

describe('retries', () => {
  it('repeat a read that met a fault, three times in all', async () => {
    const { send, calls } = world(answers(500, 503, 200));
    expect((await send({})).status).toBe(200);
    expect(calls).toHaveLength(3);
  });

  it('hand over the last answer when all three fail', async () => {
    const { send, calls } = world(answers(502));
    expect((await send({})).status).toBe(502);
    expect(calls).toHaveLength(3);
  });

  it('wait as long as the server asks', async () => {
    const { send, calls } = world(answers([429, { 'Retry-After': '7' }], 200));
    await send({});
    expect((calls[1]?.sentAt ?? 0) - (calls[0]?.sentAt ?? 0)).toBeGreaterThanOrEqual(7 * SECOND);
  });

  it('leave it to the engine when the server asks for more than 30 s', async () => {
    const { send, calls } = world(answers([429, { 'Retry-After': '31' }], 200));
    expect((await send({})).status).toBe(429);
    expect(calls).toHaveLength(1);
  });

  it('repeat LIST and Vault’s 412', async () => {
    const { send, calls } = world(answers(412, 200));
    expect((await send({ method: 'LIST' })).status).toBe(200);
    expect(calls.map(({ method }) => method)).toEqual(['LIST', 'LIST']);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('never repeat %s', async (method) => {
    const { send, calls } = world(answers(503, 200));
    expect((await send({ method })).status).toBe(503);
    expect(calls).toHaveLength(1);
  });

  it.each([400, 401, 403, 404, 501])('do not repeat a read that got %i', async (status) => {
    const { send, calls } = world(answers(status));
    await send({});
    expect(calls).toHaveLength(1);
  });
});

describe('no answer', () => {
  const write = { method: 'POST', json: {} } as const;
  it.each([
    ['refused', 'transient', 0],
    ['lost', 'unknown', 1],
    ['timeout', 'unknown', 0],
  ] as const)('to a write: %s is %s', async (kind, expected, effects) => {
    const { failure, seen, calls } = world(ok, { faults: () => ({ kind }) });
    expect((await failure(write)).kind).toBe(expected);
    expect(seen).toHaveLength(effects);
    expect(calls).toHaveLength(1);
  });

  it('to a write in 30 s is unknown, and the effect may land later', async () => {
    const { failure, clock, seen } = world(ok, { faults: () => ({ kind: 'late', delay: 2 * MINUTE }) });
    const began = clock.now();
    expect((await failure(write)).code).toBe('RK9002');
    expect(clock.now() - began).toBe(30 * SECOND);
    expect(seen).toHaveLength(0);
    await clock.advance(2 * MINUTE);
    expect(seen).toHaveLength(1);
  });

  it('an exception of our own is a bug with its code, and neither lost nor repeated', async () => {
    let calls = 0;
    const transport = async (): Promise<never> => {
      calls += 1;
      throw new TransportFailure('no', 'own fault', 'ERR_OUT_OF_RANGE');
    };
    const { failure } = world(ok, { transport });
    for (const method of ['POST', 'GET'] as const) {
      const { code, message } = await failure({ method });
      expect(code).toBe('RK9900');
      expect(message).toContain('own fault of Rekey before anything was sent (`ERR_OUT_OF_RANGE`)');
    }
    expect(calls).toBe(2);
  });

  it('to a read is transient after three tries', async () => {
    const { failure, calls } = world(ok, { faults: () => ({ kind: 'timeout' }) });
    expect((await failure({ timeout: SECOND })).code).toBe('RK9001');
    expect(calls).toHaveLength(3);
  });
});

describe('answers', () => {
  it.each([
    [{}, 2 * 1024 * 1024 + 1],
    [{ maxBytes: 10 }, 11],
  ])('over the limit are refused', async (request, size) => {
    const { failure } = world(() => ({ status: 200, body: 'x'.repeat(size) }));
    expect((await failure(request)).code).toBe('RK9004');
  });

  it('that are no JSON are never shown', async () => {
    const { send } = world(() => ({ status: 200, body: '<html>secret-word</html>' }));
    const response = await send({});
    expect(() => response.json()).toThrow(expect.objectContaining({ code: 'RK9005' }));
    expect(() => response.json()).not.toThrow('secret-word');
  });

  it('tell the server’s clock', async () => {
    const { send, clock } = world(ok);
    expect((await send({})).date).toBe(clock.now());
  });
});

describe('a connection that did not come about', () => {
  const failing = (failure: TransportFailure): Promise<RekeyError> =>
    world(ok, { transport: () => Promise.reject(failure) }).failure({ method: 'POST', json: {} });

  it.each<[string, TransportFailure, string, RegExp]>([
    [
      'the proxy refused it',
      new TransportFailure('no', 'refused', 'status 407', 'http://proxy.example.com:3128'),
      'POST https://api.example.com: the proxy `http://proxy.example.com:3128` refused it with status 407.',
      /proxy of HTTPS_PROXY or HTTP_PROXY is up.* NO_PROXY/,
    ],
    [
      'the proxy is down',
      new TransportFailure('no', 'refused', undefined, 'http://proxy.example.com:3128'),
      'POST https://api.example.com: refused, through the proxy `http://proxy.example.com:3128`.',
      /proxy of HTTPS_PROXY/,
    ],
    [
      'nothing listens at the port',
      new TransportFailure('no', 'refused'),
      'POST https://api.example.com: refused.',
      /^Check the address and its port in the config/,
    ],
    [
      'the name is not known',
      new TransportFailure('no', 'unknown host'),
      'POST https://api.example.com: unknown host.',
      /^Check the name of the host in the config/,
    ],
  ])('says that %s', async (_what, failure, message, next) => {
    expect(await failing(failure)).toMatchObject({
      code: 'RK9001',
      message,
      next: expect.stringMatching(next),
    });
  });

  it('names a fault of our own without the proxy', async () => {
    const own = new TransportFailure('no', 'own fault', 'ERR_INVALID_ARG', 'http://proxy.example.com:3128');
    expect((await failing(own)).message).toBe(
      'POST https://api.example.com: own fault of Rekey before anything was sent (`ERR_INVALID_ARG`).',
    );
  });

  it('shows an IPv6 address as it is', async () => {
    const { failure } = world(ok, { origins: 'any-public' });
    expect((await failure({ url: 'https://[::1]:8200/v1' })).message).toBe(
      '`[::1]:8200` may not be spoken to: it is a bare IP address.',
    );
  });
});
