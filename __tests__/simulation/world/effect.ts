import type { FakeRequest, FakeResponse } from '../../../src/kits/fake/fake';
import type { Millis } from '../../../src/domain/tools/time';
import type { Call } from '../runner/call';

export type EffectKind =
  | 'create'
  | 'revoke'
  | 'disable'
  | 'enable'
  | 'roll'
  | 'serve'
  | 'slot'
  | 'destroy'
  | 'journal'
  | 'ticket'
  | 'notice'
  | 'session';

/** Something that a process changed outside. */
export interface Effect {
  readonly call: Call;
  readonly kind: EffectKind;
  /** The credential, marker or path that it is about. */
  readonly about: string;
  readonly at: Millis;
  /** Undefined for the disk. */
  readonly request: FakeRequest | undefined;
}

/** What a request that was answered has changed; undefined: nothing. */
export function effectOf(
  call: Call,
  request: FakeRequest,
  answer: FakeResponse,
  at: Millis,
): Effect | undefined {
  if (!call.writes || answer.status >= 400) return undefined;
  const found = KINDS[call.place]?.(call, request, answer);
  return found && { call, at, request, ...found };
}

type Found = Pick<Effect, 'kind' | 'about'>;
type Reader = (call: Call, request: FakeRequest, answer: FakeResponse) => Found | undefined;

const KINDS: Partial<Record<Call['place'], Reader>> = {
  vendor: ({ method, path }, request, answer) => {
    const id = path.split('/').at(-1) ?? '';
    if (method === 'POST') return { kind: 'create', about: textIn(answer.body, 'id') };
    if (method === 'DELETE') return { kind: 'revoke', about: id };
    return { kind: request.body.includes('true') ? 'enable' : 'disable', about: id };
  },
  store: ({ path }) => {
    if (path.startsWith('/v1/auth/')) return { kind: 'session', about: path };
    if (path.includes('.rekey.')) return { kind: 'slot', about: path };
    return { kind: path.includes('/destroy/') ? 'destroy' : 'serve', about: path };
  },
  github: ({ path }, request, answer) => {
    if (path === '/graphql') {
      const failed = answer.body.includes('"errors"');
      return failed || !request.body.includes('mutation') ? undefined : { kind: 'journal', about: path };
    }
    if (path.endsWith('/dispatches')) return { kind: 'roll', about: markerIn(request.body) };
    return path.includes('/issues') ? { kind: 'ticket', about: path } : undefined;
  },
  hooks: ({ path }) => ({ kind: 'notice', about: path }),
};

function textIn(body: string, name: string): string {
  const { [name]: value } = Object(JSON.parse(body)) as Record<string, unknown>;
  return typeof value === 'string' ? value : '';
}

function markerIn(body: string): string {
  const { inputs } = JSON.parse(body) as { readonly inputs?: { readonly marker?: string } };
  return inputs?.marker ?? '';
}
