import { describe, expect, it } from '@jest/globals';
import { failureAfter, failureOf } from '../../../src/runtime/http/failures';
import { undiciTransport } from '../../../src/runtime/http/undiciTransport';
import { TransportFailure } from '../../../src/runtime/http/wire';
import { serveFakes } from '../../../src/sandbox/server';

/** What a library throws when it is asked wrongly. */
function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (thrown) {
    return thrown;
  }
}

const coded = (code: string, name = 'Error'): Error => Object.assign(new Error(code), { code, name });

describe('an exception of this program', () => {
  it.each<[string, unknown, string]>([
    ['a number that a timer does not take', thrownBy(() => AbortSignal.timeout(1.5)), 'ERR_OUT_OF_RANGE'],
    ['a call of what is no function', thrownBy(() => (undefined as unknown as () => void)()), 'TypeError'],
    ['a length that no array has', thrownBy(() => new Array(-1)), 'RangeError'],
    [
      'an argument that undici refuses',
      coded('UND_ERR_INVALID_ARG', 'InvalidArgumentError'),
      'UND_ERR_INVALID_ARG',
    ],
    ['a header that Node refuses', coded('ERR_INVALID_CHAR', 'TypeError'), 'ERR_INVALID_CHAR'],
    ['something that is no error', undefined, 'no error'],
  ])('is never a lost answer: %s', (_, thrown, detail) => {
    expect(failureOf(thrown)).toMatchObject({ sent: 'no', reason: 'own fault', detail });
  });

  it.each([
    coded('ECONNRESET'),
    coded('EPIPE'),
    coded('UND_ERR_SOCKET', 'SocketError'),
    coded('HPE_INVALID_CONSTANT', 'HTTPParserError'),
    coded('ERR_STREAM_PREMATURE_CLOSE'),
    coded('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'),
  ])('is told apart from a network that breaks: $code', (thrown) => {
    expect(failureOf(thrown)).toMatchObject({ sent: 'maybe', reason: 'connection lost' });
  });

  it('after the head of the answer does not undo that the server has seen the request', () => {
    expect(failureAfter(new TypeError('x'))).toMatchObject({ sent: 'maybe', reason: 'own fault' });
    expect(failureOf(coded('ERR_ASSERTION', 'AssertionError'))).toMatchObject({ sent: 'maybe' });
  });
});

describe('the time that a request may take', () => {
  const send = async (timeout: number): Promise<unknown> => {
    const server = await serveFakes(() => ({ status: 200, body: 'here' }));
    try {
      return await undiciTransport({ allowPrivateHosts: [], allowLoopback: true })({
        method: 'POST',
        safe: false,
        url: new URL(server.origin),
        headers: {},
        timeout,
        maxBytes: 1000,
      }).catch((thrown: unknown) => thrown);
    } finally {
      await server.close();
    }
  };

  it.each([29_499.37, 2 ** 40, Infinity, 1e300])(
    'may be any number above zero, such as %d',
    async (timeout) => {
      expect(await send(timeout)).toMatchObject({ status: 200, body: 'here' });
    },
  );

  it('is an own fault, and unsent, when it is no number', async () => {
    const failure = await send(NaN);
    expect(failure).toBeInstanceOf(TransportFailure);
    expect(failure).toMatchObject({ sent: 'no', reason: 'own fault', detail: 'ERR_OUT_OF_RANGE' });
  });
});
