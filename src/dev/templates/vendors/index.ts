import { describedVendor } from '../../../adapters/vendors/http/described';

/** Replace this by the link to the page that documents the calls. */
export const adapter = describedVendor(
  {
    id: 'sample',
    title: 'Sample',
    summary: 'API keys of a Sample account.',
    homepage: 'https://sample.example.com',
    permissions: [
      { permission: 'keys.read', why: 'list keys' },
      { permission: 'keys.write', why: 'create, revoke' },
    ],
    limits: ['100 keys an account.'],
    risks: ['There is no time of last use, so the silence of an old key is not observed.'],
    example: 'sample: { use: sample, admin_key: "vault:admin/gateway#token" }',
    tried: 'Against the fake in this folder only.',
  },
  { global: { origin: 'https://sample.example.com' } },
  {
    create: {
      request: 'POST /keys',
      body: { name: '{label}', scopes: '{scopes}' },
      id: '/id',
      value: '/key',
      full: { status: 403 },
    },
    list: { request: 'GET /keys', items: '/keys', id: '/id', label: '/name' },
    whoami: { request: 'GET /me', id: '/id' },
    verify: { request: 'GET /me', accepted: 200, refused: 401 },
    revoke: { request: 'DELETE /keys/{id}', gone: 404 },
    limits: { max_live: 100 },
  },
);
