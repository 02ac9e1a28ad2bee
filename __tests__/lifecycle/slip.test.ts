import { describe, expect, it } from '@jest/globals';
import type { StageOptions } from '../support/stage';
import { Stage } from '../support/stage';

type Key = NonNullable<StageOptions['key']>;

const secret = (path: string, field = 'api_key'): Key => ({
  usedBy: [],
  secret: { path, fields: { value: field }, idField: `${field}_id` },
});

/** The store serves a key at prod/gateway#api_key; the config says something else. */
async function asked(
  key: Key,
): Promise<{ stage: Stage; error: { code?: string; message: string; next: string } }> {
  const stage = await new Stage({ key }).begin();
  const { stop } = await stage.play();
  const { code, message = '', next = '' } = stop.error ?? {};
  return { stage, error: { ...(code !== undefined && { code }), message, next } };
}

describe('no first key is made', () => {
  it.each([
    ['data/prod/gateway', '`data/`'],
    ['secret/prod/gateway', '`secret/`'],
    ['secret/data/prod/gateway', '`secret/data/`'],
    ['metadata/prod/gateway', '`metadata/`'],
  ])('at %s, a path as the API writes it', async (path, prefix) => {
    const { stage, error } = await asked(secret(path));
    expect(error.code).toBe('RK2004');
    expect(error.message).toContain(`begins with ${prefix}`);
    expect(error.message).toContain('`prod/gateway` is there');
    expect(error.next).toMatch(/^Write secret: \w+:prod\/gateway#api_key\./);
    expect([stage.live.length, stage.disk.facts]).toEqual([1, []]);
  });

  it.each(['apikey', 'API_KEY', 'api-key', 'api_keys', 'api_kye', 'apii_key', 'ap_key'])(
    'in %s, beside a field of nearly the same name',
    async (field) => {
      const { stage, error } = await asked(secret('prod/gateway', field));
      expect(error.code).toBe('RK2004');
      expect(error.message).toContain(`it has \`api_key\`, not \`${field}\``);
      expect(error.next).toContain('#api_key.');
      expect([stage.live.length, stage.disk.facts]).toEqual([1, []]);
    },
  );
});

describe('a first key is made', () => {
  it.each(['webhook_secret', 'token', 'api_key2', 'api_key_b', 'eu_api_key'])(
    'in %s, which is another name',
    async (field) => {
      const stage = await new Stage({ key: secret('prod/gateway', field) }).begin();
      const { stop } = await stage.playOut();
      expect([stop.error?.line, stop.rotation?.closed]).toEqual([undefined, 'done']);
    },
  );

  it.each(['database/gateway', 'secrets/gateway', 'prod/data/gateway', 'data'])('at %s', async (path) => {
    const stage = await new Stage({ key: secret(path) }).begin();
    const { stop } = await stage.playOut();
    expect([stop.error?.line, stop.rotation?.closed]).toEqual([undefined, 'done']);
  });

  it('at such a path when a person put a secret there', async () => {
    const stage = await new Stage({ key: secret('data/gateway') }).begin();
    stage.vault.put('data/gateway', { user: 'shop' });
    const { stop } = await stage.playOut();
    expect([stop.error?.line, stop.rotation?.closed]).toEqual([undefined, 'done']);
  });
});
