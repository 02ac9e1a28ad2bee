import { describe, expect, it } from '@jest/globals';
import { fakeSample, sampleWire } from '../../../src/dev/templates/vendors/fake';
import { adapter } from '../../../src/dev/templates/vendors/index';
import { vendorContract } from '../../contracts/vendor';
import { ADMIN_REFERENCE, describedWorld } from '../../support/vendorWorld';

const settings = { admin_key: ADMIN_REFERENCE, region: 'global' } as const;

vendorContract('sample over its fake', () =>
  describedWorld(adapter, settings, { wire: sampleWire, maxLive: 100 }),
);

describe('sample', () => {
  it('talks to one origin only, whatever the config says', () => {
    expect(adapter.origins(settings)).toEqual(['https://sample.example.com']);
    expect(adapter.settings.safeParse({ ...settings, origin: 'https://evil.example' }).success).toBe(false);
  });

  it('has a fake that refuses whoever is not the admin', () => {
    const fake = fakeSample({ now: () => 0, id: (length) => 'a'.repeat(length) }, { adminKeys: ['admin'] });
    const request = { method: 'GET', path: '/keys', query: new URLSearchParams(), body: '' };
    expect(fake.handle({ ...request, headers: { authorization: 'Bearer other' } })?.status).toBe(401);
  });
});
