import { describe, expect, it } from '@jest/globals';
import { catalog } from '../../src/catalog.generated';
import { load } from '../../src/config/load';
import { asRekeyError } from '../../src/domain/errors';

const config = (
  secret: string,
  store = 'mount: secret',
  admin = 'vault:admin/gateway#token',
): string => `version: 1
identities: { vault: { use: vault-jwt, address: "https://vault.example.com", role: r } }
stores: { vault: { use: vault-kv2, ${store} } }
vendors:
  sendgrid:
    use: sendgrid
    admin_key: ${JSON.stringify(admin)}
keys:
  one:
    owner: a
    environment: p
    rotation_frequency: 30d
    secret: ${JSON.stringify(secret)}
`;

async function told(text: string): Promise<readonly string[]> {
  const error = await load(text, 'rekey.yml', { catalog }).then(
    () => undefined,
    (thrown: unknown) => asRekeyError(thrown),
  );
  return error ? (error.all.length > 0 ? error.all : [error]).map(({ line }) => line) : [];
}

describe('a reference that is written as the API, the policy or the address writes a path', () => {
  it.each([
    ['vault:secret/data/prod/gateway#k', 'mount: secret', 'Write vault:prod/gateway#k.'],
    ['vault:secret/prod/gateway#k', 'mount: secret', 'Write vault:prod/gateway#k.'],
    ['vault:data/prod/gateway#k', 'mount: secret', 'Write vault:prod/gateway#k.'],
    ['data/prod/gateway#k', 'mount: secret', 'Write vault:prod/gateway#k.'],
    ['vault:metadata/prod/gateway#k', 'mount: secret', 'Write vault:prod/gateway#k.'],
    ['vault:secret/metadata/prod/gateway#k', 'mount: secret', 'Write vault:prod/gateway#k.'],
    ['vault:v1/secret/data/prod/gateway#k', 'mount: secret', 'Write vault:prod/gateway#k.'],
    ['vault:kv/data/prod/gateway#k', 'mount: kv', 'Write vault:prod/gateway#k.'],
    ['vault:teams/pay/data/prod/gateway#k', 'mount: teams/pay', 'Write vault:prod/gateway#k.'],
    [
      'vault:kv/data/prod/gateway#k',
      'mount: secret',
      'Set mount: kv in the store, and write vault:prod/gateway#k.',
    ],
  ])('%s with %s is refused with its line and what to write', async (secret, store, next) => {
    expect(await told(config(secret, store))).toEqual([
      expect.stringMatching(/^RK2004 rekey\.yml:13 {2}keys\.one\.secret: .*the path begins with `/),
    ]);
    const [line] = await told(config(secret, store));
    expect(line).toContain(
      `Next: ${next} If a secret does lie there, say literal_paths: true in stores.vault.`,
    );
  });

  it('also the admin key of a vendor', async () => {
    const [line] = await told(config('vault:prod/x#k', 'mount: secret', 'vault:secret/data/admin/x#token'));
    expect(line).toMatch(
      /^RK2004 rekey\.yml:7 {2}vendors\.sendgrid\.admin_key: .* Write vault:admin\/x#token\./,
    );
  });

  it.each([
    ['vault:secret/data/prod/gateway#k', 'mount: secret, literal_paths: true'],
    ['vault:data#k', 'mount: secret'],
    ['vault:secret#k', 'mount: secret'],
    ['vault:database/prod#k', 'mount: secret'],
    ['vault:v1/prod#k', 'mount: secret'],
    ['vault:team/data/prod#k', 'mount: secret'],
    ['vault:secrets/prod#k', 'mount: secret'],
  ])('%s with %s is taken', async (secret, store) => {
    expect(await told(config(secret, store))).toEqual([]);
  });

  it.each([
    ['https://vault.example.com/v1/secret/data/prod/x#k', 'written as an address'],
    ['vault://prod/x#k', 'written as an address'],
    ['vault:/prod/x#k', 'begins with "/"'],
    ['/prod/x#k', 'begins with "/"'],
    ['vault:prod//x#k', 'has an empty part'],
    ['vault:prod/x/#k', 'ends in "/"'],
    ['vault:prod/../x#k', '"." or ".." as a part'],
    ['vault:./x#k', '"." or ".." as a part'],
    ['vault:..#k', '"." or ".." as a part'],
  ])('%s is none, and the reason is said', async (secret, why) => {
    const found = await told(config(secret));
    expect(found).toEqual([
      expect.stringMatching(/^RK2002 rekey\.yml:13 {2}keys\.one\.secret: must be a reference/),
    ]);
    expect(found[0]).toContain(why);
  });
});
