import { describe, expect, it } from '@jest/globals';
import { RekeyError } from '../../../src/domain/errors';
import type { AwsSignature, HttpRequest } from '../../../src/domain/ports';
import { SecretValue } from '../../../src/domain/secret';
import { SecretJsonText } from '../../../src/domain/secretJson';
import type { FakeRequest } from '../../../src/kits/fake/fake';
import { createHttp } from '../../../src/runtime/http/createHttp';
import { awsSignatureOf, expectedAwsSignature } from '../../support/awsSignature';
import { fakeTransport } from '../../support/fakeTransport';
import { VirtualClock } from '../../support/virtualClock';
import { recordingLog, seededRandom } from '../../support/ports';

// The key, the time and the place of the published vectors.
const HOST = 'https://example.amazonaws.com';
const NOW = Date.parse('2015-08-30T12:36:00Z');
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';

const keys = (secret = SECRET): AwsSignature => ({
  region: 'us-east-1',
  service: 'service',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: SecretValue.of(secret, [HOST]),
});

async function sent(request: Partial<HttpRequest>, aws: AwsSignature = keys()): Promise<FakeRequest> {
  const seen: FakeRequest[] = [];
  const clock = new VirtualClock(NOW);
  const { transport } = fakeTransport(
    {
      [HOST]: (asked) => {
        seen.push(asked);
        return { status: 200, body: '{}' };
      },
    },
    { clock },
  );
  const http = createHttp({
    transport,
    clock,
    random: seededRandom(),
    log: recordingLog(),
    origins: [HOST],
    allowPrivateHosts: [],
    allowLoopbackHttp: false,
    userAgent: 'rekey-test',
  });
  await clock.run(() => http.send({ method: 'GET', url: `${HOST}/`, ...request, sign: { aws } }));
  const [first] = seen;
  if (!first) throw new Error('nothing was sent');
  return first;
}

describe('an AWS signature', () => {
  // Names and signatures of AWS's Signature Version 4 test suite.
  it.each<[string, Partial<HttpRequest>, string]>([
    ['get-vanilla', {}, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    ['post-vanilla', { method: 'POST' }, '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
    [
      'get-vanilla-query-order-key-case',
      { url: `${HOST}/?Param2=value2&Param1=value1` },
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    [
      'get-vanilla-utf8-query',
      { url: `${HOST}/?\u1234=bar` },
      '2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04',
    ],
    [
      'post-x-www-form-urlencoded',
      { method: 'POST', form: { Param1: 'value1' } },
      'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    ],
  ])('is that of the published vector %s', async (_name, request, signature) => {
    expect(awsSignatureOf(await sent(request))).toBe(signature);
  });

  it('covers the session token, the x-amz headers and a body that holds JSON inside JSON', async () => {
    const token = 'a-session-token-of-sts';
    const aws = { ...keys(), sessionToken: SecretValue.of(token, [HOST]) };
    const key = SecretValue.of('a new key', [HOST]);
    const request: Partial<HttpRequest> = {
      method: 'POST',
      url: `${HOST}/a%20b/c?x=1&y=%2F`,
      headers: { 'X-Amz-Target': 'secretsmanager.PutSecretValue' },
      json: { SecretString: new SecretJsonText({ key }) },
    };
    const got = await sent(request, aws);
    expect(got.headers).toMatchObject({ 'x-amz-security-token': token, 'x-amz-date': '20150830T123600Z' });
    expect(got.headers['authorization']).toContain(
      'SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target,',
    );
    const verify = (received: FakeRequest, secret = SECRET): boolean =>
      awsSignatureOf(received) === expectedAwsSignature(String(request.url), received, secret);
    expect(verify(got)).toBe(true);
    expect(verify({ ...got, body: `${got.body} ` })).toBe(false);
    expect(verify({ ...got, headers: { ...got.headers, 'x-amz-target': 'other' } })).toBe(false);
    expect(verify(got, 'another key')).toBe(false);
    expect(JSON.stringify(got)).not.toContain(SECRET);
  });

  it.each([
    ['is empty', ''],
    ['holds a line break', 'wJalr\nXUt'],
  ])('with a key that %s is refused without a word of it', async (_what, secret) => {
    const failure = await sent({}, keys(secret)).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(RekeyError);
    expect((failure as RekeyError).code).toBe('RK4008');
    expect((failure as RekeyError).line).not.toContain('wJalr');
  });
});
