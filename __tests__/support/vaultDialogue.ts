/** One request to a Vault; `token: 'weak'` has no policy, `none` is none. */
export interface Line {
  readonly method: string;
  /** `kv:` and `jwt:` stand for the mounts. */
  readonly path: string;
  readonly body?: unknown;
  readonly type?: string;
  readonly token?: 'root' | 'weak' | 'unknown' | 'none';
}

const MERGE = 'application/merge-patch+json';
const GET = (path: string, token: Line['token'] = 'root'): Line => ({ method: 'GET', path, token });
const POST = (path: string, body?: unknown, token: Line['token'] = 'root'): Line => ({
  method: 'POST',
  path,
  body,
  token,
});
const PATCH = (path: string, body: unknown, type = MERGE): Line => ({ method: 'PATCH', path, body, type });
const write = (cas: number | undefined, data: unknown): unknown => ({
  data,
  ...(cas !== undefined && { options: { cas } }),
});

/** A conversation about versions, check-and-set, deletion and rights; each line depends on those before it. */
export const kvDialogue: readonly Line[] = [
  GET('kv:/data/talk/a'),
  GET('kv:/data/talk/a?version=3'),
  GET('kv:/metadata/talk/a'),
  GET('kv:/config'),
  POST('kv:/data/talk/a', {}),
  POST('kv:/data/talk/a', write(3, { k: 'v1' })),
  POST('kv:/data/talk/a', write(0, { k: 'v1', n: 1, o: { a: 1, b: { c: 2 } } })),
  POST('kv:/data/talk/a', write(0, { k: 'v1' })),
  PATCH('kv:/data/talk/a', write(1, { k: 'v2' }), 'application/json'),
  PATCH('kv:/data/talk/a', {}),
  PATCH('kv:/data/talk/none', write(1, { k: 'v2' })),
  PATCH('kv:/data/talk/a', write(1, {})),
  PATCH('kv:/data/talk/a', write(1, { k: 'v2' })),
  PATCH('kv:/data/talk/a', write(2, { k: 'v2', n: null, absent: null, o: { a: null, d: 'é' } })),
  GET('kv:/data/talk/a'),
  GET('kv:/data/talk/a?version=1'),
  GET('kv:/data/talk/a?version=0'),
  GET('kv:/data/talk/a?version=9'),
  POST('kv:/metadata/talk/a', { custom_metadata: { rekey_origins: 'https://api.example.com' } }),
  POST('kv:/metadata/talk/a', { custom_metadata: { empty: '' } }),
  GET('kv:/data/talk/a'),
  POST('kv:/destroy/talk/a', {}),
  POST('kv:/destroy/talk/a', { versions: [1, 77] }),
  POST('kv:/destroy/talk/none', { versions: [1] }),
  GET('kv:/data/talk/a?version=1'),
  { method: 'DELETE', path: 'kv:/data/talk/a' },
  GET('kv:/data/talk/a'),
  PATCH('kv:/data/talk/a', write(3, { k: 'v3' })),
  POST('kv:/data/talk/a', write(0, { k: 'v3' })),
  POST('kv:/undelete/talk/a', { versions: [3] }),
  GET('kv:/data/talk/a'),
  POST('kv:/delete/talk/a', { versions: [3] }),
  POST('kv:/data/talk/a', write(3, { k: 'v4' })),
  GET('kv:/metadata/talk/a'),
  POST('kv:/metadata/talk/a', { max_versions: 2, cas_required: true }),
  POST('kv:/data/talk/a', write(undefined, { k: 'v5' })),
  POST('kv:/data/talk/a', write(4, { k: 'v5' })),
  GET('kv:/data/talk/a?version=3'),
  GET('kv:/metadata/talk/a'),
  { method: 'LIST', path: 'kv:/metadata/talk/' },
  { method: 'LIST', path: 'kv:/metadata/talk/nothing/' },
  { method: 'DELETE', path: 'kv:/config' },
  GET('kv:/data/talk/a', 'none'),
  GET('kv:/data/talk/a', 'unknown'),
  GET('kv:/data/talk/a', 'weak'),
  POST('kv:/data/talk/a', write(5, { k: 'v6' }), 'weak'),
  { method: 'DELETE', path: 'kv:/metadata/talk/a' },
  GET('kv:/data/talk/a'),
  POST('kv:/data/talk/a', write(0, { k: 'again' })),
];

/** Logins that must fail, by the name of the token in the body, and the calls about tokens. */
export const loginDialogue = (tokens: Readonly<Record<string, string>>): readonly Line[] => [
  POST('jwt:/login', {}, 'none'),
  POST('jwt:/login', { role: 'unknown', jwt: tokens['good'] }, 'none'),
  POST('jwt:/login', { role: 'by-subject' }, 'none'),
  POST('jwt:/login', { role: 'by-subject', jwt: 'a.b.c' }, 'none'),
  POST('jwt:/login', { role: 'by-oidc', jwt: tokens['good'] }, 'none'),
  ...['audience', 'subject', 'issuer', 'expired', 'early', 'future', 'forged'].map((name) =>
    POST('jwt:/login', { role: 'by-subject', jwt: tokens[name] }, 'none'),
  ),
  POST('jwt:/login', { role: 'by-environment', jwt: tokens['bare'] }, 'none'),
  POST('jwt:/login', { role: 'by-environment', jwt: tokens['staging'] }, 'none'),
  POST('jwt:/login', { role: 'by-glob', jwt: tokens['staging'] }, 'none'),
  POST('jwt:/login', { role: 'by-user', jwt: tokens['good'] }, 'none'),
  POST('auth/nothing-here/login', { role: 'by-subject', jwt: tokens['good'] }, 'none'),
  GET('auth/token/lookup-self', 'none'),
  GET('auth/token/lookup-self', 'unknown'),
  POST('auth/token/revoke-self', undefined, 'unknown'),
];

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** A reply without what no two servers share: ids, times, and the names of mounts. */
export function comparable(
  line: Line,
  { status, text }: Reply,
  mounts: Readonly<Record<string, string>>,
): unknown {
  let said = text;
  for (const [name, mount] of Object.entries(mounts)) said = said.replaceAll(mount, name);
  // What is wrong with a signature is said in other words where keys are given than where they are fetched.
  said = said.replace(/(error verifying token signature)[^"]*/, '$1');
  // An unknown token is named since Vault 1.15 only.
  said = said.replace(
    '2 errors occurred:\\n\\t* permission denied\\n\\t* invalid token\\n\\n',
    'permission denied',
  );
  const body = said === '' ? undefined : (JSON.parse(said) as Record<string, unknown>);
  return {
    line: `${line.method} ${line.path}`,
    status,
    errors: body?.['errors'],
    data: withoutTimes(body?.['data']),
  };
}

function withoutTimes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutTimes);
  const kept = Object.entries(value).filter(([name]) => !NEWER.has(name));
  return Object.fromEntries(
    kept.map(([name, inner]) => [name, name.endsWith('_time') ? inner !== '' : withoutTimes(inner)]),
  );
}

/** Only some releases have these: who wrote a version, and metadata versions. */
const NEWER = new Set([
  'created_by',
  'deleted_by',
  'last_updated_by',
  'metadata_cas_required',
  'current_metadata_version',
]);
