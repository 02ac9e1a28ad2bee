import { describe, expect, it } from '@jest/globals';
import { catalog } from '../../src/catalog.generated';
import { load } from '../../src/config/load';
import { asRekeyError } from '../../src/domain/errors';

/** A vendor of the catalog, and one key of it. */
const config = (vendor: string, secret: string): string => `version: 1
identities:
  vault: { use: vault-jwt, address: "https://vault.example.com", role: rekey }
stores:
  vault: { use: vault-kv2 }
vendors:
  phone: ${vendor}
keys:
  phone-prod:
    owner: team-phone
    environment: production
    vendor: phone
    key_id: k1
    secret: ${secret}
    grace_period: 24h
`;

const http = (value: string, more = ''): string => `
    use: http
    origin: https://phone.example.com
    admin_key: vault:admin/phone#token
    create: { request: POST /keys, id: /sid, value: ${value} }
    list: { request: GET /keys, items: /keys, id: /sid }
    verify: { request: GET /me, accepted: 200, refused: 401 }
    revoke: { request: "DELETE /keys/{id}" }
    key_header: "Authorization: Basic {base64 sid:secret}"${more}`;

const ONE = 'vault:prod/phone#api_key';
const TWO = 'vault:prod/phone#\n    fields: { sid: SID, secret: SECRET }\n    id_field: KEY_ID';
const PAIR = '{ sid: /sid, secret: /secret }';

async function problems(vendor: string, secret: string): Promise<readonly string[]> {
  const thrown = await load(config(vendor, secret), 'rekey.yml', { catalog }).then(
    () => undefined,
    (error: unknown) => asRekeyError(error),
  );
  if (!thrown) return [];
  const all = thrown.all.length > 0 ? thrown.all : [thrown];
  return all.map(({ line }) => line).filter((line) => line.includes('phone-prod'));
}

describe('the parts that a vendor makes and the fields that an entry keeps', () => {
  it.each([
    ['several parts with a field each', http(PAIR), TWO],
    [
      'a part that is the id, kept as the id only',
      http(PAIR, '\n    id_part: sid'),
      'vault:prod/phone#\n    fields: { secret: SECRET }\n    id_field: SID',
    ],
    ['a shipped vendor', '{ use: sendgrid, admin_key: "vault:admin/sendgrid#token" }', ONE],
  ])('fit: %s', async (_what, vendor, secret) => {
    expect(await problems(vendor, secret)).toEqual([]);
  });

  it.each([
    [
      'one field for a key of two parts',
      http(PAIR),
      ONE,
      'each key of "phone" is made of "sid" and "secret", and this entry has no field for "sid" and "secret"; it has a field for "value". Next: Say in "fields:" where each goes, as { sid: <field>, secret: <field> }, with "id_field:" for the id.',
    ],
    [
      'a secret part that is not kept',
      http(PAIR),
      'vault:prod/phone#\n    fields: { sid: SID }',
      'each key of "phone" is made of "sid" and "secret", and this entry has no field for "secret". Next: Say in',
    ],
    [
      'a field for what is not made',
      http('/key').replace('Basic {base64 sid:secret}', 'Bearer {value}'),
      'vault:prod/phone#\n    fields: { value: KEY, user: NAME }\n    id_field: KEY_ID',
      'each key of "phone" is made of "value", and this entry has a field for "user".',
    ],
    [
      'fields for a key of one part',
      '{ use: sendgrid, admin_key: "vault:admin/sendgrid#token" }',
      TWO,
      'each key of "phone" is made of "value", and this entry has no field for "value"; it has a field for "sid", "secret". Next: Name the field after the "#"',
    ],
  ])('are a problem with its line: %s', async (_what, vendor, secret, message) => {
    const found = await problems(vendor, secret);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^RK2005 rekey\.yml:\d+ {2}keys\.phone-prod\.secret: /);
    expect(found[0]).toContain(message);
  });
});
