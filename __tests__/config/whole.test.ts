import { describe, expect, it } from '@jest/globals';
import { load } from '../../src/config/load';
import { FULL_PROMISES } from '../../src/domain/contracts/store';
import type { Catalog } from '../../src/domain/descriptor';
import { testCatalog } from './testCatalog';

const catalog: Catalog = {
  ...testCatalog,
  stores: {
    ...testCatalog.stores,
    parameters: async () => {
      const adapter = await testCatalog.stores['vault-kv2']?.();
      if (!adapter) throw new Error('there is no store');
      return {
        ...adapter,
        descriptor: { ...adapter.descriptor, promises: { ...FULL_PROMISES, whole: true } },
      };
    },
  },
};

const config = (secret: string, more = ''): string => `version: 1
stores: { ssm: { use: parameters } }
vendors:
  gateway: { use: http, origin: https://gateway.example.com, admin_key: ssm:admin/gateway }
workloads: { shop: { holds_key_for: 1h } }
keys:
  gateway-prod: { owner: team, environment: production, criticality: high, secret: "${secret}", used_by: [shop], rotation_frequency: 30d, grace_period: 1h${more} }
`;

const read = (secret: string, more?: string): ReturnType<typeof load> =>
  load(config(secret, more), 'rekey.yml', { catalog });

describe('a key in a store whose secrets are one text', () => {
  it('is named by its path alone, and its id stands in the metadata', async () => {
    const { keys, stores } = await read('ssm:prod/gateway');
    const wanted = { path: 'prod/gateway', fields: { value: '' }, idField: 'rekey_id' };
    expect(keys['gateway-prod']).toMatchObject({ store: 'ssm', secret: wanted });
    expect(stores['ssm']?.whole).toBe(true);
  });

  it('cannot have a field', async () => {
    await expect(read('ssm:prod/gateway#api_key')).rejects.toThrow('leave out the "#"');
  });

  it('cannot have fields', async () => {
    await expect(read('ssm:prod/gateway', ', fields: { value: a }')).rejects.toThrow(
      'one text and have no fields',
    );
  });
});
