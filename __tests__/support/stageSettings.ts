export const VAULT = 'https://vault.example.com';
export const GATEWAY = 'https://gateway.example.com';
export const HEALTH = 'https://health.example.com';
export const DEPLOY = 'https://deploy.example.com';

export type Lacking = 'whoami' | 'disable' | 'labels' | 'last used' | 'revoke';

/** The vendor of the stage as `rekey.yml` describes it, less what it lacks. */
export function vendorSettings({
  without = [],
  limits = {},
  paged = false,
  times = {},
}: {
  readonly without?: readonly Lacking[];
  readonly limits?: Readonly<Record<string, unknown>>;
  readonly times?: Readonly<Record<string, unknown>>;
  /** The list says whether there is more. */
  readonly paged?: boolean;
}): Record<string, unknown> {
  const has = (part: Lacking, settings: Record<string, unknown>): Record<string, unknown> =>
    without.includes(part) ? {} : settings;
  return {
    origin: GATEWAY,
    admin_key: 'vault:admin/gateway#token',
    key_header: 'x-api-key',
    create: {
      request: 'POST /admin/keys',
      body: { name: '{label}', scopes: '{scopes}' },
      id: '/id',
      value: '/key',
      full: { status: 403, body: { contains: 'maximum number' } },
    },
    list: {
      request: 'GET /admin/keys',
      items: '/keys',
      id: '/id',
      created: '/created_at',
      ...(paged && { next: { cursor: '/next', query: 'after' } }),
      ...has('last used', { last_used: '/last_used_at' }),
      ...has('labels', { label: '/name' }),
    },
    ...has('whoami', { whoami: { request: 'GET /v1/me', id: '/key_id' } }),
    verify: { request: 'GET /v1/ping', accepted: 200, refused: 401 },
    ...has('disable', {
      disable: { request: 'PATCH /admin/keys/{id}', body: { active: false } },
      enable: { request: 'PATCH /admin/keys/{id}', body: { active: true } },
    }),
    ...has('revoke', { revoke: { request: 'DELETE /admin/keys/{id}', gone: 404 } }),
    by_person: without.includes('revoke') ? ['revoke'] : [],
    limits: { propagation: '10s', list_lag: '0s', revocation_lag: '6s', last_used_lag: '10s', ...limits },
    times,
  };
}

type Parses<T> = {
  safeParse(input: unknown): { success: true; data: T } | { success: false; error: unknown };
};

export function parsed<T>(schema: Parses<T>, settings: unknown): T {
  const read = schema.safeParse(settings);
  if (!read.success) throw new Error(`the settings of the stage are wrong: ${JSON.stringify(read.error)}`);
  return read.data;
}
