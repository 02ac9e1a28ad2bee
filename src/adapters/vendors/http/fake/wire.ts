import type { FakeRequest } from '../../../../kits/fake/fake';
import { instant, type Millis } from '../../../../domain/tools/time';
import type { FakeKey } from './keys';

export type FakeCall = 'create' | 'list' | 'whoami' | 'change' | 'revoke' | 'use';

export interface Wanted {
  readonly label: string;
  readonly scopes: readonly string[];
}

/** How a vendor says things; what happens is the same for all of them. */
export interface VendorWire {
  /** `GET /admin/keys/{id}`; a vendor without a call has no route for it. */
  readonly routes: Readonly<Partial<Record<FakeCall, readonly string[]>>>;
  adminKeyOf(request: FakeRequest): string | undefined;
  keyOf(request: FakeRequest): string | undefined;
  /** Undefined: the vendor answers 400. */
  wanted(body: unknown): Wanted | undefined;
  newId(chance: (length: number) => string): string;
  newValue(id: string, chance: (length: number) => string): string;
  made(key: FakeKey): unknown;
  listed(
    keys: readonly FakeKey[],
    next: string | undefined,
    lastUsed: (key: FakeKey) => Millis | undefined,
  ): unknown;
  whoami(key: FakeKey): unknown;
  /** Whether a change switches the key on; undefined: the vendor answers 400. */
  active(body: unknown): boolean | undefined;
  used(key: FakeKey): unknown;
  problem(text: string): unknown;
}

export const bearerOf = (request: FakeRequest): string | undefined =>
  /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1];

export const isMap = (body: unknown): body is Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

export const isTexts = (list: unknown): list is readonly string[] =>
  Array.isArray(list) && list.every((item) => typeof item === 'string');

/** The gateway of the documentation: every call that there can be. */
export const gateway: VendorWire = {
  routes: {
    create: ['POST /admin/keys'],
    list: ['GET /admin/keys'],
    whoami: ['GET /v1/me'],
    change: ['PATCH /admin/keys/{id}'],
    revoke: ['DELETE /admin/keys/{id}'],
    use: ['GET /v1/ping', 'GET /v1/charge', 'POST /v1/charge'],
  },
  adminKeyOf: bearerOf,
  keyOf: (request) => request.headers['x-api-key'],
  wanted: (body) =>
    isMap(body) && typeof body['name'] === 'string' && isTexts(body['scopes'])
      ? { label: body['name'], scopes: body['scopes'] }
      : undefined,
  newId: (chance) => `key_${chance(12)}`,
  newValue: (id, chance) => `gw.${id}.${chance(40)}`,
  made: (key) => ({
    id: key.id,
    key: key.value,
    name: key.label,
    scopes: key.scopes,
    created_at: instant(key.created),
    expires_at: timeOrNull(key.expires),
  }),
  listed: (keys, next, lastUsed) => ({
    keys: keys.map((key) => ({
      id: key.id,
      name: key.label,
      created_at: instant(key.created),
      last_used_at: timeOrNull(lastUsed(key)),
      active: key.disabled === undefined,
    })),
    next: next ?? null,
  }),
  whoami: (key) => ({ key_id: key.id, scopes: key.scopes }),
  active: (body) => (isMap(body) && typeof body['active'] === 'boolean' ? body['active'] : undefined),
  used: () => ({ ok: true }),
  problem: (text) => ({ error: { message: text } }),
};

const timeOrNull = (at: Millis | undefined): string | null => (at === undefined ? null : instant(at));
