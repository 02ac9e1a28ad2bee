import type { FakeWorld } from '../../../kits/fake/fake';
import {
  bearerOf,
  fakeVendor,
  isMap,
  isTexts,
  type FakeVendor,
  type FakeVendorOptions,
  type VendorWire,
} from '../../../adapters/vendors/http/fake';

/** Sample as its documentation describes it: its addresses, and the form of its answers. */
const wire: VendorWire = {
  routes: {
    create: ['POST /keys'],
    list: ['GET /keys'],
    revoke: ['DELETE /keys/{id}'],
    whoami: ['GET /me'],
  },
  adminKeyOf: bearerOf,
  keyOf: bearerOf,
  wanted(body) {
    if (!isMap(body) || typeof body['name'] !== 'string' || !isTexts(body['scopes'])) return undefined;
    return { label: body['name'], scopes: body['scopes'] };
  },
  newId: (chance) => `key_${chance(12)}`,
  newValue: (_id, chance) => `smp_${chance(32)}`,
  made: ({ id, value, label }) => ({ id, key: value, name: label }),
  listed: (keys) => ({ keys: keys.map(({ id, label }) => ({ id, name: label })) }),
  whoami: ({ id }) => ({ id }),
  active: () => undefined,
  used: () => undefined,
  problem: (message) => ({ error: message }),
};

export const fakeSample = (world: FakeWorld, options: Partial<FakeVendorOptions> = {}): FakeVendor =>
  fakeVendor(world, { maxLive: 100, ...options, wire });

export { wire as sampleWire };
