import type { FakeWorld } from '../../../kits/fake/fake';
import {
  bearerOf,
  fakeVendor,
  isMap,
  isTexts,
  type FakeVendor,
  type FakeVendorOptions,
  type VendorWire,
} from '../http/fake';

/** What SendGrid gives a key for which no scopes are named; the real list has hundreds. */
const EVERY_SCOPE = ['api_keys.create', 'api_keys.delete', 'api_keys.read', 'mail.send', 'user.account.read'];

/** https://www.twilio.com/docs/sendgrid/api-reference/api-keys */
const wire: VendorWire = {
  routes: {
    create: ['POST /v3/api_keys'],
    list: ['GET /v3/api_keys'],
    revoke: ['DELETE /v3/api_keys/{id}'],
    use: ['GET /v3/scopes'],
  },
  adminKeyOf: bearerOf,
  keyOf: bearerOf,
  wanted(body) {
    if (!isMap(body) || typeof body['name'] !== 'string' || body['name'] === '') return undefined;
    const scopes = body['scopes'] ?? [];
    if (!isTexts(scopes)) return undefined;
    return { label: body['name'], scopes: scopes.length > 0 ? scopes : EVERY_SCOPE };
  },
  newId: (chance) => chance(22),
  newValue: (id, chance) => `SG.${id}.${chance(43)}`,
  made: ({ id, value, label, scopes }) => ({ api_key: value, api_key_id: id, name: label, scopes }),
  listed: (keys) => ({ result: keys.map(({ id, label }) => ({ api_key_id: id, name: label })) }),
  whoami: () => undefined,
  active: () => undefined,
  used: ({ scopes }) => ({ scopes }),
  problem: (message) => ({ errors: [{ field: null, message }] }),
};

/** SendGrid as its documentation describes it. */
export const fakeSendgrid = (world: FakeWorld, options: Partial<FakeVendorOptions> = {}): FakeVendor =>
  fakeVendor(world, { maxLive: 100, ...options, wire });

export { wire as sendgridWire };
