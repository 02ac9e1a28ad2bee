import { describe, expect, it } from '@jest/globals';
import { load } from '../../src/config/load';
import { compareTrust } from '../../src/config/trust';
import { GOOD, testCatalog } from './testCatalog';

const read = (text: string) => load(text, '.github/rekey.yml', { catalog: testCatalog });

const compared = async (text: string, base = GOOD) => compareTrust(await read(base), await read(text));

const second = `  sendgrid-old:
    owner: team-payments
    environment: production
    secret: vault:prod/sendgrid#api_key
    rotation_frequency: 30d
ticket:`;

describe('what a change of the config means', () => {
  it('is nothing when only remarks change', async () => {
    expect(await compared(`# a remark\n${GOOD}`)).toEqual({ trust: [], keys: [] });
  });

  it.each([
    [
      'https://gateway.example.com',
      'https://gw.example.net',
      'vendors.gateway.origin: https://gateway.example.com -> https://gw.example.net (1 key and the admin key would be sent there)',
    ],
    [
      'role: rekey-production',
      'role: admin',
      'identities.vault.role: rekey-production -> admin (logs in as somebody else)',
    ],
    ['high: 60d', 'high: 365d', 'policy.max_age.high: 60d -> 365d (looser)'],
    ['high: 60d', 'high: 50d', 'policy.max_age.high: 60d -> 50d (stricter)'],
    [
      'max_age: { high: 60d }',
      'max_age: {}',
      'policy.max_age.high: 60d -> nothing (no limit any more: looser)',
    ],
    [
      'approve: { start: [high] }',
      'approve: {}',
      'policy.approve.start: high -> nothing (who must approve changes)',
    ],
    [
      'version: 1',
      'version: 1\npublic_journal: true',
      'public_journal: false -> true (owners, ids and failures may become public)',
    ],
    [
      'vault:admin/gateway#token',
      'vault:admin/other#token',
      'vendors.gateway.admin_key: vault:admin/gateway#token -> vault:admin/other#token (another admin key)',
    ],
    [
      'scopes: [charge.read, charge.write]',
      'scopes: [admin]',
      'keys.gateway-prod.scopes: charge.read, charge.write -> admin',
    ],
    ['Mon-Thu', 'Mon-Sun', 'policy.windows.0.allow: Mon-Thu 02:00-05:00 -> Mon-Sun 02:00-05:00'],
  ])('%s to %s needs a security owner', async (before, after, sentence) => {
    expect(GOOD).toContain(before);
    expect(await compared(GOOD.replace(before, after))).toEqual({ trust: [sentence], keys: [] });
  });

  it('says when a workload would run a command', async () => {
    const roll = 'roll: { use: github-workflow, workflow: deploy.yml }';
    const { trust } = await compared(GOOD.replace(roll, 'roll: { use: command, run: [./roll] }'));
    expect(trust).toEqual([
      'workloads.payment-service.roll.use: github-workflow -> command (now runs a command)',
      'workloads.payment-service.roll.workflow: deploy.yml -> nothing',
      'workloads.payment-service.roll.run.0: nothing -> ./roll',
    ]);
  });

  it('adopts a key that comes, and leaves one that goes alive', async () => {
    const more = GOOD.replace('ticket:', second);
    expect((await compared(more)).keys).toEqual([
      'sendgrid-old comes: it is adopted, and nothing rotates before about 30d have passed',
    ]);
    expect((await compared(GOOD, more)).keys).toEqual([
      'sendgrid-old goes: it is no longer managed, and the key STAYS ALIVE at the vendor (to end it: command remove, before the entry goes)',
    ]);
  });

  it('sees a key under another name as the same key', async () => {
    const { keys } = await compared(GOOD.replace('gateway-prod:', 'gateway-live:'));
    expect(keys).toEqual(['gateway-live was called gateway-prod; it is the same key']);
  });

  it('says what a shorter grace period means for open rotations', async () => {
    const { keys } = await compared(GOOD.replace('grace_period: 24h', 'grace_period: 4h'));
    expect(keys).toEqual(['gateway-prod.grace_period: 1d -> 4h (open rotations keep the longer one)']);
  });
});
