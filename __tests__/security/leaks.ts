import { ORIGINS, type Company } from '../support/company';
import { formsOf } from './forms';
import type { Place } from './places';

type Sent = NonNullable<Place['sent']>;

/** A value that must stand nowhere but where it belongs. */
export interface Planted {
  readonly what: string;
  readonly value: string;
  readonly belongs: (sent: Sent) => boolean;
}

const to =
  (origin: string, piece: string) =>
  (sent: Sent): boolean =>
    sent.origin === origin && sent.piece === piece;

const nowhere = (): boolean => false;

/** What a key's value is made of: its id is public, and then come characters that every encoding treats in its own way. */
export const secretPart = (value: string): string => value.slice(value.indexOf('.', 'gw.'.length) + 1);

/** A key may be shown to the vendor by its own header, and written into the secrets of keys. */
const ofKey = (sent: Sent): boolean =>
  to(ORIGINS.gateway, 'header x-api-key')(sent) ||
  (to(ORIGINS.vault, 'body')(sent) && sent.path.startsWith('/v1/secret/data/prod/'));

/** Everything secret that came into being while the company ran. */
export function plantedIn(
  company: Company,
  hook?: { readonly path: string; readonly secret: string },
): readonly Planted[] {
  const { vendor, github } = company;
  const exchanges = company.ran.flatMap((ran) => ran.exchanges);
  const answered = (
    origin: string,
    read: (body: Record<string, Record<string, unknown> | undefined>) => unknown,
  ) =>
    exchanges
      .filter(({ request, answer }) => request.url.origin === origin && answer?.status === 200)
      .map(({ answer }) =>
        String(read(JSON.parse(answer?.body || '{}') as Record<string, Record<string, unknown>>)),
      )
      .filter((value) => value.length > 10 && value !== 'undefined');
  const asked = exchanges.filter(({ request }) => request.url.origin === ORIGINS.tokens);
  const jwtParts = answered(ORIGINS.tokens, (body) => body['value']).map((jwt) => jwt.split('.')[2] ?? '');
  return [
    ...neighboursOf(company),
    ...vendor.options.adminKeys.map((value) => ({
      what: 'the admin key',
      value,
      belongs: to(ORIGINS.gateway, 'header authorization'),
    })),
    ...vendor.keys.all.map(({ id, value }) => ({
      what: `the value of ${id}`,
      value: secretPart(value),
      belongs: ofKey,
    })),
    ...answered(ORIGINS.vault, (body) => body['auth']?.['client_token']).map((value) => ({
      what: 'a Vault token',
      value,
      belongs: to(ORIGINS.vault, 'header x-vault-token'),
    })),
    ...jwtParts.map((value) => ({
      what: 'an OIDC token',
      value,
      belongs: (sent: Sent) => to(ORIGINS.vault, 'body')(sent) && sent.path === '/v1/auth/jwt/login',
    })),
    ...asked.map(({ request }) => ({
      what: 'the token that asks for OIDC tokens',
      value: (request.headers['authorization'] ?? '').replace('Bearer ', ''),
      belongs: to(ORIGINS.tokens, 'header authorization'),
    })),
    ...[...github.tokens.keys()].map((value) => ({
      what: 'the GitHub token',
      value,
      belongs: to(ORIGINS.github, 'header authorization'),
    })),
    ...(hook
      ? [
          {
            what: 'the address of the hook',
            value: hook.path,
            belongs: to('https://hooks.example.com', 'url'),
          },
          { what: 'the secret of the hook', value: hook.secret, belongs: nowhere },
        ]
      : []),
  ];
}

/** Fields of others in the secrets of keys: they are read and written back with the rest, and stand nowhere else. */
export function neighboursOf({ vault, keys, vendor }: Company): readonly Planted[] {
  const ours = ['api_key', 'api_key_id'];
  return keys.flatMap(({ path }) =>
    Object.entries(vault.kv.served(path) ?? {}).flatMap(([field, value]) =>
      !ours.includes(field) && typeof value === 'string' && value.length > 8 && !vendor.keys.byId(value)
        ? [
            {
              what: `the field ${field} of ${path}`,
              value,
              belongs: ({ origin, piece }: Sent) => origin === ORIGINS.vault && piece === 'body',
            },
          ]
        : [],
    ),
  );
}

/** `a Vault token stands in run 3, log (hex)`: every place where a value stands and does not belong, and one form of it there. */
export function leaksIn(places: readonly Place[], planted: readonly Planted[]): readonly string[] {
  const values = new Map(planted.map((one) => [one.value, one]));
  return [...values.values()].flatMap(({ what, value, belongs }) => {
    const forms = [...formsOf(value)];
    const found = new Map<string, string>();
    for (const { where, text, sent } of places) {
      if (sent && belongs(sent)) continue;
      const form = forms.find(([, written]) => text.includes(written));
      if (form) found.set(where, form[0]);
    }
    return [...found].map(([where, form]) => `${what} stands in ${where} (${form})`);
  });
}
