import { describedVendor } from '../http/described';

/** https://www.twilio.com/docs/sendgrid/api-reference/api-keys */
export const adapter = describedVendor(
  {
    id: 'sendgrid',
    title: 'Twilio SendGrid',
    summary: 'API keys of a SendGrid account or EU subuser.',
    homepage: 'https://www.twilio.com/docs/sendgrid/api-reference/api-keys',
    permissions: [
      { permission: 'api_keys.read', why: 'list keys' },
      { permission: 'api_keys.create', why: 'create' },
      { permission: 'api_keys.delete', why: 'revoke' },
    ],
    limits: [
      '100 keys an account.',
      'Creating is limited to about one key in one to three seconds.',
      'A key cannot be switched off and on again, and there is no time of last use.',
    ],
    risks: [
      'A key made without scopes has every right, so Rekey refuses to create without scopes.',
      'SendGrid answers 403 both at the limit of keys and without the right to create.',
    ],
    example: 'sendgrid: { use: sendgrid, admin_key: "vault:admin/sendgrid#token" }',
    tried: 'Against a fake made from the documentation only.',
  },
  {
    global: { origin: 'https://api.sendgrid.com' },
    eu: { origin: 'https://api.eu.sendgrid.com' },
  },
  {
    create: {
      request: 'POST /v3/api_keys',
      body: { name: '{label}', scopes: '{scopes}' },
      id: '/api_key_id',
      value: '/api_key',
      needs_scopes: true,
      full: { status: 403 },
    },
    list: { request: 'GET /v3/api_keys', items: '/result', id: '/api_key_id', label: '/name' },
    // The key is SG.id.secret, 69 characters in all.
    id_in_value: { after: 'SG.', before: '.' },
    // Answers with the scopes of the key that asks, whatever they are.
    verify: { request: 'GET /v3/scopes', accepted: 200, refused: 401 },
    revoke: { request: 'DELETE /v3/api_keys/{id}', gone: 404 },
    limits: { max_live: 100, propagation: '60s', revocation_lag: '60s' },
  },
);
