import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { describedVendor } from '../../../../src/adapters/vendors/http/described';
import { testPorts } from '../../../support/ports';
import { ADMIN_REFERENCE } from '../../../support/vendorWorld';

const { changes: _none, ...words } = {
  id: 'acme',
  title: 'Acme',
  summary: 'Keys of one project.',
  homepage: 'https://acme.example',
  permissions: [],
  limits: [],
  risks: [],
  example: '',
  tried: 'Against a fake only.',
  changes: {},
};
const REGIONS = { global: { origin: 'https://api.acme.example' } };
const CALLS = {
  create: {
    request: 'POST /projects/{project}/keys',
    body: { name: '{label}', owner: '{project}' },
    id: '/id',
    value: '/key',
  },
  list: { request: 'GET /projects/{project}/keys', items: '/keys', id: '/id', label: '/name' },
  verify: { request: 'GET /me', accepted: 200, refused: 401 },
  revoke: { request: 'DELETE /projects/{project}/keys/{id}' },
};
const adapter = describedVendor(words, REGIONS, CALLS, {
  project: z.string().min(1).describe('The project that the keys belong to'),
});
const settings = { admin_key: ADMIN_REFERENCE, region: 'global', project: 'shop/../admin' } as const;

describe('a shipped description with a parameter', () => {
  it('asks for it, and takes no other', () => {
    const read = (more: object): boolean =>
      adapter.settings.safeParse({ admin_key: ADMIN_REFERENCE, region: 'global', ...more }).success;
    expect([read({}), read({ project: 'shop' }), read({ project: 'shop', app: 'x' })]).toEqual([
      false,
      true,
      false,
    ]);
    expect(adapter.descriptor.changes).toEqual({ admin_key: 'trust', region: 'trust', project: 'trust' });
  });

  it('fills it into a path as one segment, into a body as it is, and leaves the placeholders of calls', async () => {
    const asked: { path: string; body: string }[] = [];
    const { ports } = testPorts({
      origins: ['https://api.acme.example'],
      secrets: { [ADMIN_REFERENCE]: 'admin-value' },
      routes: {
        'https://api.acme.example': [
          ({ path, body }) => {
            asked.push({ path, body });
            const made = { id: 'k-1', key: 'v-1' };
            return {
              status: 200,
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(made),
            };
          },
        ],
      },
    });
    const vendor = adapter.open(settings, ports);
    await vendor.create({ label: 'rekey-a', scopes: [] });
    await vendor.revoke('k-1');
    expect(asked.map(({ path }) => path)).toEqual([
      '/projects/shop%2F..%2Fadmin/keys',
      '/projects/shop%2F..%2Fadmin/keys/k-1',
    ]);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ name: 'rekey-a', owner: 'shop/../admin' });
  });

  it('may not take the name of a placeholder of a call', () => {
    expect(() => describedVendor(words, REGIONS, CALLS, { id: z.string() })).toThrow(
      'id is a placeholder of a call',
    );
  });
});
