import { describe, expect, it } from '@jest/globals';
import { adapter } from '../../../../src/adapters/vendors/http/index';
import { fakeJson, type FakeRequest } from '../../../../src/kits/fake/fake';
import { awsSignatureOf, expectedAwsSignature } from '../../../support/awsSignature';
import { testPorts } from '../../../support/ports';
import { GATEWAY, gatewaySettings } from './gateway';

const ID = 'vault:admin/aws#id';
const SECRET = 'vault:admin/aws#secret';
const SIGNED = {
  admin_key: { access_key_id: ID, secret_access_key: SECRET },
  admin_sign: { aws: { service: 'apigateway', region: 'eu-west-1' } },
};

/** A gateway that takes only what is signed by the secret key. */
function world(secret: string) {
  const seen: FakeRequest[] = [];
  const { ports, clock } = testPorts({
    routes: {
      [GATEWAY]: (request) => {
        seen.push(request);
        const isOurs =
          awsSignatureOf(request) ===
          expectedAwsSignature(`${GATEWAY}/admin/keys`, request, 'the-secret-key');
        if (!isOurs) return fakeJson(403, {});
        return request.method === 'GET'
          ? fakeJson(200, { keys: [{ id: 'key_1' }] })
          : fakeJson(201, { id: 'key_2', key: 'value-2' });
      },
    },
    secrets: { [ID]: 'AKIDEXAMPLE', [SECRET]: secret },
  });
  return { vendor: adapter.open(gatewaySettings({}, SIGNED), ports), seen, clock };
}

describe('an admin key that signs for AWS', () => {
  it('lists and creates, and its secret is in no request', async () => {
    const { vendor, seen, clock } = world('the-secret-key');
    expect((await clock.run(() => vendor.list())).credentials).toHaveLength(1);
    expect((await clock.run(() => vendor.create({ label: 'rekey-a', scopes: [] }))).id).toBe('key_2');
    expect(seen[0]?.headers['authorization']).toContain('/eu-west-1/apigateway/aws4_request');
    expect(JSON.stringify(seen)).not.toContain('the-secret-key');
  });

  it('is refused with another secret', async () => {
    const { vendor, clock } = world('another-key');
    await expect(clock.run(() => vendor.list())).rejects.toMatchObject({ code: 'RK5001' });
  });

  it.each([
    [{ ...SIGNED, admin_key: ID }, 'admin_key must be a map'],
    [
      { ...SIGNED, login: { request: 'POST /token', form: { id: '{access_key_id}' } } },
      'there is a login as well',
    ],
  ])('%j is refused in the config', (changes, message) => {
    expect(() => gatewaySettings({}, changes)).toThrow(message);
  });
});
