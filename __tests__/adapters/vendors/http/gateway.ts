import { adapter } from '../../../../src/adapters/vendors/http/index';
import type { HttpVendorSettings } from '../../../../src/adapters/vendors/http/description';
import { ADMIN_REFERENCE } from '../../../support/vendorWorld';

export const GATEWAY = 'https://gateway.example.com';

const bare = {
  origin: GATEWAY,
  admin_key: ADMIN_REFERENCE,
  key_header: 'x-api-key',
  create: {
    request: 'POST /admin/keys',
    body: { name: '{label}', scopes: '{scopes}' },
    id: '/id',
    value: '/key',
    full: { status: 403, body: { pointer: '/error/message', contains: 'maximum number' } },
  },
  list: { request: 'GET /admin/keys', items: '/keys', id: '/id' },
  verify: { request: 'GET /v1/ping', accepted: 200, refused: 401 },
  revoke: { request: 'DELETE /admin/keys/{id}' },
};

const rest = {
  list: {
    ...bare.list,
    label: '/name',
    created: '/created_at',
    last_used: '/last_used_at',
    disabled: { pointer: '/active', equals: false },
  },
  whoami: { request: 'GET /v1/me', id: '/key_id' },
  disable: { request: 'PATCH /admin/keys/{id}', body: { active: false } },
  enable: { request: 'PATCH /admin/keys/{id}', body: { active: true } },
};

const slow = { propagation: '2m', revocation_lag: '3m', list_lag: '1m', last_used_lag: '10m' };

interface Choice {
  readonly bare?: boolean;
  readonly paged?: boolean;
  readonly limits?: boolean;
}

/** The gateway of the documentation, described in full or only as far as it must be. */
export function gatewaySettings(choice: Choice = {}, changes: object = {}): HttpVendorSettings {
  const full = choice.bare ? bare : { ...bare, ...rest };
  const list = choice.paged ? { ...full.list, next: { cursor: '/next', query: 'after' } } : full.list;
  return parse({ ...full, list, ...(choice.limits && { limits: slow }), ...changes });
}

export function parse(input: unknown): HttpVendorSettings {
  const parsed = adapter.settings.safeParse(input);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join('\n'));
  return parsed.data;
}
