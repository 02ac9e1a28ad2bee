import { describe, expect, it } from '@jest/globals';
import { load } from '../../src/config/load';
import { DAY, HOUR, MINUTE } from '../../src/domain/tools/time';
import { GOOD, testCatalog } from './testCatalog';

const read = (text: string) => load(text, '.github/rekey.yml', { catalog: testCatalog, commit: 'c0ffee' });

describe('a config without faults', () => {
  it('has every name resolved and every duration in milliseconds', async () => {
    const config = await read(GOOD);
    expect(config.keys['gateway-prod']).toEqual({
      name: 'gateway-prod',
      owner: 'team-payments',
      environment: 'production',
      criticality: 'high',
      vendor: 'gateway',
      scopes: ['charge.read', 'charge.write'],
      store: 'vault',
      secret: { path: 'prod/gateway', fields: { value: 'api_key' }, idField: 'api_key_id' },
      usedBy: ['payment-service', 'billing-service'],
      frequency: 30 * DAY,
      grace: DAY,
      drainLimit: 7 * DAY,
      watch: 10 * MINUTE,
      line: 21,
    });
    expect(config.workloads['payment-service']?.holdsKeyFor).toBe(2 * HOUR);
    expect(config.warnings).toEqual([]);
  });

  it('says where it was read: path, commit and digest of the bytes', async () => {
    const one = await read(GOOD);
    const other = await read(`${GOOD}# a remark\n`);
    expect(one.source).toMatchObject({ path: '.github/rekey.yml', commit: 'c0ffee' });
    expect(one.source.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(other.source.digest).not.toBe(one.source.digest);
  });

  it('hands the settings to the adapter as its schema returns them, without the words that are ours', async () => {
    const config = await read(GOOD);
    expect(config.stores['vault']).toEqual({
      name: 'vault',
      use: 'vault-kv2',
      settings: { mount: 'secret' },
      identity: 'vault',
      line: 5,
    });
    expect(config.notify[0]).toMatchObject({
      when: ['consumers-at-risk'],
      settings: { url: expect.anything() },
    });
  });

  it('takes one check or a list of them', async () => {
    const config = await read(GOOD);
    expect(config.workloads['payment-service']?.checks.map((check) => check.name)).toEqual([
      'workloads.payment-service.check',
    ]);
    expect(config.workloads['billing-service']?.checks.map((check) => check.name)).toEqual([
      'workloads.billing-service.check.0',
    ]);
  });

  it('implies the only vendor and the only store', async () => {
    const config = await read(GOOD.replace('    vendor: gateway\n', '').replace('vault:prod/', 'prod/'));
    expect(config.keys['gateway-prod']).toMatchObject({ vendor: 'gateway', store: 'vault' });
  });

  it('keeps the journal on a branch unless told otherwise', async () => {
    const config = await read(GOOD);
    expect(config.journal).toMatchObject({ use: 'github-branch', settings: { branch: 'rekey-journal' } });
  });

  it('lets a watch be skipped', async () => {
    const config = await read(GOOD.replace('grace_period: 24h', 'grace_period: 24h\n    watch: 0s'));
    expect(config.keys['gateway-prod']?.watch).toBe(0);
  });

  it('reads credentials of several parts', async () => {
    const config = await read(
      GOOD.replace(
        'secret: vault:prod/gateway#api_key',
        'secret: vault:prod/aws#\n    fields: { access_key_id: AWS_ID, secret_access_key: AWS_SECRET }\n    id_field: aws_key',
      ),
    );
    expect(config.keys['gateway-prod']?.secret).toEqual({
      path: 'prod/aws',
      fields: { access_key_id: 'AWS_ID', secret_access_key: 'AWS_SECRET' },
      idField: 'aws_key',
    });
  });
});

describe('warnings', () => {
  it('name what nothing uses', async () => {
    const more = GOOD.replace('workloads:\n', 'workloads:\n  idle-service: { holds_key_for: 5m }\n').replace(
      'identities:\n',
      'identities:\n  spare: { use: vault-jwt, address: "https://v.example.com", role: r }\n',
    );
    const config = await read(more.replace('{ use: vault-kv2 }', '{ use: vault-kv2, identity: vault }'));
    expect(config.warnings).toEqual([
      'identities.spare is used by nothing.',
      'workloads.idle-service is used by nothing.',
    ]);
  });

  it('tell of a key that nothing makes due', async () => {
    const config = await read(
      GOOD.replace('    rotation_frequency: 30d\n', '').replace(
        'max_age: { high: 60d }',
        'max_age: { low: 60d }',
      ),
    );
    expect(config.warnings[0]).toContain('keys.gateway-prod has no rotation_frequency');
  });
});
