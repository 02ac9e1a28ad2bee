import { describe, expect, it } from '@jest/globals';
import { parse as parseYaml } from 'yaml';
import { fakeSendgrid, sendgridWire } from '../../../src/adapters/vendors/sendgrid/fake';
import { adapter } from '../../../src/adapters/vendors/sendgrid/index';
import { testPorts } from '../../support/ports';
import { ADMIN_REFERENCE, describedWorld } from '../../support/vendorWorld';
import { vendorContract } from '../../contracts/vendor';

const MINUTE = 60_000;
const settings = { admin_key: ADMIN_REFERENCE, region: 'global' } as const;
const lags = { propagation: MINUTE, revocation: MINUTE };

vendorContract('sendgrid', () =>
  describedWorld(adapter, settings, { wire: sendgridWire, maxLive: 100, lags }),
);

describe('sendgrid', () => {
  it('talks to two origins only, whatever the config says', () => {
    expect(adapter.origins(settings)).toEqual(['https://api.sendgrid.com']);
    expect(adapter.origins({ ...settings, region: 'eu' })).toEqual(['https://api.eu.sendgrid.com']);
    expect(adapter.settings.safeParse({ ...settings, region: 'mars' }).success).toBe(false);
    expect(adapter.settings.safeParse({ ...settings, origin: 'https://evil.example' }).success).toBe(false);
    expect(adapter.references?.(settings)).toEqual([ADMIN_REFERENCE]);
  });

  it('is what its example says', () => {
    const { use, ...example } = (
      parseYaml(adapter.descriptor.example) as { sendgrid: Record<string, unknown> }
    ).sendgrid;
    expect(use).toBe('sendgrid');
    expect(adapter.settings.safeParse(example)).toEqual({
      success: true,
      data: { admin_key: 'vault:admin/sendgrid#token', region: 'global' },
    });
  });

  it('promises what SendGrid can do', () => {
    expect(adapter.open(settings, testPorts().ports).capabilities).toMatchObject({
      maxLive: 100,
      labels: true,
      identify: true,
      disable: false,
      lastUsed: false,
      created: false,
    });
  });

  it('never makes a key with every right', async () => {
    const world = describedWorld(adapter, settings, { wire: sendgridWire });
    await expect(world.open().create({ label: 'rekey-a', scopes: [] })).rejects.toMatchObject({
      code: 'RK2005',
    });
    expect(world.calls()).toBe(0);
  });

  it('has a fake that gives every right when no scopes are named', () => {
    const fake = fakeSendgrid({ now: () => 0, id: (length) => 'a'.repeat(length) }, { adminKeys: ['admin'] });
    const answer = fake.handle({
      method: 'POST',
      path: '/v3/api_keys',
      query: new URLSearchParams(),
      headers: { authorization: 'Bearer admin' },
      body: JSON.stringify({ name: 'x' }),
    });
    expect(JSON.parse(answer?.body ?? '')).toMatchObject({
      scopes: expect.arrayContaining(['api_keys.create']),
    });
    expect(fake.keys.live[0]?.value).toHaveLength(69);
  });
});
