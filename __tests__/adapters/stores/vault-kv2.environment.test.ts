import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SecretValue } from '../../../src/domain/secret';
import { VAULT, vaultWorld } from '../../support/vault';

// In a file of its own: node-vault and its logger read the environment when they are loaded, here with the first call.
const before = { ...process.env };
const write = process.stderr.write.bind(process.stderr);
const written: string[] = [];

beforeAll(() => {
  Object.assign(process.env, {
    DEBUG: '*',
    VAULT_ADDR: 'https://elsewhere.example.com',
    VAULT_TOKEN: 'token-of-the-environment',
    VAULT_NAMESPACE: 'elsewhere',
    VAULT_PREFIX: '/elsewhere',
    VAULT_SKIP_VERIFY: 'false',
  });
  process.stderr.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
});

afterAll(() => {
  process.stderr.write = write;
  process.env = before;
});

it('lets nothing of the environment in, and prints nothing', async () => {
  const ref = { path: 'prod/gateway', fields: { value: 'api_key' }, idField: 'api_key_id' };
  const reservation = {
    rotation: 'r1',
    repository: 'acme/shop',
    fact: '1',
    until: '2026-03-02T03:00:00.000Z',
  };
  const { kv, open, token } = vaultWorld();
  const { store, http } = open();
  const { slot } = await store.reserve(ref, reservation);
  const parts = { value: SecretValue.of('new-value', [VAULT]) };
  const { version } = await store.stage(ref, 'r1', slot, { id: 'key-new', parts });
  kv.put(ref.path, { api_key: 'old-value' });
  await store.promote(ref, '1', version);
  expect(kv.served(ref.path)).toMatchObject({ api_key: 'new-value' });
  for (const { url, headers = {} } of http.sent) {
    expect(url).toMatch(/^https:\/\/vault\.example\.com\/v1\/secret\/data\/prod\/gateway/);
    expect(headers['x-vault-token'] instanceof SecretValue && headers['x-vault-token'].isText(token)).toBe(
      true,
    );
    expect(
      Object.keys(headers)
        .filter((name) => name !== 'x-vault-token')
        .join(),
    ).not.toMatch(/token|namespace/i);
  }
  expect(written.join('')).toBe('');
});
